"""A region's own template: what is taken from it, what it lacks, and the dress made of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.word.dress import Dress, Heads, head_reference, outer_parts
from rapportbyggare.word.geometry import A4, Page, turned, twips
from rapportbyggare.word.headers import header_paragraph, header_part
from rapportbyggare.word.look import Look
from rapportbyggare.word.package import WORDPROCESSING, Part, xml_part
from rapportbyggare.word.relations import Relation
from rapportbyggare.word.roles import CONTENTS, HEADINGS, Role
from rapportbyggare.word.template.damage import damage
from rapportbyggare.word.template.heads import Head, head_part, heads_in, page_in, with_paragraph
from rapportbyggare.word.template.numbering import list_ids, with_own_lists
from rapportbyggare.word.template.package import Package, open_package
from rapportbyggare.word.template.styles import merged_styles, numbered_headings, roles_in, style_ids

MARGIN = twips(25)
DEFAULT_PAGE = Page(*A4, MARGIN, MARGIN, MARGIN, MARGIN)
SWEDISH = {
    **{role: f"Rubrik {n}" for n, role in enumerate(HEADINGS, 1)},
    **{role: f"Innehåll {n}" for n, role in enumerate(CONTENTS, 1)},
    Role.TITLE: "Rubrik",
    Role.SUBTITLE: "Underrubrik",
    Role.CAPTION: "Beskrivning",
    Role.LIST_BULLET: "Punktlista",
    Role.LIST_NUMBER: "Numrerad lista",
    Role.LIST_CONTINUE: "Listfortsättning",
    Role.QUOTE: "Citat",
    Role.TOC_HEADING: "Innehållsförteckningsrubrik",
    Role.FOOTNOTE_TEXT: "Fotnotstext",
    Role.FOOTNOTE_REFERENCE: "Fotnotsreferens",
    Role.HYPERLINK: "Hyperlänk",
    Role.CODE: "HTML - kod",
    Role.HEADER: "Sidhuvud",
    Role.FOOTER: "Sidfot",
}
UNSEEN = frozenset({Role.CARRIER, Role.FACT_LIST, Role.TABLE_TOTAL, Role.TABLE_NOTE, Role.COVER_LINE})


@dataclass(frozen=True, slots=True)
class Template:
    """What is taken from a template: the styles part, and lists, theme and fonts where it has them; paper; header and footer."""

    name: str
    styles: bytes
    numbering: bytes | None
    theme: bytes | None
    fonts: bytes | None
    page: Page
    heads: tuple[Head, ...]


def read_template(data: bytes, name: str) -> tuple[Template | None, tuple[Problem, ...]]:
    """The template in a .docx or .dotx file, or why it cannot be used; `name` is the file for messages."""
    from rapportbyggare.word import messages

    package, problems = open_package(data, name)
    if package is None:
        return None, problems
    styles = package.related("styles")
    if styles is None:
        return None, (messages.not_a_template(name),)
    page = page_in(package, DEFAULT_PAGE)
    if fault := damage(package, page):
        return None, (messages.template_damaged(name, fault),)
    theme = package.related("theme")
    return Template(
        name,
        styles,
        package.related("numbering"),
        theme if theme is not None and alone(package) else None,
        package.related("fontTable"),
        page,
        heads_in(package),
    ), ()


def alone(package: Package) -> bool:
    """Whether the theme stands by itself, without pictures that would have to come with it."""
    names = (source.target for source in package.relations(package.main).values() if source.kind == "theme")
    return not any(package.relations(name) for name in names)


def lacks(template: Template) -> tuple[str, ...]:
    """What the template has not got, in words; the build then uses its own."""
    return tuple(missing(template))


def missing(template: Template) -> Iterator[str]:
    """One line a thing."""
    known = roles_in(template.styles)
    for role in Role:
        if role not in known and role not in UNSEEN:
            yield f"Formatmallen ”{shown(role)}” saknas; byggets egen läggs till."
    if Role.HEADING1 in known and not numbered_headings(template.styles, known):
        yield "Rubrikernas numrering saknas; byggets egen läggs till."
    if template.theme is None:
        yield "Tema saknas, eller har bilder; byggets eget används."
    if not any(head.kind == "header" for head in template.heads):
        yield "Sidhuvud saknas, eller innehåller annat än text och bilder; byggets eget används."
    if not any(head.numbered for head in template.heads):
        yield "Sidnummer saknas i sidhuvud och sidfot; rapportens titel och sidnummer läggs till i sidhuvudet."


def shown(role: Role) -> str:
    """A style's name as Swedish Word shows it."""
    return SWEDISH.get(role, role.style_name)


def template_dress(template: Template, style: Style, title: str, language: str) -> Dress:
    """The dress made of a template, with our own of what it lacks."""
    ids = style_ids(template.styles)
    numbering, chapters = list_ids(template.numbering, numbered_headings(template.styles, ids.roles))
    look = Look(style, ids.roles, numbering, template.page)
    styles = merged_styles(template.styles, style, ids, (chapters, numbering.bullets), language)
    placed, heads = placed_heads(template, look, title)
    outer = tuple(taken(part, relation, template, styles) for part, relation in outer_parts(style, language))
    every = (*outer, *placed)
    media = {part.name: part for head in template.heads for part in head.media}
    parts = (*(part for part, _ in every), *media.values())
    return Dress(look, parts, tuple(relation for _, relation in every), with_own_lists(template.numbering), heads)


def taken(part: Part, relation: Relation, template: Template, styles: bytes) -> tuple[Part, Relation]:
    """The template's own part in place of ours, where it has one."""
    theirs = {"styles": styles, "theme": template.theme, "fontTable": template.fonts}[relation.kind]
    return (part if theirs is None else Part(part.name, part.kind, theirs)), relation


def placed_heads(template: Template, look: Look, title: str) -> tuple[tuple[tuple[Part, Relation], ...], Heads]:
    """Header and footer as parts, upright and turned; title and page number are added where no number is."""
    sides = []
    parts: list[tuple[Part, Relation]] = []
    for position, width in ((1, look.page.text_width), (2, turned(look.page).text_width)):
        placed = side(template, look, title, width, position)
        parts.extend(placed)
        sides.append("".join(head_reference(relation) for _, relation in placed))
    return tuple(parts), Heads(*sides)


def side(template: Template, look: Look, title: str, width: int, position: int) -> list[tuple[Part, Relation]]:
    """Header and footer of upright (1) or turned (2) pages, header first."""
    paragraph = header_paragraph(look, title, width)
    numbered = any(head.numbered for head in template.heads)
    headers = [head for head in template.heads if head.kind == "header"]
    footers = [head for head in template.heads if head.kind == "footer"]
    if headers:
        completed = [head if numbered else with_paragraph(head, paragraph) for head in headers]
        return [head_part(head, position) for head in (*completed, *footers)]
    own = xml_part(f"word/header{position}.xml", f"{WORDPROCESSING}.header+xml", header_part(look, title, width))
    header = [] if numbered else [(own, Relation("header", f"header{position}.xml"))]
    return [*header, *(head_part(head, position) for head in footers)]
