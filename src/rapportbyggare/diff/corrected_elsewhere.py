"""Values that are not where they were: where else in their table or their chapter the old words stand."""

from collections.abc import Iterator
from dataclasses import replace

from rapportbyggare.core.edited import EditedText
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import ValueAltered
from rapportbyggare.diff.corrected_judged import Stretch, made_value
from rapportbyggare.diff.correction import Correction, Standing
from rapportbyggare.diff.correction_forms import forms, occurrences, plain_form
from rapportbyggare.diff.edited_places import Places, Sentence
from rapportbyggare.diff.edited_search import IN_CELLS, cell_words, suits, table_number
from rapportbyggare.diff.folding import flat, same
from rapportbyggare.passages.passage import PrintedKind


def found_again(one: ValueAltered, lost: Correction, places: Places) -> Correction:
    """What is to be done with a value that is not where it was: nothing is said to be well while its old words stand near."""
    if one.old.identity.part in IN_CELLS and (cell := _moved_cell(one, places)):
        return cell
    stretches = tuple(_in_chapter(one, places))
    exact = len(stretches) == 1 and same(stretches[0].words, one.text)
    if exact and forms(one.text) and one.old.kind is not PrintedKind.CELL:
        return made_value(one, stretches[0], Standing.TODO, stretches[0].words, remarks.reworded())
    if stretches:
        return replace(lost, remark=remarks.stands_there(one.text, stretches[0].sentence))
    return lost


def _moved_cell(one: ValueAltered, places: Places) -> Correction | None:
    """The value in a cell of its table that has got another heading."""
    block = one.old.identity.block
    table = table_number(places, block)
    cells = [text for text in places.file.texts if text.cell and text.cell.table == table and _is_free(text, block, places)]
    for said, standing in ((one.text, Standing.TODO), (one.right, Standing.DONE)):
        found = _best([text for text in cells if same(text.text, said)], one, places)
        if found:
            whole = Stretch(found[0], 0, len(found[0].text))
            known = f"{remarks.other_headings()} {remarks.cells(map(cell_words, found))}"
            made = made_value(one, whole, standing, said, known)
            return made if len(found) == 1 else replace(made, standing=Standing.LOST, stands="", order=-1, sentence="")
    return None


def _is_free(text: EditedText, block: str, places: Places) -> bool:
    """Whether a cell is none of those that the report prints, by its headings."""
    spot = text.cell
    return spot is not None and spot.row > 0 and not text.anchors and not places.printed.has_cell(block, spot)


def _best(cells: list[EditedText], one: ValueAltered, places: Places) -> list[EditedText]:
    """Those that keep one of their headings, when there are such."""
    number, row = one.old.identity.item, flat(one.old.row)
    in_row = [text for text in cells if text.cell and flat(text.cell.row_words) == row]
    in_column = [text for text in cells if text.cell and places.printed.heads_column(one.old.identity.block, number, text.cell)]
    return in_row or in_column or cells


def _in_chapter(one: ValueAltered, places: Places) -> Iterator[Stretch]:
    """Where the old words stand in somebody's own sentences in the same chapter, outside our anchors."""
    chapters = {flat(words) for words in (one.old.chapter.words, one.new.chapter.words)}
    for sentence in places.sentences:
        text = sentence.text
        if flat(text.heading) in chapters and _may_hold(one, text) and not places.printed.says(text, sentence.said):
            yield from own_words(sentence, one.text)


def _may_hold(one: ValueAltered, text: EditedText) -> bool:
    return text.cell is None and (one.old.kind is PrintedKind.CELL or suits(one.old.kind, text))


def own_words(sentence: Sentence, words: str) -> Iterator[Stretch]:
    """Where some words stand in a sentence, outside anchors: a number in any form, other words as they are."""
    text, said = sentence.text, sentence.text.text[sentence.start : sentence.end]
    found = occurrences(said, forms(words) or (plain_form(words),))
    for start, end in found:
        stretch = Stretch(text, sentence.start + start, sentence.start + end)
        if not any(anchor.start <= stretch.start and stretch.end <= anchor.end for anchor in text.anchors):
            yield stretch
