"""What is numbered in the order it is read: notes, headings, tables and figures, and the keys that lead to them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapportbyggare.binding import messages
from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.document import DraftNote, Note
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentText, DraftText, NoteNumber, TableNoteMark
from rapportbyggare.typography.sentences import ends_sentence

NOTE_PREFIX = "not-"


class Target(NamedTuple):
    """What a key leads to: its kind, the words before the number, and the number (or a heading's words)."""

    kind: str
    lead: str
    number: str
    place: Place


@dataclass(slots=True)
class Letters:
    """Notes under one table, lettered in the order they are marked."""

    found: dict[str, DocumentText] = field(default_factory=dict)

    def mark(self, key: str, content: DocumentText) -> TableNoteMark:
        """The mark of a note, new or used before."""
        self.found.setdefault(key, content)
        return TableNoteMark(letter(list(self.found).index(key)))

    def notes(self) -> list[tuple[TableNoteMark, DocumentText]]:
        """The notes with their marks, in order."""
        return [(TableNoteMark(letter(n)), content) for n, content in enumerate(self.found.values())]


def letter(index: int) -> str:
    """The letter of a table note: a … z, then aa, ab and on."""
    return chr(97 + index) if index < 26 else letter(index // 26 - 1) + letter(index % 26)


@dataclass(slots=True)
class Register:
    """Numbers given out so far in a report, and where each key leads; `ambiguous` keys lead to several notes."""

    problems: list[Problem]
    targets: dict[str, Target] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    tables: int = 0
    figures: int = 0
    ambiguous: set[str] = field(default_factory=set)
    _levels: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    _appendices: int = 0
    _deepest: int = 0
    _spelt: dict[str, str] = field(default_factory=dict)
    _numbered: bool = False

    def note(self, key: str, place: Place) -> NoteNumber | None:
        """The mark of a note already printed, or None: then `add_note` gives it a number."""
        known = self.notes.get(key)
        return NoteNumber(known.number, True, place) if known else None

    def reserve_note(self, key: str, label: str, place: Place) -> NoteNumber:
        """Give a note its number before its text is bound."""
        number = len(self.notes) + 1
        self.notes[key] = Note(number, key, (), place)
        if label:
            self.lead(NOTE_PREFIX + label, Target("not", "not", str(number), place))
        return NoteNumber(number, False, place)

    def fill_note(self, key: str, content: DocumentText) -> None:
        """Set the text of a note that has its number."""
        kept = self.notes[key]
        self.notes[key] = Note(kept.number, key, content, kept.place)

    def lead(self, key: str, target: Target) -> None:
        """Remember where a key leads; a key used twice is a problem, also in other letters: Word tells no case apart."""
        if key in self.targets and target.kind == self.targets[key].kind == "not":
            self.ambiguous.add(key)
        elif (other := self._spelt.get(key.casefold())) is not None:
            self.problems.append(messages.duplicate_key(target.place, key, self.targets[other].place))
        self._spelt.setdefault(key.casefold(), key)
        self.targets.setdefault(key, target)

    def heading(self, level: int, kind: HeadingKind, key: str, words: str, place: Place) -> tuple[HeadingKind, str]:
        """The kind and number of the next heading."""
        if level > self._deepest + 1:
            self.problems.append(messages.skipped_level(place, level, self._deepest))
        self._deepest = level
        kind, number = self._numbering(level, kind)
        if key:
            self.lead(key, _heading_target(level, kind, number, words, place))
        return kind, number

    def _numbering(self, level: int, kind: HeadingKind) -> tuple[HeadingKind, str]:
        if level == 1:
            self._numbered = kind is HeadingKind.NUMBERED
        if kind is HeadingKind.APPENDIX and level == 1:
            self._appendices += 1
            return kind, str(self._appendices)
        if kind is not HeadingKind.NUMBERED or not self._numbered:
            return HeadingKind.UNNUMBERED, ""
        self._levels[level - 1] += 1
        self._levels[level:] = [0] * (len(self._levels) - level)
        return kind, ".".join(str(n) for n in self._levels[:level])

    def table(self, key: str, place: Place) -> int:
        """The number of the next table."""
        self.tables += 1
        if key:
            self.lead(key, Target("tabell", "tabell", str(self.tables), place))
        return self.tables

    def figure(self, key: str, place: Place) -> int:
        """The number of the next figure."""
        self.figures += 1
        if key:
            self.lead(key, Target("figur", "figur", str(self.figures), place))
        return self.figures


def _heading_target(level: int, kind: HeadingKind, number: str, words: str, place: Place) -> Target:
    match kind:
        case HeadingKind.NUMBERED:
            return Target("avsnitt", "kapitel" if level == 1 else "avsnitt", number, place)
        case HeadingKind.APPENDIX:
            return Target("bilaga", "bilaga", number, place)
        case HeadingKind.UNNUMBERED:
            return Target("rubrik", "avsnittet", words, place)


class AutomaticNote(NamedTuple):
    """A note that a value brings with it, and what tells it from others: notes that say the same are one."""

    key: str
    content: DraftText


@dataclass(slots=True)
class Marked:
    """The automatic notes marked so far in one text: preliminary ones in all of it, reservations in the present sentence."""

    preliminary: set[str] = field(default_factory=set)
    reservations: set[str] = field(default_factory=set)
    _end: str = ""

    def pass_over(self, words: str) -> None:
        """Go on past running text: in a new sentence, reservations are marked again."""
        if self.reservations and ends_sentence(self._end + words):
            self.reservations.clear()
        self._end = words.rpartition(" ")[2] if self.reservations else ""


class Notes(NamedTuple):
    """The footnotes a text can mark: those of `owner` (a file, a table), and letters when they stand under a table.

    The notes of breaks are not marked at each value where the table or chart gathers them (`breaks` is off).
    """

    defined: Mapping[str, DraftNote]
    owner: str = ""
    letters: Letters | None = None
    automatic: bool = True
    breaks: bool = True
