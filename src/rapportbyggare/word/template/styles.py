"""A template's styles: which of them play our roles, and the part with ours added where it has none."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapportbyggare.core.style import Style
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.namespaces import W
from rapportbyggare.word.roles import Role
from rapportbyggare.word.styleframe import StyleIds
from rapportbyggare.word.styles import definitions
from rapportbyggare.word.template.package import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

KINDS = {Role.TABLE: "table", Role.HYPERLINK: "character", Role.FOOTNOTE_REFERENCE: "character", Role.CODE: "character"}


def roles_in(styles: bytes) -> dict[Role, str]:
    """The ids of the template's styles by role. Word keeps its own styles' English names whatever the language of the ids."""
    root = root_of(styles)
    found = (
        {} if root is None else {(kind(style), name_of(style)): style.get(w("styleId"), "") for style in root.iter(w("style"))}
    )
    wanted = {role: (KINDS.get(role, "paragraph"), role.style_name.lower()) for role in Role}
    return {role: found[key] for role, key in wanted.items() if key in found}


def kind(style: "_Element") -> str:
    """A style's kind."""
    return style.get(w("type"), "paragraph")


def name_of(style: "_Element") -> str:
    """A style's name, in lower case as Word compares them."""
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "").lower()


def default_of(root: "_Element", which: str) -> str:
    """The id of the default style of a kind, "" if there is none."""
    found = (s.get(w("styleId"), "") for s in root.iter(w("style")) if kind(s) == which and s.get(w("default")) in ("1", "true"))
    return next(found, "")


def style_ids(styles: bytes) -> StyleIds:
    """Ids for every role: the template's, else our own made unlike any of its."""
    root = root_of(styles)
    assert root is not None
    taken = {style.get(w("styleId"), "").lower() for style in root.iter(w("style"))}
    own = {role: free(role.style_id, taken) for role in Role}
    return StyleIds(own | roles_in(styles), default_of(root, "character"), default_of(root, "table"))


def free(ident: str, taken: set[str]) -> str:
    """An id no style has."""
    return ident if ident.lower() not in taken else free(f"{ident}Rapport", taken)


def merged_styles(styles: bytes, style: Style, ids: StyleIds, lists: tuple[int, int], language: str) -> bytes:
    """The template's styles part with our styles for the roles it lacks, and the report's language as default.

    `lists` are the numbers of the chapter list and the bulleted list our styles are bound to.
    """
    from lxml import etree

    root = root_of(styles)
    assert root is not None
    missing = set(Role) - set(roles_in(styles))
    own = "".join(markup for role, markup in definitions(style, ids, *lists).items() if role in missing)
    for element in etree.fromstring(f'<w:styles xmlns:w="{W}">{own}</w:styles>'):
        element.attrib.pop(w("default"), "")
        root.append(element)
    speak(root, language)
    cut_loose_ends(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def speak(root: "_Element", language: str) -> None:
    """Set the default language of a styles part."""
    for spoken in root.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}"):
        spoken.set(w("val"), language)


def cut_loose_ends(root: "_Element") -> None:
    """Take away what leads from a style to one that is not there; Word forgives it, validators do not."""
    known = {style.get(w("styleId")) for style in root.iter(w("style"))}
    for style in root.iter(w("style")):
        for name in ("basedOn", "next", "link"):
            lead = style.find(w(name))
            if lead is not None and lead.get(w("val")) not in known:
                style.remove(lead)


def numbered_headings(styles: bytes, ids: Mapping[Role, str]) -> bool:
    """Whether the template's highest heading style numbers its headings itself."""
    root = root_of(styles)
    assert root is not None
    heading = next((style for style in root.iter(w("style")) if style.get(w("styleId")) == ids[Role.HEADING1]), None)
    return heading is not None and heading.find(f"{w('pPr')}/{w('numPr')}") is not None
