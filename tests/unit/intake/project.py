"""A project to take files into: the report's own catalogue and maps, and a few maps more."""

import shutil
from functools import cache
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.catalogue import read_catalogue
from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.intake.receive import receive

ROOT = Path(__file__).resolve().parents[3]
SHIPPED = ("scb-tabell", "egen", "lang", "bisnis-tabell")
HEAD = 'format = 1\nslag = "korstabell"\n'
PLACE = '[kolumner.kommun]\nnamn = ["Kommun"]\ntyp = "plats"\n'
COUNT = '[[uppgift]]\nindikator = "antal_kkb"\nmatt = "antal"\nnamn = ["Antal"]\nenhet = "antal"\n'
SHARE = '[[uppgift]]\nindikator = "andel_kkb"\nmatt = "andel"\nnamn = ["Andel"]\nenhet = "{}"\n'
MONEY = '[[uppgift]]\nindikator = "nettoomsattning"\nmatt = "belopp"\nnamn = ["Omsättning"]\nenhet = "{}"\n'
OWN_MAPS = {
    "antal": f'{HEAD}kalla = "scb"\n{PLACE}{COUNT}',
    "andel": f'{HEAD}kalla = "scb"\n{PLACE}{SHARE.format("andel")}',
    "procent": f'{HEAD}kalla = "scb"\n{PLACE}{SHARE.format("procent")}',
    "tva-rader": f'{HEAD}kalla = "scb"\nrubrikrader = 2\n{PLACE}{COUNT}{SHARE.format("procent")}',
    "streck": f'{HEAD}kalla = "scb"\n{PLACE}[tomma]\n"-" = "noll"\n"" = "saknas"\n{COUNT}',
    "omsattning-tkr": f'{HEAD}kalla = "bisnis"\n{PLACE}{MONEY.format("tkr")}',
    "omsattning-kr": f'{HEAD}kalla = "bisnis"\n{PLACE}{MONEY.format("kr")}',
    "ar-pa-rader": f'{HEAD}kalla = "scb"\nplats = "Jämtlands län"\n[kolumner.ar]\nnamn = ["År"]\ntyp = "ar"\n{COUNT}',
    "utan-plats": f'{HEAD}kalla = "scb"\n[kolumner.ar]\nnamn = ["År"]\ntyp = "ar"\n{COUNT}',
    "bladet": f'{HEAD}kalla = "scb"\nblad = ["Företag"]\n{PLACE}{COUNT}',
}


def project(folder: Path) -> Path:
    """The folder as a project."""
    maps = folder / "report" / "kallor"
    maps.mkdir(parents=True)
    shutil.copyfile(ROOT / "report" / "katalog.toml", folder / "report" / "katalog.toml")
    for name in SHIPPED:
        shutil.copyfile(ROOT / "report" / "kallor" / f"{name}.toml", maps / f"{name}.toml")
    for name, text in OWN_MAPS.items():
        (maps / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@cache
def catalogue() -> Catalogue:
    """The report's catalogue."""
    found, problems = read_catalogue(ROOT)
    assert found is not None and not problems
    return found


def take(folder: Path, path: Path, name: str | None) -> tuple[Delivered | None, tuple[Problem, ...]]:
    """A file received in the project."""
    maps, problems = read_maps(folder, catalogue())
    assert problems == ()
    return receive(path, name, maps, catalogue(), folder, "2025-07")
