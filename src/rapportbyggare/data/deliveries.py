"""The index of the archive: which deliveries there are, and which of them are withdrawn."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.place import Place
from rapportbyggare.data import index_messages, withdrawal_messages
from rapportbyggare.data.cells import read_note, read_whole
from rapportbyggare.data.coverage import read_coverage
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.sheet import Sheet, read_sheet
from rapportbyggare.data.withdrawals import Withdrawable, Withdrawal, acting
from rapportbyggare.typography.dates import is_date, is_month

FOLDER = "report/data"
INDEX = f"{FOLDER}/leveranser.csv"
COLUMNS = (
    *("leverans", "slag", "kalla", "uttag", "inlast", "fil", "filsumma"),
    *("observationer", "sha256", "tackning", "aterkallar", "not"),
)
DELIVERY, WITHDRAWAL = "leverans", "återkallelse"

_OF_DELIVERIES = ("uttag", "fil", "filsumma", "observationer", "sha256", "tackning")
_SUM = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"[^/\\:]+\.csv", re.IGNORECASE)


class Entry(NamedTuple):
    """A delivery's row of the index. `observations` is the path of its file; the places are cells of the row.

    `sound` is whether the row is without faults; one that is not still names a file, which is looked into.
    """

    number: int
    source: str
    extract: str
    received: str
    file: str
    file_checksum: str
    observations: str
    checksum: str
    coverage: tuple[Coverage, ...]
    note: str
    place: Place
    checksum_place: Place
    extract_place: Place
    sound: bool


@dataclass(frozen=True, slots=True)
class Index:
    """The deliveries in the index's order, and the withdrawals by the number of the delivery they withdraw."""

    entries: tuple[Entry, ...] = ()
    withdrawals: Mapping[int, Withdrawal] = field(default_factory=dict)


def read_index(text: str, catalogue: Catalogue, faults: Faults) -> Index:
    """What the index says; delivery rows that name no file of their own are left out. All faults are reported."""
    sheet = read_sheet(text, faults.file, COLUMNS, faults)
    if sheet is None:
        return Index()
    rows = _Rows(sheet, catalogue, faults)
    for line, cells in sheet.rows:
        rows.take(line, {name: cells[index] for name, index in sheet.columns.items()})
    return Index(tuple(rows.entries), acting(rows.withdrawals, rows.withdrawable, faults))


@dataclass(slots=True)
class _Rows:
    """The rows of the index being read, and what earlier rows have told."""

    sheet: Sheet
    catalogue: Catalogue
    faults: Faults
    seen: dict[tuple[str, str], int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    withdrawable: list[Withdrawable] = field(default_factory=list)

    def take(self, line: int, row: dict[str, str]) -> None:
        if row["slag"] == WITHDRAWAL:
            self.withdrawal(line, row)
        else:
            self.delivery(line, row)

    def delivery(self, line: int, row: dict[str, str]) -> None:
        before = self.faults.count
        number = self.number(line, row["leverans"])
        self.kind(line, row["slag"])
        self.source(line, row["kalla"])
        self.dates(line, row["uttag"], row["inlast"])
        self.file_checksum(line, row["filsumma"].lower())
        has_file = self.file(line, row["observationer"])
        coverage = read_coverage(row["tackning"], self.sheet.place(line, "tackning"), self.catalogue, self.faults)
        if row["aterkallar"]:
            self.faults.add(withdrawal_messages.not_a_withdrawal, self.sheet.place(line, "aterkallar"), row["aterkallar"])
        sound = self.faults.count == before
        self.withdrawable.append(Withdrawable(number, row["kalla"], row["inlast"] if sound else ""))
        if has_file:
            self.entries.append(self.entry(line, row, number, coverage, sound))

    def entry(self, line: int, row: dict[str, str], number: int, coverage: tuple[Coverage, ...], sound: bool) -> Entry:
        return Entry(
            number=number,
            source=row["kalla"],
            extract=row["uttag"],
            received=row["inlast"],
            file=read_note(row["fil"]),
            file_checksum=row["filsumma"].lower(),
            observations=f"{FOLDER}/{row['observationer']}",
            checksum=row["sha256"].lower(),
            coverage=coverage,
            note=read_note(row["not"]),
            place=self.sheet.place(line, "observationer"),
            checksum_place=self.sheet.place(line, "sha256"),
            extract_place=self.sheet.place(line, "uttag"),
            sound=sound,
        )

    def withdrawal(self, line: int, row: dict[str, str]) -> None:
        """A withdrawal's row; one with a fault withdraws nothing, and its fault stops what rests on it."""
        before = self.faults.count
        number = self.number(line, row["leverans"])
        self.source(line, row["kalla"])
        self.day(line, row["inlast"])
        for column in (column for column in _OF_DELIVERIES if row[column]):
            self.faults.add(withdrawal_messages.not_wanted, self.sheet.place(line, column), row[column])
        place = self.sheet.place(line, "aterkallar")
        withdrawn = read_whole(row["aterkallar"])
        if not withdrawn:
            self.faults.add(withdrawal_messages.not_a_number, place, row["aterkallar"])
        elif self.faults.count == before:
            source_place, day_place = self.sheet.place(line, "kalla"), self.sheet.place(line, "inlast")
            reason = read_note(row["not"])
            found = Withdrawal(number, row["kalla"], row["inlast"], withdrawn, reason, place, source_place, day_place)
            self.withdrawals.append(found)
        if not row["not"]:
            self.faults.add(withdrawal_messages.no_reason, self.sheet.place(line, "not"))

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

    def kind(self, line: int, word: str) -> None:
        if word != DELIVERY:
            self.faults.add(index_messages.unknown_kind, self.sheet.place(line, "slag"), word, (DELIVERY, WITHDRAWAL))

    def source(self, line: int, name: str) -> None:
        if name not in self.catalogue.sources:
            self.faults.add(index_messages.unknown_source, self.sheet.place(line, "kalla"), name, self.catalogue.sources)

    def dates(self, line: int, extract: str, received: str) -> None:
        read = is_date(extract) or is_month(extract)
        if not read:
            self.faults.add(index_messages.not_an_extract, self.sheet.place(line, "uttag"), extract)
        if self.day(line, received) and read and extract > received[: len(extract)]:
            self.faults.add(index_messages.extract_after_intake, self.sheet.place(line, "uttag"), extract, received)

    def day(self, line: int, received: str) -> bool:
        if is_date(received):
            return True
        self.faults.add(index_messages.not_a_day, self.sheet.place(line, "inlast"), received)
        return False

    def file_checksum(self, line: int, cell: str) -> None:
        if cell and not is_checksum(cell):
            self.faults.add(index_messages.not_a_checksum, self.sheet.place(line, "filsumma"), cell)

    def file(self, line: int, name: str) -> bool:
        if _FILE_NAME.fullmatch(name):
            return self.once(line, "observationer", name)
        self.faults.add(index_messages.not_a_file_name, self.sheet.place(line, "observationer"), name)
        return False


def is_checksum(text: str) -> bool:
    """Whether the text is a SHA-256 sum in hexadecimal."""
    return _SUM.fullmatch(text) is not None
