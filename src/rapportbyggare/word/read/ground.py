"""What has to be known of a file before its running text is read: what each paragraph is, and where references lead."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.place import Place
from rapportbyggare.word.edited.events import NOTES
from rapportbyggare.word.lint.elements import ID, NAME, START, STOP, w
from rapportbyggare.word.names import TARGET
from rapportbyggare.word.read.numbering import Listed, Lists
from rapportbyggare.word.read.styles import Styles
from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.package import Package, Source
from rapportbyggare.word.values import number, said

if TYPE_CHECKING:
    from lxml.etree import _Element

ORDER = "{urn:rapportbyggare:stycke}nr"
PARAGRAPH = w("p")
HARD_SPACE = "\u00a0"
LEADS = {"tabell": "tabell", "figur": "figur", "not": "not", "bilaga": "bilaga", "rubrik": "avsnittet"}
APPENDIX = ("bilaga", "appendix")


@dataclass(frozen=True, slots=True)
class Known:
    """What a paragraph is: its style, the role of that, its level as a heading (None: none), its place in a list."""

    style: str
    role: Role | None
    level: int | None
    listed: Listed | None


@dataclass(frozen=True, slots=True)
class Goal:
    """What a bookmark leads to, as a Reference tells of it."""

    key: str
    kind: str
    lead: str
    number: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A file made ready to be read.

    `known` holds its paragraphs by their order, `goals` what each bookmark leads to, `notes` the number of each note by
    kind and id, in the order they are marked, `printed` what each value printed. `remarks` counts what is not read.
    """

    name: str
    package: Package
    styles: Styles
    language: str
    edition: EditionMap | None
    ours: bool
    relations: Mapping[str, Source]
    known: Mapping[int, Known]
    goals: Mapping[str, Goal]
    notes: Mapping[tuple[str, str], int]
    printed: Mapping[str, frozenset[str]]
    remarks: Counter[str] = field(default_factory=Counter)


def place_of(name: str, order: int) -> Place:
    """The place of a paragraph of a file."""
    return Place(name, cell=f"stycke {order}")


def order_of(paragraph: "_Element") -> int:
    """Which of the file's paragraphs it is, 0 when it has not been counted."""
    return number(paragraph.get(ORDER)) or 0


def counted(root: "_Element", first: int) -> int:
    """Give each paragraph of a story its order, from `first`; that of the next story's first."""
    for paragraph in root.iter(PARAGRAPH):
        paragraph.set(ORDER, str(first))
        first += 1
    return first


def known_paragraphs(main: "_Element", styles: Styles, lists: Lists) -> dict[int, Known]:
    """Every paragraph of the body, the lists counted."""
    return {order_of(paragraph): _known(paragraph, styles, lists) for paragraph in main.iter(PARAGRAPH)}


def _known(paragraph: "_Element", styles: Styles, lists: Lists) -> Known:
    style = said(paragraph, "pPr", "pStyle") or styles.default
    return Known(style, styles.role(style), styles.level(paragraph), lists.listed(paragraph, style))


def heading_kind(listed: Listed | None) -> HeadingKind:
    """Whether a heading is numbered, and in which series."""
    if listed is None or not listed.ordered:
        return HeadingKind.UNNUMBERED
    return HeadingKind.APPENDIX if listed.lead.strip().lower() in APPENDIX else HeadingKind.NUMBERED


def note_numbers(main: "_Element") -> dict[tuple[str, str], int]:
    """The number of each note that is marked in the body."""
    found: dict[tuple[str, str], int] = {}
    for mark in main.iter(*NOTES):
        found.setdefault((NOTES[str(mark.tag)], mark.get(ID, "")), len(found) + 1)
    return found


def goals_in(
    main: "_Element", known: Mapping[int, Known], notes: Mapping[tuple[str, str], int], keys: Mapping[str, str]
) -> dict[str, Goal]:
    """What the bookmarks lead to that references lead to; `keys` gives their keys where a name is not enough."""
    found: dict[str, Goal] = {}
    for mark in main.iter(START):
        name = mark.get(NAME, "")
        if name.startswith(TARGET) and name not in found:
            goal = _goal(mark, keys.get(name, name.removeprefix(TARGET)), known, notes)
            found |= {name: goal} if goal else {}
    return found


def _goal(mark: "_Element", key: str, known: Mapping[int, Known], notes: Mapping[tuple[str, str], int]) -> Goal | None:
    inside = list(_inside(mark))
    for element in inside:
        for reference in element.iter(*NOTES):
            note = notes.get((NOTES[str(reference.tag)], reference.get(ID, "")), 0)
            return Goal(mark.get(NAME, ""), "not", "not", str(note))
    paragraph = next(mark.iterancestors(PARAGRAPH), None)
    fact = None if paragraph is None else known.get(order_of(paragraph))
    words = "".join(text.text or "" for element in inside for text in element.iter(w("t")))
    if fact is not None and fact.level is not None:
        return _heading_goal(key, fact, fact.level, words)
    codes = "".join(code.text or "" for element in inside for code in element.iter(w("instrText")))
    kind = next((kind for kind in ("tabell", "figur") if kind in codes.lower()), "")
    return Goal(key, kind, LEADS[kind], words.strip()) if kind else None


def _heading_goal(key: str, fact: Known, level: int, words: str) -> Goal:
    label = fact.listed.label if fact.listed else ""
    match heading_kind(fact.listed):
        case HeadingKind.NUMBERED:
            return Goal(key, "avsnitt", "kapitel" if level == 1 else "avsnitt", label)
        case HeadingKind.APPENDIX:
            return Goal(key, "bilaga", "bilaga", label)
        case HeadingKind.UNNUMBERED:
            return Goal(key, "rubrik", "avsnittet", words)


def _inside(mark: "_Element") -> "Iterator[_Element]":
    """What stands beside a bookmark's beginning, up to its end."""
    for element in mark.itersiblings("*"):
        if element.tag == STOP and element.get(ID) == mark.get(ID):
            return
        yield element
