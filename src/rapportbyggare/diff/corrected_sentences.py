"""Sentences that became others, and notes' marks that came or went, in an edited file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapportbyggare.core.edited import EditedText
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import MarkAltered, SentenceAltered
from rapportbyggare.diff.correction import Correction, Standing, What, where_of
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import IN_CELLS, by_words, cell_of, homes, suits
from rapportbyggare.diff.folding import flat, folded, same
from rapportbyggare.typography.sentences import sentence_of

Found = tuple[EditedText, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a correction is listed: its place in the file, the heading there, what it stands in, how it reads."""

    order: int
    heading: str
    where: str
    sentence: str = ""


def corrected_sentence(one: SentenceAltered, places: Places) -> Correction:
    """A sentence that is another one now."""
    among = _texts_of(one, places)
    gone = standing(one.before, among, places)
    come = standing(one.after, among, places)
    if gone and come:  # the one may be part of the other; else both stand there
        gone, come = (None, come) if flat(one.before) in flat(one.after) else (gone, None)
    found = come or gone or _alike(one, among, places)
    spot = spot_of(found, where_of(one.new), one.new.chapter.heading)
    if come or (not one.after and not gone):
        remark = "" if one.after else remarks.removed_already()
        return made(Standing.DONE, What.SENTENCE, spot, one.before, one.after, one.after, remark)
    if gone:
        remark = "" if one.after else remarks.remove()
        return made(Standing.TODO, What.SENTENCE, spot, one.before, one.before, one.after, remark)
    if found is None and one.before:
        return made(Standing.LOST, What.SENTENCE, spot, one.before, "", one.after, remarks.paragraph_gone())
    if not one.before:
        near = among[0].text if among else ""
        return made(Standing.TODO, What.SENTENCE, spot, "", "", one.after, remarks.insert_after(near))
    changed = remarks.changed_by_someone(one.before)
    return made(Standing.TODO, What.SENTENCE, spot, one.before, spot.sentence, one.after, changed)


def _texts_of(one: SentenceAltered | MarkAltered, places: Places) -> tuple[EditedText, ...]:
    if one.old.identity.part in IN_CELLS:
        cell = cell_of(places, one.old) or cell_of(places, one.new)
        return homes(places, one.old) or ((cell,) if cell else ())
    found = homes(places, one.old)
    if found:
        return found
    wordings = (one.old.text, one.new.text)
    whole = [text for text in places.file.texts if suits(one.old.kind, text) and any(same(text.text, said) for said in wordings)]
    if whole:
        return (whole[0],)
    sentence = by_words(places, one.old.kind, one.new.chapter.words, wordings)
    return (sentence[0].text,) if sentence else ()


def standing(words: str, among: Iterable[EditedText], places: Places) -> Found | None:
    """The first of some texts that the words stand in."""
    said = flat(words)
    return next(((text, words) for text in among if said and said in places.flats[text.order]), None)


def _alike(one: SentenceAltered, among: Sequence[EditedText], places: Places) -> Found | None:
    found = by_words(places, one.old.kind, one.new.chapter.words, filter(None, (one.before, one.after)), among) if among else None
    return (found[0].text, found[0].said) if found else None


def spot_of(found: Found | None, where: str, heading: str) -> Spot:
    """Where something is listed: where it was found, else under the heading it belongs to."""
    return Spot(found[0].order, found[0].heading, where, found[1]) if found else Spot(-1, heading, where)


def made(standing: Standing, what: What, spot: Spot, old: str, stands: str, right: str, remark: str = "") -> Correction:
    """A correction at a spot."""
    return Correction(standing, what, spot.order, spot.heading, spot.where, spot.sentence, old, stands, right, remark)


def corrected_mark(one: MarkAltered, places: Places) -> Correction:
    """A footnote's mark at one place, with the note when that came or went with it."""
    texts = _texts_of(one, places)
    said = {text.note: text.text for text in places.file.texts if text.note >= 0}
    found = next(((text, index) for text in texts for _, index in text.notes if same(said.get(index, ""), one.note)), None)
    home = found[0] if found else texts[0] if texts else None
    spot = spot_of((home, _beside(one, home)) if home else None, where_of(one.new), one.new.chapter.heading)
    old, right = ("", one.note) if one.came else (one.note, "")
    if home is None:
        return made(Standing.LOST, What.NOTE, spot, old, "", right, remarks.paragraph_gone())
    if (found is not None) == one.came:
        return made(Standing.DONE, What.NOTE, spot, old, right, right, "" if one.came else remarks.removed_already())
    if found is None:
        return made(Standing.TODO, What.NOTE, spot, old, old, right, remarks.mark_came(one.beside, one.whole))
    return made(Standing.TODO, What.NOTE, spot, old, old, right, _going(one, *found, places))


def _beside(one: MarkAltered, home: EditedText) -> str:
    """The sentence of the words that the mark stands after."""
    at = [place for words in (one.beside, one.was) if (place := folded(home.text).find(folded(words))) >= 0]
    return sentence_of(home.text, at[0], at[0] + 1) if at and not home.cell else home.text


def _going(one: MarkAltered, text: EditedText, index: int, places: Places) -> str:
    """How a mark is taken away: the first one of a note that has others holds the note itself."""
    marks = [other.order for other in places.file.texts for _, note in other.notes if note == index]
    if marks[0] != text.order:
        return remarks.mark_went(one.beside)
    return remarks.note_went(one.beside) if one.whole or len(marks) == 1 else remarks.note_moves(one.beside)
