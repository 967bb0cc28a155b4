"""What stands with tables and figures: their numbers, headings and sources."""

from rapportbyggare.core.compared import RedlineText
from rapportbyggare.page.inlines import text_html
from rapportbyggare.page.markup import HARD_SPACE
from rapportbyggare.page.pen import Pen
from rapportbyggare.page.signs import renumbered

TABLE, FIGURE, SOURCE, NOTE = "Tabell", "Figur", "Källa: ", "Anm. "


def heading_line(pen: Pen, lead: str, number: tuple[int, int], content: RedlineText) -> str:
    """ "Tabell 2. Antal företag", with the old number and the new; without number (0) the words alone."""
    said = renumbered(*(f"{lead}{HARD_SPACE}{one}" if one else "" for one in number))
    return f"{said}. {text_html(pen, content)}" if said and content else said + text_html(pen, content)


def source_line(pen: Pen, source: RedlineText) -> str:
    """The source, as a paragraph; "" without one."""
    return f'<p class="kalla">{SOURCE}{text_html(pen, source)}</p>' if source else ""
