"""What the handbook says of received files is what the intake does: its lists are whole, its cells are read as told."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.correction_telling import LABELS
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.columns import ColumnType, NumberUnit
from rapportbyggare.intake.long_columns import LONG_COLUMNS
from rapportbyggare.intake.maps import FOLDER, FOOTERS
from rapportbyggare.intake.number_messages import shown
from rapportbyggare.intake.numbers import Absent, Written, read_amount
from rapportbyggare.intake.units_rules import Sort
from tests.docs.handbook import DOCS, ROOT, Listing, listings

LISTINGS = listings((DOCS / "handbok.md").read_text(encoding="utf-8"))
REFUSED = "vägras"


def listing(title: str) -> Listing:
    return next(one for one in LISTINGS if one.head[0] == title)


def bare(cell: str) -> str:
    return cell.strip("`")


def test_every_map_is_listed_with_its_kind() -> None:
    maps = {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["slag"] for path in (ROOT / FOLDER).glob("*.toml")}
    assert {bare(row[0]): bare(row[2]) for row in listing("Karta").rows} == maps


def test_the_closed_lists_of_a_map_are_whole() -> None:
    assert listing("`typ` i en karta").names == tuple(one.value for one in ColumnType)
    assert listing("`enhet` i en karta").names == tuple(one.value for one in NumberUnit)
    assert listing("`gor`").names == tuple(one.value for one in Sort)
    (footers,) = [row[2] for one in LISTINGS for row in one.rows if row[0] == "`sidfot`"]
    assert [word for word in FOOTERS if f'"{word}"' not in footers] == []


def test_the_columns_of_the_long_format_are_listed() -> None:
    rows = listing("Kolumn").rows
    assert [bare(row[0]) for row in rows] == [one.name for one in LONG_COLUMNS]
    assert [row[2] == "måste finnas" for row in rows] == [one.required for one in LONG_COLUMNS]


@pytest.mark.parametrize("row", listing("I cellen").rows, ids=" ".join)
def test_a_cell_is_read_or_refused_as_told(row: tuple[str, ...]) -> None:
    text, unit, becomes = row
    read = read_amount(Cell(bare(text), 1, 1), Place("fil"), Written(NumberUnit(unit), (), "karta"))
    assert not isinstance(read, Absent)
    if becomes.startswith(REFUSED):
        assert isinstance(read, Problem)
    else:
        assert not isinstance(read, Problem), read
        assert shown(read.value) == shown(Decimal(becomes.replace(",", ".")))


def test_the_words_of_a_list_of_corrections_are_explained() -> None:
    assert set(LABELS.values()) <= set(listing("Ordet").names)


def test_the_samples_say_that_they_are_made_up() -> None:
    folder: Path = ROOT / FOLDER / "exempel"
    text = (folder / "LÄSMIG.md").read_text(encoding="utf-8")
    files = {path.name for path in folder.iterdir() if path.suffix != ".md"}
    assert {name for one in listings(text) for name in one.names} == files
