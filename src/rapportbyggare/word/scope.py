"""What a writer knows and gathers while it writes one part of a document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from rapportbyggare.core.images import ImageFile
from rapportbyggare.word.look import Look
from rapportbyggare.word.names import END
from rapportbyggare.word.relations import Relation

Series = dict[tuple[str, str, int, str], int]


class ListedHeading(NamedTuple):
    """A heading as the contents list shows it."""

    level: int
    text: str
    bookmark: str


class AnchoredBlock(NamedTuple):
    """A generated table or chart with a bookmark round it."""

    ident: str
    kind: str
    key: str


@dataclass(slots=True)
class Record:
    """What is gathered for the document as a whole: numbers given out, names taken, things to list later.

    `values` are the anchored ones as the edition map tells of them, `series` the numbers of what many of their facts have in
    common: indicator, measure, year and deliveries. `keys` are bookmarks and the keys they stand for.
    """

    bookmark_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    bookmark_names: set[str] = field(default_factory=lambda: {END})
    drawing_numbers: Iterator[int] = field(default_factory=lambda: count(1))
    headings: list[ListedHeading] = field(default_factory=list)
    list_starts: list[int] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    series: Series = field(default_factory=dict)
    blocks: list[AnchoredBlock] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope:
    """What writing depends on, and where it gathers. `relations` belong to the part being written.

    `note_names` gives the bookmark of each footnote that something leads to, by number; `width` is the room
    for text in twentieths of a point.
    """

    look: Look
    draft: bool
    contents: bool
    targets: frozenset[str]
    note_names: Mapping[int, str]
    images: Mapping[str, ImageFile]
    width: int
    record: Record = field(default_factory=Record)
    relations: dict[str, Relation] = field(default_factory=dict)
    in_notes: bool = False


def related(scope: Scope, relation: Relation) -> str:
    """The id of a relationship of this part, made if it is new."""
    scope.relations[relation.ident] = relation
    return relation.ident


def free_name(scope: Scope, name: str) -> str:
    """The name, with a counter when a bookmark already bears it, in capitals or not: Word knows no difference."""
    taken = scope.record.bookmark_names
    if name.lower() in taken:
        name = next(f"{name[:36]}_{n}" for n in count(2) if f"{name[:36]}_{n}".lower() not in taken)
    taken.add(name.lower())
    return name
