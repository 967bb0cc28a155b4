"""What a writer of HTML must know of the document besides the block at hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from rapportbyggare.core.compared import Cause, Comparison
from rapportbyggare.core.document import Document
from rapportbyggare.core.images import ImageFile
from rapportbyggare.page.markup import name_of

Names = Mapping[int, str]


class Age(Enum):
    """Which edition words belong to; the value is what their elements say in `data-sida`."""

    OLD = "gammal"
    NEW = "ny"


@dataclass(frozen=True, slots=True)
class Edition:
    """The pictures of an edition by name, and the names of its notes by number."""

    images: Mapping[str, ImageFile]
    notes: Names


@dataclass(frozen=True, slots=True)
class Pen:
    """What the blocks of one page share.

    `age` is the edition being written, `shift` what is added to the level of every heading, `causes` why each change by
    number, `note_numbers` the place of each note in their list, by key. Of what has been written, `taken` are the ids given
    out, each once, to the first that asks, and `depth` is the level of the latest heading.
    """

    new: Edition
    old: Edition
    age: Age = Age.NEW
    shift: int = 0
    causes: Mapping[int, Cause] = field(default_factory=lambda: MappingProxyType({}))
    note_numbers: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    taken: set[str] = field(default_factory=set)
    depth: list[int] = field(default_factory=lambda: [0])

    @property
    def edition(self) -> Edition:
        """The edition being written."""
        return self.old if self.age is Age.OLD else self.new

    def claim(self, name: str) -> str:
        """The id as an attribute with a space before it; "" when another element has it."""
        if name in self.taken:
            return ""
        self.taken.add(name)
        return f' id="{name}"'

    def descend(self, level: int) -> int:
        """The level of the next heading: its own, but never more than one below the latest, whoever wrote the text."""
        self.depth[0] = min(max(level, 1), self.depth[0] + 1)
        return self.depth[0]

    def target(self, key: str) -> str:
        """The id that references to `key` lead to, as an attribute; only the new edition is referred to."""
        return self.claim(target_name(key)) if key and self.age is Age.NEW else ""


def target_name(key: str) -> str:
    """The id of what bears a key."""
    return f"mal-{name_of(key)}"


def aged(pen: Pen, age: Age) -> Pen:
    """The pen, writing words of one edition."""
    return pen if pen.age is age else replace(pen, age=age)


def document_pen(document: Document, images: Mapping[str, ImageFile], shift: int = 0) -> Pen:
    """A pen for one document that is compared with nothing."""
    edition = Edition(images, {note.number: note_name(note.number) for note in document.notes})
    return Pen(edition, edition, shift=shift, note_numbers={note.key: note.number for note in document.notes})


def comparison_pen(comparison: Comparison, shift: int = 0) -> Pen:
    """A pen for the tree of two editions: a note that stands in both has one name."""
    notes = list(enumerate(comparison.notes, 1))
    new = Edition(comparison.new.images, _numbered((note.new_number, number) for number, note in notes))
    old = Edition(comparison.old.images, _numbered((note.old_number, number) for number, note in notes))
    causes = {change.number: change.cause for change in comparison.changes}
    return Pen(new, old, shift=shift, causes=causes, note_numbers={note.key: number for number, note in notes})


def note_name(number: int) -> str:
    """The id of a footnote."""
    return f"not-{number}"


def _numbered(pairs: Iterable[tuple[int, int]]) -> Names:
    return {number: note_name(place) for number, place in pairs if number}
