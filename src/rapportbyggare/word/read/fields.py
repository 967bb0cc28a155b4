"""What a field of a file says: a reference, a note's number again, a number in a series, a link, or plain words."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapportbyggare.core.flat import PLAIN, Atom, nested
from rapportbyggare.core.text import Code, DocumentText, NoteNumber, Reference, Text, Value
from rapportbyggare.word.read.ground import HARD_SPACE, Goal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
LEAD = re.compile(rf"[^\W\d_]+{HARD_SPACE}$")


@dataclass(frozen=True, slots=True)
class Serial:
    """A number in a series ("Tabell", "Figur"), and how it looks."""

    series: str
    atom: Atom


@dataclass(frozen=True, slots=True)
class Thing:
    """What is drawn or embedded: a picture, a text box, a formula."""

    element: "_Element"


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break among words."""


Item = Atom | Serial | Thing | NewPage
Items = list[Item]


def words_of(items: Items) -> str:
    """The words among items."""
    leaves = (item.leaf for item in items if isinstance(item, Atom))
    return "".join(leaf.text for leaf in leaves if isinstance(leaf, (Text, Code, Value)))


def read_field(code: str, result: Items, goals: "Mapping[str, Goal]") -> Items:
    """The field as items; what it is not known to be reads as its result."""
    instruction = [quoted or bare for quoted, bare in WORD.findall(code)]
    kind, first = (instruction[0].upper() if instruction else ""), (instruction[1] if len(instruction) > 1 else "")
    goal, face = goals.get(first), next((item.face for item in result if isinstance(item, Atom)), PLAIN)
    words = words_of(result)
    if kind == "SEQ" and words.strip():
        return [Serial(first, Atom(Text(words), face))]
    if kind == "HYPERLINK":
        return linked(result, address_in(instruction), goals)
    if goal is None or not words:
        return result
    if kind == "NOTEREF" and "\\f" in instruction and goal.number.isdigit():
        return [Atom(NoteNumber(int(goal.number), True), face)]
    if kind in ("REF", "NOTEREF"):
        return [Atom(live(goal, words), face)]
    return result


def live(goal: Goal, words: str) -> Reference:
    """A reference by number; an appendix' word is part of what the field says."""
    lead, _, number = words.rpartition(HARD_SPACE) if goal.kind == "bilaga" else ("", "", words)
    return Reference(goal.key, goal.kind, lead, number)


def with_lead(before: Items, reference: Reference) -> Reference:
    """The reference with the word typed before its number, which is taken from the items before it."""
    last = before[-1] if before else None
    if reference.children or reference.lead or not isinstance(last, Atom) or not isinstance(last.leaf, Text):
        return reference
    found = LEAD.search(last.leaf.text)
    if found is None:
        return reference
    before[-1:] = [Atom(Text(last.leaf.text[: found.start()]), last.face)] if found.start() else []
    return Reference(reference.key, reference.kind, found.group()[:-1], reference.number)


def address_in(instruction: list[str]) -> str:
    """Where a field that links leads: an address, "#" and a bookmark's name, or both."""
    place = instruction[instruction.index("\\l") + 1 :][:1] if "\\l" in instruction else []
    first = instruction[1] if len(instruction) > 1 and not instruction[1].startswith("\\") else ""
    return first + (f"#{place[0]}" if place else "")


def linked(items: Items, address: str, goals: "Mapping[str, Goal]") -> Items:
    """Items that lead to an address; to something in the document it is a reference in words of its own, or nothing."""
    if address.startswith("#"):
        return reference_to(goals.get(address[1:]), items)
    return [led(item, address) for item in items]


def led(item: Item, address: str) -> Item:
    """An item that leads to an address."""
    if not isinstance(item, Atom):
        return item
    face = item.face
    return Atom(item.leaf, type(face)(address, face.language, face.bold, face.italic), item.raised)


def reference_to(goal: Goal | None, items: Items) -> Items:
    """Words that lead to something in the document."""
    if goal is None or not items or not all(isinstance(item, Atom) for item in items):
        return items
    children: DocumentText = nested(item for item in items if isinstance(item, Atom))
    return [Atom(Reference(goal.key, goal.kind, goal.lead, goal.number, children))] if children else []
