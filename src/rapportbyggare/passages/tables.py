"""The passages of a table: what is written round it and in its cells."""

from collections import Counter
from collections.abc import Iterator

from rapportbyggare.core.blocks import Row, Table
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf, DocumentText, LineBreak
from rapportbyggare.passages.chapters import Chapter, table_name
from rapportbyggare.passages.passage import Identity, Passage, PrintedKind, place_of, words

LONGEST = 60
Grid = Table[DocumentLeaf]


def table_passages(table: Grid, chapter: Chapter) -> Iterator[Passage]:
    """A table's heading, description, cells, source line, notes and explained symbols."""
    block, name = f"tabell:{table.key or table.place}", table_name(table, chapter)

    def passage(part: str, item: str, said: str, content: DocumentText, place: Place = NOWHERE, turn: str = "") -> Passage:
        kind = PrintedKind.DESCRIPTION if part == "beskrivning" else PrintedKind.TABLE_TEXT
        own = place_of(content, table.place)
        return Passage(Identity(block, part, place, item), kind, said, chapter, own, content, turn)

    yield passage("rubrik", "", f"{name}, rubriken", table.caption)
    yield passage("beskrivning", "", f"beskrivningen av {name}", words(table.description, table.place))
    for number, cell in enumerate(table.head.cells):
        content = joined(cell.lines)
        yield passage("kolumnrubrik", str(number), f"{name}, kolumnrubriken {plain(content)}", content)
    yield from _rows(table, block, name, chapter)
    yield passage("källa", "", f"{name}, källraden", table.source)
    for note in table.notes:
        said = f"{name}, not {note.letter} under tabellen" if note.letter else f"{name}, noten under"
        yield passage("not", "", said, note.content, _line(place_of(note.content)), plain(note.content))
    for symbol, meaning in table.symbols:
        yield passage("tecken", symbol, f"{name}, teckenförklaringen", words(f"{symbol} {meaning}", table.place))


def _rows(table: Grid, block: str, name: str, chapter: Chapter) -> Iterator[Passage]:
    seen: Counter[str] = Counter()
    columns = [plain(joined(cell.lines)) for cell in table.head.cells]
    for number, row in enumerate(table.body, 1):
        heading = plain(joined(row.cells[0].lines)) or f"nr {number}"
        seen[heading] += 1
        turn = heading if seen[heading] == 1 else f"{heading} ({seen[heading]})"
        yield from _cells(row, block, f"{name}, rad {shortened(turn)}", turn, columns, table.place, chapter)


def _cells(
    row: Row[DocumentLeaf], block: str, said: str, turn: str, columns: list[str], place: Place, chapter: Chapter
) -> Iterator[Passage]:
    rule = _rule_of(row)
    for number, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        content = joined(cell.lines)
        where = f"{said}, kolumn {shortened(column)}" if number else f"{said}, radrubriken"
        kind = PrintedKind.CELL if number else PrintedKind.TABLE_TEXT
        identity = Identity(block, "cell" if number else "radrubrik", rule, str(number))
        yield Passage(identity, kind, where, chapter, place_of(content, place), content, turn, turn)


def _rule_of(row: Row[DocumentLeaf]) -> Place:
    """The line that makes the row: its heading's, else the first of its cells'."""
    found = (place_of(line) for cell in row.cells for line in cell.lines)
    return _line(next((place for place in found if place.file), NOWHERE))


def _line(place: Place) -> Place:
    return Place(place.file, place.line)


def joined(lines: tuple[DocumentText, ...]) -> DocumentText:
    """The lines of a cell as one text, parted by line breaks."""
    return tuple(item for number, line in enumerate(lines) for item in ((LineBreak(), *line) if number else line))


def shortened(text: str) -> str:
    """A long heading's beginning, in whole words and without half a parenthesis."""
    if len(text) <= LONGEST:
        return text
    begun = text[:LONGEST].rsplit(" ", 1)[0]
    whole = begun.rpartition(" (")[0] if begun.count("(") > begun.count(")") else begun
    return f"{(whole or begun).rstrip(',;:')} …"
