"""A small project on disk for the tests of the archive."""

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from rapportbyggare.core.dataset import Catalogue, Coverage, Dataset, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.archive import as_of, read_archive
from rapportbyggare.data.catalogue import read_catalogue

CATALOGUE = """\
format = 1
[[plats]]
kod = "2380"
namn = "Östersund"
niva = "kommun"
[[plats]]
kod = "2321"
namn = "Åre"
niva = "kommun"
[[plats]]
kod = "2326"
namn = "Berg"
niva = "kommun"
[[plats]]
kod = "00"
namn = "Riket"
niva = "riket"
[[plats]]
kod = "23"
namn = "Jämtlands län"
niva = "län"

[[kalla]]
id = "scb"
namn = "SCB, Företagsregistret"
prelnot = "Preliminär uppgift. {antal} företag vid uttaget {uttag}."
[[kalla]]
id = "egen"
namn = "Egen statistik"

[status.saknas]
text = "Ingen statistik"
tecken = ".."
betydelse = "uppgift saknas"

[[indikator]]
id = "antal_kkb"
namn = "Antal företag"
definition = "Företag."
kalla = "scb"
period = "juli {ar}"
[[indikator.matt]]
id = "antal"
namn = "antal"
enhet = "antal"
[[indikator.matt]]
id = "andel"
namn = "andel"
enhet = "procent"
decimaler = 1

[[indikator]]
id = "andel_riket"
namn = "Andel i riket"
definition = "Andel."
kalla = "egen"
utan_ar = true
[[indikator.matt]]
id = "andel"
namn = "andel"
enhet = "procent"
"""
HEAD = "indikator;matt;ar;plats;varde;enhet;status;period;underlag;mats;not;cell"
INDEX_HEAD = "leverans;slag;kalla;uttag;inlast;fil;filsumma;observationer;sha256;tackning;aterkallar;not"
GOOD = "antal_kkb;antal;2025;Åre;301;antal;definitiv;;;;;"


def write_catalogue(project: Path, text: str = CATALOGUE) -> None:
    (project / "report" / "data").mkdir(parents=True, exist_ok=True)
    (project / "report" / "katalog.toml").write_text(text, encoding="utf-8")


def catalogue(project: Path) -> Catalogue:
    write_catalogue(project)
    found, problems = read_catalogue(project)
    assert found is not None and problems == ()
    return found


def write_delivery(project: Path, number: int, content: str | bytes) -> str:
    """Writes the file of a delivery and gives its checksum."""
    raw = content.encode() if isinstance(content, str) else content
    (project / "report" / "data" / f"leverans-{number:03}.csv").write_bytes(raw)
    return sha256(raw).hexdigest()


def write_index(project: Path, *rows: str, head: str = INDEX_HEAD) -> None:
    (project / "report" / "data" / "leveranser.csv").write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")


def delivered(
    project: Path, *contents: str | bytes, dates: tuple[tuple[str, str], ...] = (), sources: tuple[str, ...] = ()
) -> None:
    """An archive with one delivery for each content; `dates` are their extract and intake, `sources` "scb" when not given."""
    rows = []
    for number, content in enumerate(contents, 1):
        extract, received = dates[number - 1] if dates else (f"2025-0{number}", f"2025-0{number}-28")
        checksum = write_delivery(project, number, content)
        source = sources[number - 1] if sources else "scb"
        rows.append(f"{number};leverans;{source};{extract};{received};uttag.xlsx;;leverans-{number:03}.csv;{checksum};;;")
    write_index(project, *rows)


def observations(*rows: str) -> str:
    return "\n".join((HEAD, *rows)) + "\n"


def read(project: Path, *rows: str, source: str = "scb") -> tuple[tuple[Delivery, ...], tuple[Problem, ...]]:
    """What one delivery of these rows gives."""
    known = catalogue(project)
    delivered(project, observations(*rows), sources=(source,))
    return read_archive(project, known)


def read_all(project: Path, date: str | None = None) -> tuple[Dataset, tuple[Problem, ...]]:
    known = catalogue(project)
    deliveries, problems = read_archive(project, known)
    return as_of(deliveries, known, date), problems


def fact(amount: int | str | None, area: str = "Åre", year: int = 2025, note: str = "", cell: str = "Blad1!C17") -> Observation:
    """A count as a received file gives it; without an amount it is missing."""
    status = Status.MISSING if amount is None else Status.DEFINITIVE
    value = None if amount is None else Decimal(amount)
    origin = Origin(0, "scb", "", "", NOWHERE, cell)
    return Observation(FactKey("antal_kkb", "antal", year, area), value, status, "", None, None, note, origin)


def received(
    *facts: Observation, extract: str = "2025-07", file: str = "uttag.xlsx", coverage: Sequence[Coverage] = ()
) -> Delivered:
    """A received file whose checksum follows from its name, "" without one."""
    checksum = sha256(file.encode()).hexdigest() if file else ""
    return Delivered("scb", extract, file, checksum, facts, tuple(coverage))


def snapshot(project: Path) -> dict[str, bytes]:
    """The files of the archive's folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in (project / "report" / "data").iterdir()}
