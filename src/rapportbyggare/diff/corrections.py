"""What is to be corrected by hand in an edited file, when today's figures are other than those it was made with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from rapportbyggare.core.document import Document, DraftSection
from rapportbyggare.core.edited import EditedFile
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import (
    Alteration,
    DrawingAltered,
    MarkAltered,
    PassageAltered,
    SaidAltered,
    SentenceAltered,
    ValueAltered,
    alterations,
)
from rapportbyggare.diff.corrected_overwritten import overwritten
from rapportbyggare.diff.corrected_passages import corrected_passage
from rapportbyggare.diff.corrected_pictures import Alts, Digests, corrected_drawing, corrected_words
from rapportbyggare.diff.corrected_remains import remains
from rapportbyggare.diff.corrected_sentences import corrected_mark, corrected_sentence
from rapportbyggare.diff.corrected_values import corrected_value
from rapportbyggare.diff.correction import Correction, What
from rapportbyggare.diff.edited_places import Places, places_in
from rapportbyggare.diff.folding import flat
from rapportbyggare.diff.rewritten import rewritten
from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.passage import Identity, Passage, PrintedKind


def corrections(
    old: Document, new: Document, sections: Iterable[DraftSection], file: EditedFile, digests: Digests
) -> tuple[Correction, ...]:
    """Everything in the file that today's document says otherwise, in the file's order.

    `old` is the document that the file was made of, bound from today's draft (`sections`) to the data the file names, `new`
    today's. What the draft itself has been rewritten to since is corrected where the file's map tells what was printed.
    """
    before, after = passages(old), passages(new)
    places = places_in(file, before, after)
    changed = tuple(rewritten(before, after, places))
    told = {(one.new.identity, one.right, one.after) for one in changed}
    altered = (*(one for one in alterations(old, new, sections) if _words(one) not in told), *changed)
    found = [one for each in altered for one in _corrected(each, places, digests, _alts(before, after))]
    whole = (*_once(found), *remains(altered, found, places), *overwritten(before, after, altered, places))
    headings = {flat(one.chapter.words): one.chapter.heading for one in (*before, *after)}
    return _in_order([_headed(one, headings) for one in whole], file)


def _once(found: Iterable[Correction]) -> Iterator[Correction]:
    """Each sentence once: several of its values may need the whole of it written anew, or be found in one place."""
    told: set[tuple[int, str, str, str]] = set()
    for one in found:
        key = one.order, one.sentence, one.stands, one.right
        if key not in told or not (one.what is What.SENTENCE or one.remark == remarks.reworded()):
            yield one
        told.add(key)


def _words(one: Alteration) -> tuple[Identity, str, str] | None:
    return (one.new.identity, one.right, one.after) if isinstance(one, ValueAltered) else None


def _corrected(one: Alteration, places: Places, digests: Digests, alts: Mapping[str, Alts]) -> Iterator[Correction]:
    match one:
        case ValueAltered():
            yield from corrected_value(one, places)
        case SentenceAltered():
            yield corrected_sentence(one, places)
        case MarkAltered():
            yield corrected_mark(one, places)
        case PassageAltered():
            yield corrected_passage(one, places)
        case SaidAltered():
            yield corrected_words(one, places)
        case DrawingAltered(passage):
            yield corrected_drawing(one, places, digests, alts.get(passage.identity.block, ("", "")))
        case _:
            assert_never(one)


def _alts(before: Iterable[Passage], after: Iterable[Passage]) -> dict[str, Alts]:
    """The text alternatives of each figure, old and new."""
    old, new = ({one.identity.block: one.text for one in every if one.kind is PrintedKind.ALT} for every in (before, after))
    return {block: (old.get(block, text), text) for block, text in new.items()}


def _headed(one: Correction, headings: Mapping[str, str]) -> Correction:
    """The heading with its number, where today's document has it."""
    return replace(one, heading=headings.get(flat(one.heading), one.heading))


def _in_order(found: Sequence[Correction], file: EditedFile) -> tuple[Correction, ...]:
    """In the file's order, a note where it is marked; what has no place in it comes last under its heading, else last of all."""
    last = {flat(text.heading): text.order for text in file.texts if text.note < 0}
    end = max(last.values(), default=0)
    marked: dict[int, int] = {}
    for text in file.texts:
        for _, note in text.notes:
            marked.setdefault(note, text.order)
    notes = {text.order: marked.get(text.note, end) for text in file.texts if text.note >= 0}

    def order(one: Correction) -> tuple[int, int]:
        if one.order >= 0:
            return notes.get(one.order, one.order), one.order
        at = [number for heading, number in last.items() if heading and flat(one.heading).endswith(heading)]
        return (at[0] if at else end), end

    return tuple(sorted(found, key=order))
