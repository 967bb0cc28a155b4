"""A text file of cells (CSV, TXT) as a grid: its encoding and delimiter are found, not guessed at."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from unicodedata import normalize

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import sheet_messages as messages
from rapportbyggare.intake.cells import Cell, Grid

DELIMITERS = (";", "\t", ",")
_SAMPLE = 60
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_DECLARED = re.compile(r"sep=(.)\s*$", re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
_TWICE_CODED = re.compile("Ã[¥¤¶…„–\u0085\u0084\u0096]")
_ERRORS = (
    *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"),
    *("#DIVISION/0!", "#SAKNAS!", "#NAMN?", "#SKÄRNING!", "#OGILTIGT!", "#REFERENS!", "#VÄRDEFEL!"),
)
"""The names of errors in English and Swedish Excel."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a text file is written: a codec's name and the character between the cells."""

    encoding: str
    delimiter: str


def read_csv_grid(file: str, content: bytes) -> tuple[Grid | None, tuple[Problem, ...]]:
    """The rows of a text file, or why they cannot be told apart. A row's number is the one a spreadsheet gives it."""
    encoding = encoding_of(content)
    text = tidy(content.decode(encoding)) if encoding else ""
    if fault := _fault(file, encoding, text):
        return None, (fault,)
    delimiter = delimiter_of(text)
    try:
        read = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None, (messages.broken_quotes(file),)
    if swallowed := row_with_another(read, delimiter):
        return None, (messages.swallowed_row(file, swallowed),)
    return Grid(file, "", tuple(_rows(read, delimiter))), ()


def csv_form(content: bytes) -> CsvForm | None:
    """How a text file is written; None when it is no text in an encoding we know."""
    encoding = encoding_of(content)
    return CsvForm(encoding, delimiter_of(content.decode(encoding))) if encoding else None


def encoding_of(content: bytes) -> str:
    """The codec of a text: by its mark, else UTF-8 if it can be, else Windows-1252 if it can be; "" when it is none."""
    marked = next((codec for mark, codec in _BOMS.items() if content.startswith(mark)), "")
    if not marked and b"\x00" in content[:1000]:
        marked = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
    return next((codec for codec in ([marked] if marked else ["utf-8", "cp1252"]) if _decodes(content, codec)), "")


def delimiter_of(text: str) -> str:
    """What stands between the cells: what a line "sep=;" says, else what parts most lines alike, a semicolon first."""
    lines = [line for line in islice(StringIO(text), _SAMPLE) if line.strip()]
    if lines and (declared := _DECLARED.fullmatch(lines[0].strip("\ufeff\n"))):
        return declared[1]
    alike = {one: _alike(lines, one) for one in DELIMITERS}
    most = next((one for one in DELIMITERS if alike[one] * 2 > len(lines)), None)
    return most or max(DELIMITERS, key=lambda one: alike[one])


def tidy(text: str) -> str:
    """Composed letters, and one kind of line end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return lines if lines.isascii() else normalize("NFC", lines)


def _fault(file: str, encoding: str, text: str) -> Problem | None:
    if not encoding or "\x00" in text:
        return messages.not_text(file)
    if not text.strip("\ufeff \t\r\n;,"):
        return messages.empty_file(file)
    if "\ufffd" in text:
        return messages.lost_letters(file, text.count("\n", 0, text.index("\ufffd")) + 1)
    if found := _TWICE_CODED.search(text):
        return messages.twice_coded(file, text.count("\n", 0, found.start()) + 1, found.group())
    return None


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _alike(lines: Iterable[str], delimiter: str) -> int:
    """How many lines have as many cells as most lines with more than one."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
    except csv.Error:
        return 0
    return max(widths.values(), default=0)


def row_with_another(rows: Sequence[Sequence[str]], delimiter: str) -> int:
    """The number of the first row in which a quoted cell seems to have swallowed another row; 0 when none has."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width = widths.most_common(1)[0][0] if widths else 0
    broken = (
        number for number, row in enumerate(rows, 1) if any("\n" in one for one in row) and _holds_row(row, width, delimiter)
    )
    return next(broken, 0)


def _holds_row(row: Sequence[str], width: int, delimiter: str) -> bool:
    """Whether a line within a cell, with the cells before or after it, has as many delimiters as a row of `width` cells."""
    for at, cell in enumerate(row):
        lines = [line.count(delimiter) for line in cell.split("\n")]
        if len(lines) > 1:
            ends = ((lines[0], at), *((count, 0) for count in lines[1:-1]), (lines[-1], len(row) - at - 1))
            if any(count and count + outside == width - 1 for count, outside in ends):
                return True
    return False


def _rows(read: Iterable[Sequence[str]], delimiter: str) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(read, 1):
        if number == 1 and _DECLARED.fullmatch(delimiter.join(row)):
            continue
        if cells := row_of(row, number):
            yield cells


def row_of(texts: Iterable[str], number: int) -> tuple[Cell, ...]:
    """A text file's row as a grid has it: no blank cells at the end; empty when every cell is blank."""
    cells = [cell_of(text, number, column) for column, text in enumerate(texts, 1)]
    while cells and cells[-1].value is None:
        cells.pop()
    return tuple(cells)


def cell_of(text: str, row: int, column: int) -> Cell:
    """The cell of a text file's field."""
    bare = text.strip()
    if not bare:
        return Cell(None, row, column)
    kept = _KEPT_AS_TEXT.fullmatch(bare) if bare.startswith("=") else None
    return Cell(kept[1] if kept else text, row, column, error=bare.startswith("#") and bare.upper() in _ERRORS)
