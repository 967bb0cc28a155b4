"""Writers of files as they come in real life.

Workbooks are written by openpyxl, and where a program stores what openpyxl does not write (a formula's saved result, a
password), their packages are altered afterwards.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]
Write = Callable[[Path], None]
COUNTY = "Jämtlands län"


@dataclass(frozen=True, slots=True)
class Read:
    """The file is read: the expected amounts or statuses by "indicator year place", and words of a remark ("" for none)."""

    values: Mapping[str, str]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The file is refused: the problem's code, where it is (part of the place), and part of its remedy."""

    code: str
    where: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Nasty:
    """A file: its name, how it is written, the map it is read with, and what must come of it."""

    trap: str
    file: str
    write: Write
    map: str
    expected: Read | Refused


def text(content: str, encoding: str = "utf-8") -> Write:
    """A text file."""
    return lambda path: [path.write_bytes(content.encode(encoding))].clear()


def raw(content: bytes) -> Write:
    """A file of bytes."""
    return lambda path: [path.write_bytes(content)].clear()


def book(*rows: Sequence[object], title: str = "Blad1", finish: Callable[[Worksheet], None] = lambda _: None) -> Write:
    """A workbook with one sheet, and what is done to it after."""

    def write(path: Path) -> None:
        workbook = Workbook()
        sheet = workbook.worksheets[0]
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        finish(sheet)
        workbook.save(path)

    return write


def sheets(content: Mapping[str, Rows], hidden: Sequence[str] = ()) -> Write:
    """A workbook with several sheets."""

    def write(path: Path) -> None:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for name, rows in content.items():
            sheet = workbook.create_sheet(name)
            sheet.sheet_state = "hidden" if name in hidden else "visible"
            for row in rows:
                sheet.append(list(row))
        workbook.save(path)

    return write


def formats(**cells: str) -> Callable[[Worksheet], None]:
    """Number formats by cell."""

    def finish(sheet: Worksheet) -> None:
        for address, form in cells.items():
            sheet[address].number_format = form

    return finish


def merged(*areas: str) -> Callable[[Worksheet], None]:
    """Merged areas."""
    return lambda sheet: [sheet.merge_cells(area) for area in areas].clear()


def hidden_row(number: int) -> Callable[[Worksheet], None]:
    """A hidden row."""

    def finish(sheet: Worksheet) -> None:
        sheet.row_dimensions[number].hidden = True

    return finish


def hidden_column(letter: str) -> Callable[[Worksheet], None]:
    """A hidden column."""

    def finish(sheet: Worksheet) -> None:
        sheet.column_dimensions[letter].hidden = True

    return finish


def from_1904(sheet: Worksheet) -> None:
    """Dates counted from 1904, as on old Macs."""
    assert sheet.parent is not None
    sheet.parent.epoch = CALENDAR_MAC_1904


def altered(write: Write, part: str, old: str, new: str) -> Write:
    """A workbook with something changed in one of its parts."""

    def rewrite(path: Path) -> None:
        write(path)
        with ZipFile(path) as archive:
            entries = {name: archive.read(name) for name in archive.namelist()}
        assert old.encode() in entries[part]
        entries[part] = entries[part].replace(old.encode(), new.encode())
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)

    return rewrite


def bomb(path: Path) -> None:
    """A workbook that unpacks to a hundred times what a report needs."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)


def with_mark(write: Write, mark: str) -> Write:
    """A file with another program's mark beside it."""

    def rewrite(path: Path) -> None:
        write(path)
        path.with_name(mark).write_bytes(b"")

    return rewrite


def counts(year: int, *pairs: object) -> dict[str, str]:
    """Expected counts of one year: place, amount, place, amount."""
    return {f"antal_kkb {year} {place}": str(amount) for place, amount in zip(pairs[::2], pairs[1::2], strict=True)}


SHEET = "xl/worksheets/sheet1.xml"
HEAD = ("Kommun", 2025)
PLAIN = book(HEAD, ("Berg", 63), ("Åre", 285))
BOTH = counts(2025, "Berg", 63, "Åre", 285)
LONG = "indikator;matt;ar;plats;varde;enhet;status;period;underlag;mats;not\n"
TWO_HEADS = (("Kommun", "Antal", None, "Andel", None), (None, 2024, 2025, 2024, 2025), ("Berg", 69, 63, "3,4 %", "3,2 %"))
TWO_READ = {"antal_kkb 2024 Berg": "69", "antal_kkb 2025 Berg": "63", "andel_kkb 2024 Berg": "3.4", "andel_kkb 2025 Berg": "3.2"}
DTD = '<!DOCTYPE x [<!ENTITY a "63">]>'
