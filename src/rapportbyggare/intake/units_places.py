"""The municipality of each unit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

import polars as pl

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.intake import units_messages as messages
from rapportbyggare.intake.cells import Cell
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.places import PlaceNames, place_names, wrongly_decoded
from rapportbyggare.intake.units_filters import Judge
from rapportbyggare.intake.units_frame import Units
from rapportbyggare.intake.units_listing import where
from rapportbyggare.sources.nearest import nearest

_CODE = re.compile(r"(?P<county>[0-9]{1,2})[0-9]{2}(?:[ :.–-].*)?", re.DOTALL)
_HINTS = 3
_LOOKED_AT = 20


class Spot(Enum):
    """What a text in the place of a municipality means, when it is none of the catalogue's."""

    COUNTY = "länet"
    ELSEWHERE = "annat län"
    BLANK = "tom"
    UNKNOWN = "okänd"


@dataclass(frozen=True, slots=True)
class Placed:
    """Which rows have a place, and for every row its municipality (null when not known) and whether it is in the county.

    A municipality is its position among the catalogue's.
    """

    counted: pl.Series
    municipalities: pl.Series
    in_county: pl.Series

    def kept(self, mask: pl.Series) -> "Placed":
        """The places of the rows that `mask` keeps."""
        return Placed(self.counted.filter(mask), self.municipalities.filter(mask), self.in_county.filter(mask))


def placed(
    units: Units, counted: pl.Series, areas: Sequence[str], catalogue: Catalogue, judge: Judge, findings: Findings
) -> Placed:
    """Where each row is, by the first of the columns `areas` that the file has; by none, every one is in the county.

    What is said is said of the rows in `counted`.
    """
    name = next((name for name in areas if name in units.columns), "")
    if not name:
        every = pl.repeat(True, len(units), dtype=pl.Boolean, eager=True)
        return Placed(counted, pl.repeat(None, len(units), dtype=pl.UInt32, eager=True), every)
    names = place_names(catalogue, judge.map_.place_names)
    column, ours = units.columns[name], (*catalogue.municipalities, *Spot)
    spots = [_spot(cell, catalogue, names, judge) for cell in column.cells]
    numbers = {one: number for number, one in enumerate(ours)}
    areas_of = pl.Series([numbers[one] for one in spots], dtype=pl.UInt32).gather(column.codes)
    found = {spot: (areas_of == numbers[spot]) & counted for spot in Spot}
    _say(units, name, found, _likely(column.cells, spots, names.names), judge, findings)
    return Placed(
        counted & ~(found[Spot.BLANK] | found[Spot.UNKNOWN]),
        areas_of.set(areas_of >= numbers[Spot.COUNTY], None),
        areas_of <= numbers[Spot.COUNTY],
    )


def _spot(cell: Cell, catalogue: Catalogue, names: PlaceNames, judge: Judge) -> str | Spot:
    """A municipality of the catalogue by name, or what else the cell means."""
    if judge.is_blank(cell):
        return Spot.BLANK
    text = _code_made_whole(cell.text)
    area = names.find(text)
    level = catalogue.areas[area].level if area else ""
    if area and level == "kommun":
        return area
    if level == "län":
        return Spot.COUNTY
    code = _CODE.fullmatch(text)
    ours = catalogue.areas[catalogue.county].code
    return Spot.ELSEWHERE if code and not area and code["county"] != ours else Spot.UNKNOWN


def _code_made_whole(text: str) -> str:
    """A municipality's code whose leading zero a spreadsheet has taken ("180") as it is written."""
    return text.zfill(4) if len(text) == 3 and text.isdecimal() else text


def _say(units: Units, name: str, found: Mapping[Spot, pl.Series], likely: str, judge: Judge, findings: Findings) -> None:
    title = judge.title(name)
    if rows := where(units, found[Spot.BLANK], name):
        findings.remark(messages.no_place, rows, title)
    if rows := where(units, found[Spot.COUNTY], name):
        findings.remark(messages.only_county, rows, title)
    if rows := where(units, found[Spot.UNKNOWN], name):
        findings.refuse(messages.unknown_place, rows, title, likely, judge.map_.file)
    elsewhere = int(found[Spot.ELSEWHERE].sum())
    if elsewhere:
        findings.remark(messages.other_counties, units.beginning, elsewhere)


def _likely(cells: Sequence[Cell], spots: Sequence[str | Spot], names: Sequence[str]) -> str:
    """The catalogue's names that are like the unknown ones; the unknown ones themselves are not shown."""
    unknown = [cell.text for cell, spot in zip(cells, spots, strict=True) if spot is Spot.UNKNOWN][:_LOOKED_AT]
    if any(map(wrongly_decoded, unknown)):
        return "Tecknen för å, ä och ö är fel: filen är sparad i en annan teckenkodning."
    likely = dict.fromkeys(f"”{near[0]}”" for text in unknown if (near := nearest(text, names, 1)))
    return f"Menas {' eller '.join(islice(likely, _HINTS))}?" if likely else ""
