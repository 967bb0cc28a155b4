"""The index of the archive: which deliveries there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.place import Place
from rapportbyggare.data import index_messages
from rapportbyggare.data.cells import read_note, read_whole
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.sheet import Sheet, read_sheet
from rapportbyggare.typography.dates import is_date, is_month

FOLDER = "report/data"
INDEX = f"{FOLDER}/leveranser.csv"
COLUMNS = ("leverans", "kalla", "uttag", "inlast", "fil", "observationer", "sha256", "not")

_SUM = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"[^/\\:]+\.csv", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the index. `observations` is the path of the delivery's file; the places are cells of the row.

    `sound` is whether the row is without faults; one that is not still names a file, which is looked into.
    """

    number: int
    source: str
    extract: str
    received: str
    file: str
    observations: str
    checksum: str
    note: str
    place: Place
    checksum_place: Place
    extract_place: Place
    sound: bool


def read_index(text: str, catalogue: Catalogue, faults: Faults) -> tuple[Entry, ...]:
    """The deliveries of the index, in its order; rows that name no file of their own are left out. All faults are reported."""
    sheet = read_sheet(text, faults.file, COLUMNS, faults)
    return tuple(_Rows(sheet, catalogue, faults).read()) if sheet else ()


@dataclass(slots=True)
class _Rows:
    """The rows of the index being read, and what earlier rows have told."""

    sheet: Sheet
    catalogue: Catalogue
    faults: Faults
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def read(self) -> Iterator[Entry]:
        for line, cells in self.sheet.rows:
            entry = self.entry(line, {name: cells[index] for name, index in self.sheet.columns.items()})
            if entry:
                yield entry

    def entry(self, line: int, row: dict[str, str]) -> Entry | None:
        before = self.faults.count
        number = self.number(line, row["leverans"])
        self.source(line, row["kalla"])
        self.dates(line, row["uttag"], row["inlast"])
        if not self.file(line, row["observationer"]):
            return None
        return Entry(
            number=number,
            source=row["kalla"],
            extract=row["uttag"],
            received=row["inlast"],
            file=read_note(row["fil"]),
            observations=f"{FOLDER}/{row['observationer']}",
            checksum=row["sha256"].lower(),
            note=read_note(row["not"]),
            place=self.sheet.place(line, "observationer"),
            checksum_place=self.sheet.place(line, "sha256"),
            extract_place=self.sheet.place(line, "uttag"),
            sound=self.faults.count == before,
        )

    def number(self, line: int, cell: str) -> int:
        number = read_whole(cell)
        if not number:
            self.faults.add(index_messages.not_a_delivery_number, self.sheet.place(line, "leverans"), cell)
            return 0
        self.once(line, "leverans", str(number))
        return number

    def once(self, line: int, column: str, cell: str) -> bool:
        first = self.seen.setdefault((column, cell), line)
        if first != line:
            self.faults.add(index_messages.index_twice, self.sheet.place(line, column), column, cell, first)
        return first == line

    def source(self, line: int, name: str) -> None:
        if name not in self.catalogue.sources:
            self.faults.add(index_messages.unknown_source, self.sheet.place(line, "kalla"), name, self.catalogue.sources)

    def dates(self, line: int, extract: str, received: str) -> None:
        read = is_date(extract) or is_month(extract)
        taken_in = is_date(received)
        if not read:
            self.faults.add(index_messages.not_an_extract, self.sheet.place(line, "uttag"), extract)
        if not taken_in:
            self.faults.add(index_messages.not_a_day, self.sheet.place(line, "inlast"), received)
        if read and taken_in and extract > received[: len(extract)]:
            self.faults.add(index_messages.extract_after_intake, self.sheet.place(line, "uttag"), extract, received)

    def file(self, line: int, name: str) -> bool:
        if _FILE_NAME.fullmatch(name):
            return self.once(line, "observationer", name)
        self.faults.add(index_messages.not_a_file_name, self.sheet.place(line, "observationer"), name)
        return False


def is_checksum(text: str) -> bool:
    """Whether the text is a SHA-256 sum in hexadecimal."""
    return _SUM.fullmatch(text) is not None
