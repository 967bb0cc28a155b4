"""Paper and lengths: millimetres and points into Word's twentieths of a point and EMU."""

from typing import NamedTuple

from rapportbyggare.core.style import Style

A4 = (11906, 16838)
DEFAULT_MARGIN_MM = 25.0


class Page(NamedTuple):
    """A page's size and margins, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int = 709
    footer: int = 709

    @property
    def text_width(self) -> int:
        """Room for text between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Room for text between head and foot."""
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> bool:
        """Whether the page lies down."""
        return self.width > self.height


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(centimetres: float) -> int:
    """Centimetres in EMU, the unit of drawings."""
    return round(centimetres * 360000)


def page_of(style: Style) -> Page:
    """A standing A4 page with the margins of the tokens."""
    top, right, bottom, left = (
        twips(style.margins_mm.get(name, DEFAULT_MARGIN_MM)) for name in ("topp", "hoger", "botten", "vanster")
    )
    return Page(*A4, top, right, bottom, left)


def turned(page: Page) -> Page:
    """The page turned a quarter to the left, as Word turns margins."""
    return Page(page.height, page.width, page.left, page.top, page.right, page.bottom, page.header, page.footer)


def section(page: Page, references: str = "", start: int | None = None) -> str:
    """A section's properties, `references` being its header and footer references."""
    turn = ' w:orient="landscape"' if page.landscape else ""
    margins = f'w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}"'
    numbering = "" if start is None else f'<w:pgNumType w:start="{start}"/>'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{turn}/>'
        f'<w:pgMar {margins} w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'{numbering}<w:cols w:space="708"/></w:sectPr>'
    )
