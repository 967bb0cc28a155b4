"""What a Word file says, read to be compared with another edition: the edition itself, and what somebody has done in it."""

from dataclasses import dataclass
from enum import Enum

from rapportbyggare.core.compared import Side
from rapportbyggare.core.place import NOWHERE, Place


class Pending(Enum):
    """What to do with tracked changes that nobody has taken a stand on; the values are what the user writes."""

    ACCEPTED = "godkänn"
    REJECTED = "avvisa"
    REFUSED = "vägra"


class PendingKind(Enum):
    """What a tracked change does; the values are what the reader meets."""

    INSERTED = "tillägg"
    DELETED = "strykning"
    MOVED_HERE = "flyttat hit"
    MOVED_AWAY = "flyttat härifrån"
    FORMAT = "utseende"
    ROW_INSERTED = "ny rad"
    ROW_DELETED = "struken rad"
    CELL_INSERTED = "ny cell"
    CELL_DELETED = "struken cell"
    CELL_MERGED = "sammanslagna celler"
    CONTROL_INSERTED = "ny innehållskontroll"
    CONTROL_DELETED = "struken innehållskontroll"


@dataclass(frozen=True, slots=True)
class Where:
    """Where in a Word file something stands: the paragraph, the heading nearest above it, and the paragraph's words.

    `order` counts the paragraphs of the file as it lies, those in tables and deleted ones too, from 1; a block that is
    read from paragraphs has the first of them as its `place`. `row` and `column` tell where in a table (from 0, the head
    first), `note` is the number of the footnote it is in (0: none). In a header or footer `part` says which.
    """

    order: int
    heading: str
    text: str
    row: int = -1
    column: int = -1
    note: int = 0
    part: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A tracked change: who made it and when (ISO, "" when that is not said), and the words it is about."""

    author: str
    date: str
    kind: PendingKind
    words: str
    where: Where


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, the words it is about, whether it is marked as done, and the answers to it, oldest first."""

    author: str
    date: str
    text: str
    about: str
    where: Where
    done: bool = False
    answers: "tuple[Comment, ...]" = ()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A Word file read.

    `pending` and `comments` stand in reading order. `ours` when we built it, `untouched` when nobody has saved it since,
    `final` when it was built for the committee. `remarks` say what was not read, and how much of it there is.
    """

    side: Side
    pending: tuple[PendingChange, ...]
    comments: tuple[Comment, ...]
    ours: bool
    untouched: bool
    final: bool
    remarks: tuple[str, ...] = ()


class EditKind(Enum):
    """What somebody has done in an edited copy; the values are what the reader meets."""

    REWORDED = "omskrivet"
    ADDED = "tillagt"
    REMOVED = "struket"
    MOVED = "flyttat"
    PENDING = "spårad ändring"
    COMMENT = "kommentar"


@dataclass(frozen=True, slots=True)
class Overtyped:
    """A generated figure that reads otherwise in the edited copy: what it printed and what stands there now ("": nothing).

    `expression` is what it is made by, `place` where that is written, `where` says where it is printed.
    """

    ident: str
    expression: str
    printed: str
    now: str
    where: str
    place: Place


@dataclass(frozen=True, slots=True)
class AuthorEdit:
    """Something somebody has done in an edited copy, for the author to take over in the source.

    `where` and `chapter` say where in the report, `place` is the section file and line it belongs to (for what is new: the
    line it comes after). `old` and `new` are the words, `markdown` the new text as it is pasted into the section, with its
    figures bound ("" where there is nothing to paste). `changes` are the tracked changes in it, `comment` what was commented,
    `remarks` what to think of before pasting.
    """

    kind: EditKind
    where: str
    chapter: str
    place: Place
    old: str
    new: str
    markdown: str
    changes: tuple[PendingChange, ...] = ()
    comment: Comment | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorEdits:
    """All that somebody has done, in reading order; `overtyped` is for the one who delivers the figures."""

    edits: tuple[AuthorEdit, ...]
    overtyped: tuple[Overtyped, ...]


@dataclass(frozen=True, slots=True)
class HandedBack:
    """All that was done in the file of this name; `remarks` say how sure the list is."""

    file: str
    done: AuthorEdits
    remarks: tuple[str, ...] = ()
