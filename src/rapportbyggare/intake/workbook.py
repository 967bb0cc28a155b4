"""A workbook (.xlsx, .xlsm) as grids: what Excel saved, read once, without working anything out."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import error as struct_error
from typing import TYPE_CHECKING
from unicodedata import normalize
from zipfile import BadZipFile
from zlib import error as zlib_error

from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import sheet_messages as messages
from rapportbyggare.intake.cells import Grid, clean
from rapportbyggare.intake.formats import NumberFormat, formats_of
from rapportbyggare.intake.package import Package, open_package
from rapportbyggare.intake.worksheet import Book, TooManyCellsError, read_sheet, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

HIDDEN = ("hidden", "veryHidden")
_DAMAGE = (
    BadZipFile,
    zlib_error,
    struct_error,
    ValueError,
    KeyError,
    IndexError,
    OSError,
    RuntimeError,
    NotImplementedError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    hidden: bool


def read_workbook(file: str, content: bytes) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The sheets of a workbook in their order, hidden ones too, or why it cannot be read. `file` is its name in problems."""
    from lxml.etree import XMLSyntaxError

    try:
        package, problems = open_package(file, content)
        if package is None:
            return (), problems
        grids = _grids(file, package)
        return grids, (() if grids else (messages.no_sheets(file),))
    except TooManyCellsError:
        return (), (messages.too_many_cells(file),)
    except (*_DAMAGE, XMLSyntaxError):  # RuntimeError is how zipfile tells of a password
        return (), (messages.damaged(file),)


def _grids(file: str, package: Package) -> tuple[Grid, ...]:
    main = next((part for kind, part in package.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    root, related = package.root(main), package.related(main)
    parts = dict(related.values())
    book = Book(_shared_texts(package, parts), _formats(package, parts), _counts_from_1904(root))
    return tuple(
        read_sheet(package, sheet.part, Grid(file, sheet.name, (), sheet.hidden), book) for sheet in _sheets(root, related)
    )


def _sheets(root: "_Element", related: dict[str, tuple[str, str]]) -> Iterator[_Sheet]:
    """The sheets that have cells; a sheet of a chart alone has none."""
    for item in root.iter("{*}sheet"):
        ident = next((value for key, value in item.attrib.items() if str(key).endswith("}id")), "")
        kind, part = related[str(ident)]
        if kind == "worksheet":
            yield _Sheet(clean(normalize("NFC", item.get("name", ""))), part, item.get("state") in HIDDEN)


def _counts_from_1904(root: "_Element") -> bool:
    return any(item.get("date1904") in ("1", "true") for item in root.iter("{*}workbookPr"))


def _shared_texts(package: Package, parts: dict[str, str]) -> list[str]:
    if "sharedStrings" not in parts:
        return []
    return [text_of(item) for item in package.elements(parts["sharedStrings"], "si")]


def _formats(package: Package, parts: dict[str, str]) -> tuple[NumberFormat, ...]:
    return formats_of(package.root(parts["styles"])) if "styles" in parts else ()
