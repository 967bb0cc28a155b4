"""Running text: one set of inline types, with expressions in the draft and values in the document."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar, Union

from rapportbyggare.core.figure import Figure
from rapportbyggare.core.place import NOWHERE, Place

L = TypeVar("L", covariant=True)


@dataclass(frozen=True, slots=True)
class Expression:
    """What stands between `{{` and `}}`, not yet evaluated; `place` points at the whole `{{ … }}`."""

    source: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a footnote by its label."""

    label: str
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference by key to a table, figure, section or note; no `children` means "tabell 2"."""

    key: str
    children: "tuple[Inline[DraftLeaf], ...]"
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Value:
    """An evaluated expression as printed.

    `figure` is None for words and names ("ökade", "Östersund"); `facts` are the figures a word rests on.
    `ident` is the anchor's stable name, `printed` what a decided edition printed when that is something else.
    """

    text: str
    figure: Figure | None
    facts: tuple[Figure, ...] = ()
    expression: Expression = field(compare=False, default=Expression("", NOWHERE))
    ident: str = field(compare=False, default="")
    printed: str = field(compare=False, default="")


@dataclass(frozen=True, slots=True)
class NoteNumber:
    """A footnote's mark. `repeated` when the note has been marked before (NOTEREF in Word)."""

    number: int
    repeated: bool
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class TableNoteMark:
    """The letter that leads to a note under the table."""

    letter: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved cross-reference: `lead` ("tabell") is typed text, `number` the live part.

    `kind` is one of `tabell`, `figur`, `avsnitt`, `bilaga`, `rubrik`, `not`; with `children` the reference is
    those words, linked.
    """

    key: str
    kind: str
    lead: str
    number: str
    children: "tuple[Inline[DocumentLeaf], ...]" = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words as the author wrote them."""

    text: str
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Code:
    """Words in a fixed-width type, taken literally."""

    text: str
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break the author asked for."""


@dataclass(frozen=True, slots=True)
class Emphasis(Generic[L]):
    """Italics."""

    children: "tuple[Inline[L], ...]"


@dataclass(frozen=True, slots=True)
class Strong(Generic[L]):
    """Bold."""

    children: "tuple[Inline[L], ...]"


@dataclass(frozen=True, slots=True)
class Span(Generic[L]):
    """A passage in another language (BCP 47)."""

    language: str
    children: "tuple[Inline[L], ...]"


@dataclass(frozen=True, slots=True)
class Link(Generic[L]):
    """A link to an http(s) or mailto address."""

    address: str
    children: "tuple[Inline[L], ...]"
    place: Place = field(compare=False, default=NOWHERE)


Inline = Union[Text, Code, LineBreak, Emphasis[L], Strong[L], Span[L], Link[L], L]
DraftLeaf = Union[Expression, NoteMark, CrossReference]
DocumentLeaf = Union[Value, NoteNumber, TableNoteMark, Reference]
DraftInline = Inline[DraftLeaf]
DocumentInline = Inline[DocumentLeaf]
DraftText = tuple[DraftInline, ...]
DocumentText = tuple[DocumentInline, ...]
