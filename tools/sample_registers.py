"""Writes the sample files with one row per unit: small, made up, and saying so.

    python -m tools.sample_registers [FOLDER]

The companies, persons and numbers do not exist: a real identity never has a date or a group of noughts.
"""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from random import Random

from openpyxl import Workbook

SAMPLES = Path(__file__).resolve().parent.parent / "report" / "kallor" / "exempel"
MADE_UP = "Påhittade uppgifter: företagen och numren finns inte"
FOOTER = "Källa: påhittade uppgifter"
MUNICIPALITIES = (
    ("2326", "Berg"),
    ("2305", "Bräcke"),
    ("2361", "Härjedalen"),
    ("2309", "Krokom"),
    ("2303", "Ragunda"),
    ("2313", "Strömsund"),
    ("2321", "Åre"),
    ("2380", "Östersund"),
)
CREATIVE = (
    "90.010 Artistisk verksamhet",
    "90.030 Litterärt och konstnärligt skapande",
    "71.110 Arkitektverksamhet",
    "74.201 Porträttfotoverksamhet",
    "59.110 Produktion av film, video och tv-program",
)
OTHER = (
    "02.101 Skötsel av skog",
    "41.200 Byggande av bostadshus",
    "47.110 Livsmedelshandel",
    "01.500 Blandat jordbruk",
    "56.100 Restaurangverksamhet",
)

Row = Sequence[object]


def write_registers(folder: Path) -> None:
    """Writes the three samples into a folder."""
    _write_text(folder / "scb-foretagsregister-2025-07.csv", [[MADE_UP], [], *companies(), [FOOTER]], "cp1252")
    _write_book(folder / "bisnis-analys-2025-09.xlsx", [[MADE_UP], [], *accounts(), [FOOTER]])
    _write_text(folder / "nyps-beslut-2025-09.csv", [[MADE_UP], [], *decisions()], "utf-8-sig")


def companies() -> Iterator[Row]:
    """Companies by municipality, first the creative ones; two inactive, one of another county, one without a code."""
    yield (
        *("Personnr/Organisationsnr", "Företagsnamn", "Säteskommun, kod", "Säteskommun"),
        *("Bransch 1", "Bransch 2", "Storleksklass", "Företagsstatus"),
    )
    numbers, sizes = count(1), Random(7)
    for at, area in enumerate(MUNICIPALITIES):
        creative, other = {"Östersund": (7, 6), "Åre": (3, 3), "Krokom": (3, 3)}.get(area[1], (2, 3))
        for nth in range(creative):
            yield _company(next(numbers), area, CREATIVE[(at + nth) % 5], "" if nth % 3 else OTHER[nth % 5], sizes)
        for nth in range(other):
            yield _company(next(numbers), area, OTHER[(at + nth) % 5], CREATIVE[nth % 5] if nth % 2 else "", sizes)
    yield _company(next(numbers), MUNICIPALITIES[7], CREATIVE[0], "", sizes, "Inte aktiv")
    yield _company(next(numbers), MUNICIPALITIES[6], OTHER[0], "", sizes, "Inte aktiv")
    yield _company(next(numbers), ("1480", "Göteborg"), CREATIVE[1], "", sizes)
    yield _company(next(numbers), MUNICIPALITIES[0], "", "", sizes)


def _company(number: int, area: tuple[str, str], code: str, second: str, sizes: Random, status: str = "Aktiv") -> Row:
    person = number % 4 == 0
    identity = f"{19 if person else 16}000000{number:04}"
    name = f"Exempelperson {number}" if person else f"Exempelbolag {number} AB"
    return identity, name, *area, code, second, sizes.choice("0111122345"), status


def accounts() -> Iterator[Row]:
    """Limited companies: two with a broken year, one of another year, a nought, and numbers that are not there."""
    yield (
        *("Organisationsnummer", "Företagsnamn", "Säteskommun", "Bokslut från", "Bokslut till"),
        *("Nettoomsättning (tkr)", "Antal anställda", "Nettoomsättning föregående år (tkr)"),
    )
    amounts = Random(8)
    for number in range(1, 25):
        begin, end = date(2024, 1, 1), date(2024, 12, 31)
        if number in (5, 6):
            begin, end = date(2023, 7, 1), date(2024, 6, 30)
        elif number == 9:
            begin, end = date(2024, 7, 1), date(2025, 6, 30)
        turnover, employees, before = amounts.randint(100, 9000), amounts.randint(0, 8), amounts.randint(100, 9000)
        yield (
            *(f"000000-{number:04}", f"Exempelbolag {number} AB", MUNICIPALITIES[number * 3 % 8][1], begin, end),
            {7: 0, 11: None}.get(number, turnover),
            None if number == 14 else employees,
            ".." if number in (12, 13) else before,
        )


def decisions() -> Iterator[Row]:
    """Decisions of three years, every sixth a refusal, some amounts with blanks between thousands."""
    yield "Ärendenummer", "Företag", "KKB", "Beslut", "Beviljat belopp (kr)", "Beslutsdatum"
    amounts = Random(9)
    for number in range(1, 31):
        granted = number % 6 != 0
        year = 2024 if number <= 18 else 2023 if number <= 27 else 2025
        amount = f"{amounts.randint(20, 400)} 000" if number % 3 else str(amounts.randint(20_000, 400_000))
        yield (
            *(f"EXEMPEL-{number:03}", f"Exempelbolag {number} AB", "Ja" if number % 5 == 2 else "Nej"),
            *("Bifall" if granted else "Avslag", amount if granted else "", f"{year}-{number % 12 + 1:02}-15"),
        )


def _write_text(path: Path, rows: Sequence[Row], encoding: str) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\n").writerows(rows)
    path.write_bytes(target.getvalue().encode(encoding))


def _write_book(path: Path, rows: Sequence[Row]) -> None:
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2025, 9, 3)
    sheet = book.worksheets[0]
    sheet.title = "Bolag"
    for row in rows:
        sheet.append(list(row))
    for column in ("D", "E"):
        for cell in sheet[column]:
            cell.number_format = "yyyy-mm-dd"
    book.save(path)


if __name__ == "__main__":
    write_registers(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
