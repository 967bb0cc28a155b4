"""Values in an edited file: what stands where each of them was printed."""

from collections.abc import Iterator

from rapportbyggare.core.edited import Anchor, EditedText
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import ValueAltered
from rapportbyggare.diff.corrected_elsewhere import found_again
from rapportbyggare.diff.corrected_judged import Stretch, judged, lost_value, made_value
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import ALIKE, IN_CELLS, anchors_of, by_words, cell_of, homes
from rapportbyggare.diff.folding import counterpart, flat, folded, likeness, same, skeleton
from rapportbyggare.typography.sentences import sentence_of

FEWEST_WORDS = 4


def corrected_value(one: ValueAltered, places: Places) -> Iterator[Correction]:
    """Each place where a value stands, or stood."""
    anchored = [place for place in anchors_of(places, one.ident) if _is_ours(one, *place, places)]
    for text, anchor in anchored:
        yield _sought(judged(one, at_anchor(one, text, anchor)), one, places)
    if not anchored:
        yield _sought(_by_words(one, places), one, places)
    orders = {text.order for text, _ in anchored}
    yield from (_copy(one, stretch) for stretch in _copies(one, places, orders))


def _sought(made: Correction, one: ValueAltered, places: Places) -> Correction:
    """A value that is not where it was: where else its old words stand."""
    return found_again(one, made, places) if made.standing is Standing.LOST else made


def _is_ours(one: ValueAltered, text: EditedText, anchor: Anchor, places: Places) -> bool:
    """Whether an anchor is this value's: when the draft printed something else there, its sentence must be the same."""
    edition = places.file.edition
    printed = edition.values.get(anchor.name, ("", ""))[1] if edition else ""
    if same(printed, one.text):
        return True
    around = skeleton(sentence_of(text.text, anchor.start, anchor.end))
    return max(likeness(around, skeleton(one.before)), likeness(around, skeleton(one.after))) >= ALIKE


def at_anchor(one: ValueAltered, text: EditedText, anchor: Anchor) -> Stretch:
    """The anchor's own words, else with what was written beside them, else what stands between the words round them."""
    own = Stretch(text, anchor.start, anchor.end)
    grown = Stretch(text, *_grown(text.text, anchor.start, anchor.end))
    middle = between(one, text)
    known = (stretch for stretch in (own, grown, middle) if same(stretch.words, one.right) or same(stretch.words, one.text))
    return next(known, grown if own.words else middle)


def between(one: ValueAltered, text: EditedText) -> Stretch:
    """What stands between the words that were round the value."""
    return Stretch(text, *counterpart(one.context, one.start, one.start + len(one.shown), text.text))


def _grown(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the rest of the words or numbers it begins and ends in."""
    plain = folded(text)
    while start and _goes_on(plain, start - 1):
        start -= 1
    while end < len(plain) and _goes_on(plain, end):
        end += 1
    return start, end


def _goes_on(plain: str, at: int) -> bool:
    """Whether the sign at `at` belongs to a number or word that stands on both sides of it, or is part of one."""
    if plain[at].isalnum():
        return True
    between_digits = 0 < at < len(plain) - 1 and plain[at - 1].isdigit() and plain[at + 1].isdigit()
    return between_digits and plain[at] in " ,."


def _by_words(one: ValueAltered, places: Places) -> Correction:
    if one.old.identity.part in IN_CELLS:
        cell = cell_of(places, one.old) or cell_of(places, one.new)
        return judged(one, between(one, cell)) if cell else lost_value(one, remarks.row_gone())
    found = by_words_of(one, places)
    if found is None:
        return lost_value(one, remarks.taken_out() if homes(places, one.old) else remarks.paragraph_gone())
    return judged(one, found)


def by_words_of(one: ValueAltered, places: Places) -> Stretch | None:
    """Where a value of running text stands, by the words of its sentence alone."""
    wordings, kind, chapter = (one.before, one.after), one.old.kind, one.new.chapter.words
    among = homes(places, one.old)
    found = (by_words(places, kind, chapter, wordings, among) if among else None) or by_words(places, kind, chapter, wordings)
    if found is None:
        return None
    sentence = found[0]
    at = one.context.find(one.before, max(0, one.start - len(one.before)))
    offset = one.start - at if 0 <= at <= one.start else 0
    start, end = counterpart(one.before, offset, offset + len(one.shown), sentence.said)
    shift = sentence.text.text.find(sentence.said, sentence.start)
    return Stretch(sentence.text, shift + start, shift + end)


def _copies(one: ValueAltered, places: Places, known: set[int]) -> Iterator[Stretch]:
    """The same sentence elsewhere in running text, copied without its anchors."""
    before = flat(one.before)
    if not places.anchored or not known or len(before.split()) < FEWEST_WORDS or one.old.identity.block:
        return
    for sentence in places.unmarked.get(before, ()):
        if sentence.text.order not in known:
            yield between(one, sentence.text)


def _copy(one: ValueAltered, stretch: Stretch) -> Correction:
    return made_value(one, stretch, Standing.TODO, one.text, remarks.copied())
