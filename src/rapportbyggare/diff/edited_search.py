"""Where in an edited file a text of ours stands now: by its anchors, else by its words."""

from collections import Counter
from collections.abc import Iterable

from rapportbyggare.core.edited import Anchor, EditedPicture, EditedTable, EditedText, TextKind
from rapportbyggare.diff.edited_places import Places, Sentence, Words
from rapportbyggare.diff.folding import every, flat, likeness, skeleton
from rapportbyggare.passages.passage import Passage, PrintedKind
from rapportbyggare.passages.printed import placed_values

ALIKE = 0.6
IN_CELLS = ("cell", "radrubrik", "kolumnrubrik")


def anchors_of(places: Places, ident: str) -> tuple[tuple[EditedText, Anchor], ...]:
    """Where the value of this identity has its anchor; several places when it was copied."""
    return tuple(place for name in places.names.get(ident, ()) for place in places.anchored.get(name, ()))


def homes(places: Places, passage: Passage) -> tuple[EditedText, ...]:
    """The texts that a passage of the old document stands in now, by the anchors of its values; a cell's also by its table."""
    idents = dict.fromkeys(value.ident for value, _ in placed_values(passage.content) if value.ident)
    found = Counter(text.order for ident in idents for text, _ in anchors_of(places, ident))
    if found:
        return tuple(text for text in places.file.texts if text.order in found)
    if passage.identity.part in IN_CELLS:
        return tuple(cell for cell in [cell_of(places, passage)] if cell is not None)
    return ()


def cell_of(places: Places, passage: Passage) -> EditedText | None:
    """The cell that a passage of a table is, by the words that head its row and column."""
    table = table_number(places, passage.identity.block)
    cells = [text for text in places.file.texts if text.cell and text.cell.table == table]
    column = int(passage.identity.item or "0")
    head = passage.identity.part == "kolumnrubrik"
    row = flat(passage.text if passage.identity.part == "radrubrik" else passage.row)
    at_row = [text for text in cells if _in_row(text, head, row)]
    headed = [
        text for text in at_row if text.cell and places.printed.heads_column(passage.identity.block, str(column), text.cell)
    ]
    if headed and not head:
        return headed[0]
    at = (text for text in at_row if text.cell and text.cell.column == column)
    return next((text for text in at if head or not column or not _of_another(places, passage, text)), None)


def cell_words(text: EditedText) -> str:
    """Where a cell stands, by the words that head its row and column; "" for what is no cell."""
    return f"rad {text.cell.row_words}, kolumn {text.cell.column_words}" if text.cell else ""


def _in_row(text: EditedText, head: bool, row: str) -> bool:
    return text.cell is not None and (text.cell.row == 0 if head else text.cell.row > 0 and flat(text.cell.row_words) == row)


def _of_another(places: Places, passage: Passage, text: EditedText) -> bool:
    """Whether a cell is headed as another column of its table was: then columns have been taken away or moved."""
    return text.cell is not None and places.printed.has_cell(passage.identity.block, text.cell)


def table_number(places: Places, block: str) -> int:
    """Which of the file's tables a generated one is: by its anchor, else by its heading; -1 when it is not found."""
    name = places.blocks.get(block, "")
    anchored = [text.cell.table for text in places.file.texts if text.cell and name and name in text.blocks]
    if anchored:
        return anchored[0]
    near = [(table.order - order, n) for order in headed(places, block) for n, table in enumerate(places.file.tables)]
    return min(((gap, n) for gap, n in near if gap > 0), default=(0, -1))[1]


def headed(places: Places, block: str) -> list[int]:
    """Where the heading of a table or a figure stands; a chart and its table may have the same."""
    heading = flat(places.headings.get(block, ""))
    return [text.order for text in places.file.texts if not text.cell and heading and heading in places.flats[text.order]]


def table_of(places: Places, block: str) -> EditedTable | None:
    """A generated table in the file."""
    number = table_number(places, block)
    return places.file.tables[number] if number >= 0 else None


def picture_of(places: Places, block: str, *alts: str) -> EditedPicture | None:
    """A chart or picture in the file: by its block's anchor, else by its text alternative, else above its heading."""
    pictures, name = places.file.pictures, places.blocks.get(block, "")
    anchored = [one for one in pictures if name and name in one.blocks]
    said = [one for one in pictures if one.alt and flat(one.alt) in map(flat, filter(None, alts))]
    if anchored or said:
        return (anchored or said)[0]
    near = [(order - picture.order, n) for order in headed(places, block) for n, picture in enumerate(pictures)]
    gap, number = min(((gap, n) for gap, n in near if gap > 0), default=(0, 0))
    return pictures[number] if gap else None


def suits(kind: PrintedKind, text: EditedText) -> bool:
    """Whether a text of the file can be a passage of this kind."""
    match kind:
        case PrintedKind.NOTE:
            return text.kind is TextKind.NOTE
        case PrintedKind.CELL:
            return text.kind is TextKind.CELL
        case _:
            return text.kind is not TextKind.NOTE


def by_words(
    places: Places, kind: PrintedKind, chapter: str, wordings: Iterable[str], among: Iterable[EditedText] = ()
) -> tuple[Sentence, float] | None:
    """The sentence of the file most like one of the `wordings`, their numbers left out, and how like it is (at least ALIKE).

    Among equals one under the heading `chapter` is taken, then the one with most of the numbers, then the first. `among`
    narrows the search to some texts.
    """
    said = [wording for wording in wordings if wording]
    orders = {text.order for text in among}

    def fits(sentence: Sentence) -> bool:
        return (not orders or sentence.text.order in orders) and suits(kind, sentence.text)

    def worth(sentence: Sentence) -> tuple[bool, float]:
        return flat(sentence.text.heading) == flat(chapter), max(likeness(every(one), every(sentence.said)) for one in said)

    keys: list[str | Words] = [*map(flat, said), *map(skeleton, said)]
    for key in keys:
        found = [sentence for sentence in places.worded.get(key, ()) if fits(sentence)]
        if found:
            return max(found, key=worth), 1.0
    rows = [skeleton(wording) for wording in said]
    alike = [(_likest(rows, one.words), one) for one in places.sentences if fits(one)]
    best = max((found for found, _ in alike), default=0.0)
    if best < ALIKE:
        return None
    return max((one for found, one in alike if found == best), key=worth), best


def _likest(rows: Iterable[Words], words: Words) -> float:
    return max((likeness(row, words) for row in rows if _may_be_alike(row, words)), default=0.0)


def _may_be_alike(one: Words, other: Words) -> bool:
    """A cheap bound on likeness: what both have in common, in any order."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared >= ALIKE * (len(one) + len(other))
