"""What a document is dressed in: styles, numbering, theme, fonts, headers, from the tokens or from a template."""

from collections.abc import Callable
from typing import NamedTuple

from rapportbyggare.core.style import Style
from rapportbyggare.word.fonts import font_table_part, theme_part
from rapportbyggare.word.geometry import turned
from rapportbyggare.word.headers import header_part
from rapportbyggare.word.look import Look, own_look
from rapportbyggare.word.numbering import numbering_part
from rapportbyggare.word.package import OFFICE, WORDPROCESSING, Part, xml_part
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.styles import styles_part


class Heads(NamedTuple):
    """Header and footer references of a section: markup for upright and for turned pages."""

    upright: str
    turned: str


class Dress(NamedTuple):
    """Parts and what the main document says of them; `numbering` makes its part from the lists' starts."""

    look: Look
    parts: tuple[Part, ...]
    relations: tuple[Relation, ...]
    numbering: Callable[[list[int]], str]
    heads: Heads


UPRIGHT = Relation("header", "header1.xml")
TURNED = Relation("header", "header2.xml")


def own_dress(style: Style, title: str, language: str) -> Dress:
    """The dress made from the tokens."""
    look = own_look(style)
    dressed = (*outer_parts(style, language), *header_parts(look, title))
    return Dress(
        look, tuple(part for part, _ in dressed), tuple(relation for _, relation in dressed), numbering_part, own_heads()
    )


def outer_parts(style: Style, language: str) -> tuple[tuple[Part, Relation], ...]:
    """Styles, fonts and theme."""
    return (
        (
            xml_part("word/styles.xml", f"{WORDPROCESSING}.styles+xml", styles_part(style, language)),
            Relation("styles", "styles.xml"),
        ),
        (
            xml_part("word/fontTable.xml", f"{WORDPROCESSING}.fontTable+xml", font_table_part(style)),
            Relation("fontTable", "fontTable.xml"),
        ),
        (xml_part("word/theme/theme1.xml", f"{OFFICE}.theme+xml", theme_part(style)), Relation("theme", "theme/theme1.xml")),
    )


def header_parts(look: Look, title: str) -> tuple[tuple[Part, Relation], ...]:
    """Our own headers: one for upright pages, one as wide as turned ones."""
    widths = ((UPRIGHT, look.page.text_width), (TURNED, turned(look.page).text_width))
    kind = f"{WORDPROCESSING}.header+xml"
    return tuple((xml_part(f"word/{which.target}", kind, header_part(look, title, width)), which) for which, width in widths)


def own_heads() -> Heads:
    """References to our own headers."""
    return Heads(head_reference(UPRIGHT), head_reference(TURNED))


def head_reference(relation: Relation) -> str:
    """A section's reference to a header or footer."""
    return f'<w:{relation.kind}Reference w:type="default" r:id="{relation.ident}"/>'
