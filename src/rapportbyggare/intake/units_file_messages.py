"""What is said of a file of units that cannot be read. No cell of it is quoted: it may be about a person."""

from collections.abc import Sequence

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.columns import Column


def column_not_there(file: str, column: Column, map_file: str) -> Problem:
    """A column that the map counts with, and the file lacks."""
    return Problem(
        "kolumn-saknas",
        Place(file),
        f"Ingen kolumn har rubriken {_either(column)}, men kartan räknar med den ({column.name}).",
        "varje kolumn som kartan använder i ar, nyckel, filter och beräkningar",
        f"Har kolumnen ett annat namn i filen: lägg till det under namn i [kolumner.{column.name}] i {map_file}. "
        "Finns den inte i filen: ta bort de filter och beräkningar i kartan som använder den.",
    )


def no_place_column(file: str, columns: Sequence[Column], map_file: str) -> Problem:
    """None of the columns that may tell the municipality is there."""
    return Problem(
        "platskolumn-saknas",
        Place(file),
        f"Ingen kolumn har rubriken {' eller '.join(_either(column) for column in columns)}, så kommunen är inte känd.",
        "en kolumn med kommunens namn eller kod",
        f"Lägg till kolumnens rubrik under namn i [kolumner.{columns[0].name}] i {map_file}.",
    )


def broken_row(file: str, row: int) -> Problem:
    """A large text file whose rows cannot be parted into cells."""
    where = f" vid rad {row}" if row else ""
    return Problem(
        "raden-kan-inte-delas",
        Place(file, row),
        f"Raderna i {file} går inte att dela i celler{where}. Ett citattecken kan sakna sitt par, eller en cell ha delats.",
        "lika många celler i varje rad som i rubrikraden",
        "Ta ut filen på nytt ur källan med citattecken runt texterna, eller öppna den i Excel (Data > Från text/CSV), "
        "rätta raden och spara som CSV UTF-8.",
    )


def _either(column: Column) -> str:
    return " eller ".join(f"”{heading}”" for heading in column.headings)
