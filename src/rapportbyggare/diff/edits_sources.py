"""What the sources hold behind what a report prints: the expression of each value, the label of each note, the loops."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapportbyggare.core.blocks import Choice, Claim, DraftBlock, FactBox, Landscape, ListBlock, Loop, Paragraph, Quote
from rapportbyggare.core.document import Document, DraftSection, Note, note_mark
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import Value
from rapportbyggare.core.walk import all_texts, values_of

NEW = "ny"
Labels = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Written:
    """What is written in the sources: values by identity, the labels of the untouched document's notes by number,

    those of the edited copy's, and where something stands in a loop.
    """

    values: Mapping[str, tuple[Value, ...]]
    labels: Labels
    standing: Labels
    looped: frozenset[Place]


def written_in(document: Document, sections: Sequence[DraftSection], notes: Sequence[Note]) -> Written:
    """What the sources hold; `notes` are those of the edited copy."""
    values: dict[str, tuple[Value, ...]] = {}
    for value in values_of(all_texts(document)):
        values[value.ident] = (*values.get(value.ident, ()), value)
    authored = {f"{section.file}:{label}": label for section in sections for label in section.notes}
    labels = {note.number: authored.get(note.key, _last(note.key)) for note in document.notes}
    by_mark = {note_mark(note.key): labels[note.number] for note in document.notes}
    standing: dict[int, str] = {}
    fresh = 0
    for note in notes:
        mark = next((mark for mark in by_mark if note.key.endswith(mark)), None)
        fresh += mark is None
        standing[note.number] = f"{NEW}-{fresh}" if mark is None else by_mark[mark]
    loops = (place for section in sections for place in _looped(section.blocks, False))
    return Written(values, labels, standing, frozenset(loops))


def _last(key: str) -> str:
    """The label of a note that a specification defines; "" for one that the tool writes."""
    file, _, label = key.rpartition(":")
    return label if file.endswith((".toml", ".md")) or ".toml:" in file else ""


def _looped(blocks: Iterable[DraftBlock], inside: bool) -> Iterator[Place]:
    for block in blocks:
        match block:
            case Paragraph(place=place) if inside:
                yield place
            case Loop(blocks=inner):
                yield from _looped(inner, True)
            case Choice(arms):
                for _, inner in arms:
                    yield from _looped(inner, inside)
            case Claim(blocks=inner) | Quote(blocks=inner) | FactBox(blocks=inner) | Landscape(blocks=inner):
                yield from _looped(inner, inside)
            case ListBlock(items=items):
                for item in items:
                    yield from _looped(item, inside)
            case _:
                pass
