"""The styles of a file, as far as they say what a paragraph or a run is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.word.edited.styles import DEEPEST, HeadStyle, head_styles, heading_level
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.package import Package, root_of
from rapportbyggare.word.values import number, said, switch

if TYPE_CHECKING:
    from lxml.etree import _Element

ROLES = {role.style_name.lower(): role for role in Role}


@dataclass(frozen=True, slots=True)
class ListStyle:
    """What a paragraph style says of lists: the list's number and level, None where it says nothing."""

    number: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class RunLook:
    """What a character style says of weight, slant, language and place above the line; None: nothing."""

    bold: bool | None
    italic: bool | None
    language: str
    raised: bool | None


NOTHING = RunLook(None, None, "", None)


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id. `heads` tell of headings and of what each style builds on, `default` is that of plain paragraphs."""

    roles: Mapping[str, Role]
    heads: Mapping[str, HeadStyle]
    lists: Mapping[str, ListStyle]
    runs: Mapping[str, RunLook]
    default: str
    language: str

    def role(self, style: str) -> Role | None:
        """The role a style plays, by its name or that of one it builds on."""
        return next((self.roles[ident] for ident in self.chain(style) if ident in self.roles), None)

    def chain(self, style: str) -> Iterator[str]:
        """A paragraph style and those it builds on, nearest first."""
        for _ in range(DEEPEST):
            known = self.heads.get(style)
            if known is None:
                return
            yield style
            style = known.base

    def level(self, paragraph: "_Element") -> int | None:
        """A heading's level, 1 the highest; None for other paragraphs."""
        return heading_level(paragraph, self.heads)


def read_styles(package: Package) -> Styles:
    """The styles of a package; all is empty where it has none."""
    root = root_of(package.related("styles") or b"")
    every = [] if root is None else list(root.iterchildren(w("style")))
    bases = {one.get(w("styleId"), ""): one for one in every if one.get(w("type")) == "character"}
    paragraphs = {one.get(w("styleId"), ""): one for one in every if one.get(w("type"), "paragraph") == "paragraph"}
    return Styles(
        {ident: role for ident, one in (paragraphs | bases).items() if (role := ROLES.get(said(one, "name").lower()))},
        head_styles(package),
        {ident: _list_style(one) for ident, one in paragraphs.items()},
        {ident: _inherited(ident, bases) for ident in bases},
        next((ident for ident, one in paragraphs.items() if one.get(w("default")) in ("1", "true")), ""),
        said_language(root),
    )


def said_language(root: "_Element | None") -> str:
    """The language that all text is in, unless it says otherwise."""
    return said_lang(None if root is None else root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))


def said_lang(properties: "_Element | None") -> str:
    """The language a run's properties give, "" for none."""
    return said(properties, "lang")


def _list_style(style: "_Element") -> ListStyle:
    properties = style.find(f"{w('pPr')}/{w('numPr')}")
    if properties is None:
        return ListStyle(None, None)
    return ListStyle(said(properties, "numId") or None, number(said(properties, "ilvl")))


def _inherited(ident: str, styles: "Mapping[str, _Element]") -> RunLook:
    look = NOTHING
    for _ in range(DEEPEST):
        style = styles.get(ident)
        if style is None:
            break
        look = _merged(look, _own_look(style))
        ident = said(style, "basedOn")
    return look


def _merged(look: RunLook, base: RunLook) -> RunLook:
    return RunLook(
        base.bold if look.bold is None else look.bold,
        base.italic if look.italic is None else look.italic,
        look.language or base.language,
        base.raised if look.raised is None else look.raised,
    )


def _own_look(style: "_Element") -> RunLook:
    return run_look(style.find(w("rPr")))


def run_look(properties: "_Element | None") -> RunLook:
    """What a run's properties themselves say."""
    if properties is None:
        return NOTHING
    place = said(properties, "vertAlign")
    raised = place == "superscript" if place else None
    return RunLook(switch(properties, "b"), switch(properties, "i"), said_lang(properties), raised)
