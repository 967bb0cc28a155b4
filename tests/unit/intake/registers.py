"""Files with one row per unit, the maps they are read with, and what comes of them."""

import csv
import io
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from rapportbyggare.core.dataset import Catalogue, Coverage
from rapportbyggare.core.figure import Observation
from rapportbyggare.intake.findings import Findings
from rapportbyggare.intake.read_maps import read_map
from rapportbyggare.intake.units import PLAIN_FROM, read_units
from tests.unit.intake.project import ROOT, catalogue

Row = Sequence[object]
COUNTY = "Jämtlands län"

COMPANIES = """format = 1
kalla = "scb"
slag = "enheter"
nyckel = "orgnr"
plats = ["kommun"]
ar = "uttag"
[kolumner.orgnr]
namn = ["Orgnr"]
typ = "text"
[kolumner.kommun]
namn = ["Kommun"]
typ = "plats"
[kolumner.sni]
namn = ["SNI"]
typ = "kod"
[kolumner.status]
namn = ["Status"]
typ = "text"
krav = false
[[filter]]
namn = "kkb"
kolumn = "sni"
kodlista = "kkb"
[[berakning]]
indikator = "antal_kkb"
matt = "antal"
gor = "antal"
bland = "kkb"
per = ["kommun", "län"]
[[berakning]]
indikator = "andel_kkb"
matt = "andel"
gor = "andel"
taljare = "kkb"
per = ["län"]
"""
ACCOUNTS = """format = 1
kalla = "bisnis"
slag = "enheter"
nyckel = "orgnr"
plats = ["kommun"]
ar = 2024
[kolumner.orgnr]
namn = ["Orgnr"]
typ = "text"
[kolumner.kommun]
namn = ["Kommun"]
typ = "plats"
[kolumner.omsattning]
namn = ["Omsättning"]
typ = "tal"
enhet = "tkr"
[kolumner.anstallda]
namn = ["Anställda"]
typ = "tal"
enhet = "antal"
krav = false
[tomma]
".." = "saknas"
[[berakning]]
indikator = "nettoomsattning"
matt = "belopp"
gor = "summa"
kolumn = "omsattning"
per = ["kommun", "län"]
[[berakning]]
indikator = "omsattning_per_anstalld"
matt = "belopp"
gor = "kvot"
taljare = "omsattning"
namnare = "anstallda"
per = ["kommun", "län"]
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file."""

    observations: tuple[Observation, ...]
    coverage: tuple[Coverage, ...]
    findings: Findings

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.findings.problems]

    @property
    def said(self) -> str:
        """Everything that was said, with plain spaces."""
        remarks = [f"{one.place} {one.text}" for one in self.findings.said]
        problems = [f"{one.place} {one.message} {one.expected} {one.remedy}" for one in self.findings.problems]
        return "\n".join([*remarks, *problems]).replace("\u00a0", " ")

    def facts(self, indicator: str, measure: str | None = None) -> dict[tuple[int, str], object]:
        """The amounts, or statuses, of an indicator by year and place."""
        return {
            (one.key.year, one.key.area): one.status.value if one.amount is None else one.amount
            for one in self.observations
            if one.key.indicator == indicator and measure in (None, one.key.measure)
        }

    def county(self, indicator: str, measure: str | None = None) -> object:
        """The only amount, or status, for the county."""
        (found,) = [value for (_, area), value in self.facts(indicator, measure).items() if area == COUNTY]
        return found

    def bases(self, indicator: str) -> dict[tuple[int, str], int | None]:
        return {(one.key.year, one.key.area): one.base for one in self.observations if one.key.indicator == indicator}


def limited(indicator: str, smallest: int = 0, dominance: str = "") -> Catalogue:
    """The report's catalogue with disclosure limits for an indicator's measures."""
    limit = Decimal(dominance) if dominance else None
    own = catalogue().indicators[indicator]
    measures = tuple(one._replace(smallest=smallest, dominance=limit) for one in own.measures)
    return catalogue()._replace(indicators={**catalogue().indicators, indicator: own._replace(measures=measures)})


def take(
    path: Path, map_text: str, extract: str = "2025-07", known: Catalogue | None = None, plain_from: int = PLAIN_FROM
) -> Taken:
    """A file read with a map, in a project of its own with the report's lists of codes."""
    known = known or catalogue()
    project = path.parent / "projekt"
    maps = project / "report" / "kallor"
    maps.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "report" / "kodlistor", project / "report" / "kodlistor", dirs_exist_ok=True)
    (maps / "karta.toml").write_text(map_text, encoding="utf-8")
    map_, problems = read_map(project, "karta", known)
    assert map_ is not None, problems
    findings = Findings(path.name)
    observations, coverage = read_units(path, map_, known, project, extract, findings, plain_from)
    return Taken(observations, coverage, findings)


def text_file(path: Path, rows: Iterable[Row], encoding: str = "utf-8", end: str = "\n") -> Path:
    """A text file with semicolons."""
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator=end).writerows(rows)
    path.write_bytes(target.getvalue().encode(encoding))
    return path


def book(path: Path, rows: Iterable[Row], title: str = "Företag") -> Path:
    """A workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    workbook.save(path)
    return path


def every_way(folder: Path, rows: Sequence[Row], map_text: str, extract: str = "2025-07") -> Mapping[str, Taken]:
    """The same rows as a workbook, as a text file read by its cells, and as one read straight from the disk."""
    text = text_file(folder / "rader.csv", rows)
    return {
        "arbetsbok": take(book(folder / "rader.xlsx", rows), map_text, extract),
        "celler": take(text, map_text, extract, plain_from=1 << 30),
        "rakt av": take(text, map_text, extract, plain_from=0),
    }


def companies(*rows: Row) -> list[Row]:
    """Rows of companies under their headings: identity, municipality, code, and whether it is active."""
    return [("Orgnr", "Kommun", "SNI", "Status"), *rows]


def accounts(*rows: Row) -> list[Row]:
    """Rows of companies under their headings: identity, municipality, turnover, employees."""
    return [("Orgnr", "Kommun", "Omsättning", "Anställda"), *rows]
