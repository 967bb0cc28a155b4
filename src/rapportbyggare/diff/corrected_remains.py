"""Old numbers that stand in sentences of somebody's own, where nothing of ours tells what they are."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from rapportbyggare.core.edited import EditedText
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import Alteration, ValueAltered
from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.correction_forms import Form, forms, occurrences, plain_form
from rapportbyggare.diff.edited_places import Places, Sentence
from rapportbyggare.diff.edited_search import cell_words
from rapportbyggare.diff.folding import same

Old = Mapping[Form, ValueAltered]


def remains(altered: Iterable[Alteration], told: Sequence[Correction], places: Places) -> Iterator[Correction]:
    """Each old number that stands outside what is told already, in words that the report does not print."""
    olds: dict[Form, ValueAltered] = {}
    for one in altered:
        if isinstance(one, ValueAltered):
            olds |= {form: one for form in forms(one.text) if form not in olds}
    idents = {one.ident for one in olds.values()}
    covered = _covered(told, olds)
    for sentence, start, end in _standing(olds, idents, places):
        one = olds[plain_form(sentence.text.text[start:end])]
        key = sentence.text.order, one.text
        covered[key] -= 1
        if covered[key] < 0:
            yield _see(one, sentence, start, end)


def _covered(told: Iterable[Correction], olds: Old) -> Counter[tuple[int, str]]:
    """How many times each old number is told already, by text."""
    found: Counter[tuple[int, str]] = Counter()
    for one in told:
        if one.standing is Standing.TODO:
            at = occurrences(one.stands, tuple(olds))
            found.update((one.order, olds[plain_form(one.stands[start:end])].text) for start, end in at)
    return found


def _standing(olds: Old, idents: Container[str], places: Places) -> Iterator[tuple[Sentence, int, int]]:
    for sentence in places.sentences:
        said = sentence.text.text[sentence.start : sentence.end]
        found = occurrences(said, tuple(olds))
        if found and not _ours(sentence, places):
            yield from (
                (sentence, sentence.start + start, sentence.start + end)
                for start, end in found
                if not _untouched(sentence.text, sentence.start + start, sentence.start + end, idents, places)
            )


def _ours(sentence: Sentence, places: Places) -> bool:
    spot = sentence.text.cell
    if spot and spot.row and spot.column:
        return any(places.printed.has_cell(block, spot) for block in places.printed.spots)
    return places.printed.says(sentence.text, sentence.said)


def _untouched(text: EditedText, start: int, end: int, idents: Container[str], places: Places) -> bool:
    """Whether an anchor of a value that has not changed holds the number just as the draft printed it."""
    values = places.file.edition.values if places.file.edition else None
    inside = [anchor for anchor in text.anchors if anchor.start <= start and end <= anchor.end]
    if values is None:
        return bool(inside)
    own = [(values.get(one.name, ("", "")), text.text[one.start : one.end]) for one in inside]
    return any(ident not in idents and same(was, words) for (ident, was), words in own)


def _see(one: ValueAltered, sentence: Sentence, start: int, end: int) -> Correction:
    text, number = sentence.text, sentence.text.text[start:end]
    where = cell_words(text)
    remark = remarks.old_figure(number, one.text, one.right)
    return Correction(
        Standing.SEE, What.VALUE, text.order, text.heading, where, sentence.said, one.text, number, one.right, remark
    )
