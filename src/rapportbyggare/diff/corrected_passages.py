"""Passages, rows and notes that came, went or were exchanged: which of them stand in an edited file."""

from collections.abc import Iterable

from rapportbyggare.core.edited import EditedText, TextKind
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import PassageAltered
from rapportbyggare.diff.changes import Part
from rapportbyggare.diff.corrected_sentences import Found, Spot, made, spot_of, standing
from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.edited_places import Places
from rapportbyggare.diff.edited_search import anchors_of, suits, table_number
from rapportbyggare.diff.folding import every, flat, likeness
from rapportbyggare.passages.passage import PrintedKind

KINDS = {Part.ROW: What.ROW, Part.COLUMN: What.COLUMN, Part.NOTE: What.NOTE, Part.TABLE: What.BLOCK, Part.FIGURE: What.BLOCK}
CELLS = " | "


def corrected_passage(one: PassageAltered, places: Places) -> Correction:
    """A passage, row, note, table or figure that came, went or was exchanged."""
    change = one.change
    come = _lines_standing(change.after, one, places, ())
    gone = () if not change.before else _went(one, places, [text.order for text, _ in come])
    found = (*gone, *come)
    where = "" if change.part in (Part.PASSAGE, Part.HEADING) else change.spot.where
    spot = spot_of(found[0] if found else _near(one, places), where, change.spot.chapter.heading)
    what = KINDS.get(change.part, What.PASSAGE)
    stands = "\n".join(said for _, said in gone)
    if gone:
        remark = remarks.exchange() if change.after else remarks.remove()
        return made(Standing.TODO, what, spot, change.before, stands, change.after, remark)
    if len(come) == len(_lines(change.after)):
        remark = "" if change.after else remarks.removed_already()
        return made(Standing.DONE, what, spot, change.before, change.after, change.after, remark)
    spot = Spot(spot.order, spot.heading, spot.where)
    return made(Standing.TODO, what, spot, change.before, "", change.after, remarks.insert_after(_words_near(one)))


def _words_near(one: PassageAltered) -> str:
    return one.near if one.change.part in (Part.PASSAGE, Part.HEADING, Part.TABLE, Part.FIGURE) else ""


def _near(one: PassageAltered, places: Places) -> Found | None:
    """The text that something new comes after."""
    said = flat(one.near)
    found = [text for text in places.file.texts if said and places.flats[text.order] == said]
    return (found[0], "") if found else None


def _lines(words: str) -> list[str]:
    return [line for line in words.split("\n") if line]


def _lines_standing(words: str, one: PassageAltered, places: Places, without: Iterable[int]) -> tuple[Found, ...]:
    """The lines that stand in the file, each with its text."""
    found = (_line_standing(line, one, places, set(without)) for line in _lines(words))
    return tuple(one for one in found if one is not None)


def _line_standing(line: str, one: PassageAltered, places: Places, without: set[int]) -> Found | None:
    if one.change.part in (Part.ROW, Part.COLUMN):
        return _row_standing(line, one, places)
    kind = PrintedKind.NOTE if one.change.part is Part.NOTE else PrintedKind.PROSE
    texts = [
        text for text in places.file.texts if suits(kind, text) and text.order not in without and text.kind is not TextKind.CELL
    ]
    exact = standing(line, texts, places)
    if exact or len(every(line)) < 4:
        return exact
    return next(((text, text.text) for text in texts if _nearly(line, text.text)), None)


def _nearly(line: str, text: str) -> bool:
    """Whether a text is the line with a word or two changed, and its numbers the same."""
    one, other = every(line), every(text)
    numbers = [[word for word in row if word[0].isdigit()] for row in (one, other)]
    return numbers[0] == numbers[1] and likeness(one, other) >= 0.9


def _row_standing(line: str, one: PassageAltered, places: Places) -> Found | None:
    """The row of a table that has these cells; of one that went its heading is enough."""
    blocks = dict.fromkeys(change.thing.block for change in one.change.things)
    tables = {table_number(places, block) for block in blocks}
    cells = [flat(cell) for cell in line.split(CELLS)]
    rows: dict[tuple[int, int], list[EditedText]] = {}
    across = one.change.part is Part.COLUMN
    for text in places.file.texts:
        if text.cell and text.cell.table in tables:
            rows.setdefault((text.cell.table, text.cell.column if across else text.cell.row), []).append(text)
    came = line == one.change.after
    for row in rows.values():
        said = [places.flats[text.order] for text in row]
        if said == cells if came else said[0] == cells[0]:
            return row[0], CELLS.join(text.text for text in row)
    return None


def _went(one: PassageAltered, places: Places, without: list[int]) -> tuple[Found, ...]:
    """What should be gone and stands: by its anchors, else by its words."""
    if one.change.part in (Part.ROW, Part.COLUMN):
        return _lines_standing(one.change.before, one, places, without)
    idents = dict.fromkeys(change.old.ident for change in one.change.things if change.old and change.old.ident)
    lines = _lines(one.change.before)
    anchored = {text.order: text for ident in idents for text, _ in anchors_of(places, ident) if text.order not in without}
    alike = (text for text in anchored.values() if any(likeness(every(line), every(text.text)) >= 0.5 for line in lines))
    found = tuple((text, text.text) for text in alike)
    return found or _lines_standing(one.change.before, one, places, without)
