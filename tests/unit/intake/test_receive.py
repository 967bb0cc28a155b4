from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

from rapportbyggare.core.dataset import Coverage
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.intake.sheets import read_grids
from rapportbyggare.intake.units import PLAIN_FROM
from tests.unit.intake.project import ROOT, catalogue, project, take
from tests.unit.intake.registers import ACCOUNTS, accounts, text_file
from tests.unit.intake.writers import COUNTY, HEAD, LONG, PLAIN, Write, book, text
from tools.sample_files import write_samples

REGISTER = accounts(*[(number, "Berg", "x" * 300, 1) for number in range(1200)])

SAMPLES = ROOT / "report" / "kallor" / "exempel"
COMMITTED = {  # each with the map it is read by when its name does not tell
    "scb-tabell-2025.xlsx": None,
    "egen-statistik-2025.xlsx": None,
    "nettoomsattning-2025-08-18.xlsx": None,
    "nettoomsattning-2025-09-03.xlsx": None,
    "lang-nyps-2025-08.csv": "lang",
    "lang-scb-2025-07.csv": "lang",
    "lang-kreametern-2017.csv": "lang",
    "lang-utan-kalla.csv": "lang",
}


def read(folder: Path, write: Write, file: str, name: str | None) -> Delivered:
    path = folder / file
    write(path)
    delivered, problems = take(project(folder), path, name)
    assert problems == () and delivered is not None
    return delivered


def codes(folder: Path, write: Write, file: str, name: str | None) -> list[tuple[str, str]]:
    path = folder / file
    write(path)
    delivered, problems = take(project(folder), path, name)
    assert delivered is None
    return [(problem.code, problem.place.cell) for problem in problems]


def test_a_delivery_names_its_file_source_and_extract(tmp_path: Path) -> None:
    one = read(tmp_path, PLAIN, "a.xlsx", "antal")
    assert (one.source, one.extract, one.file) == ("scb", "2025-07", "a.xlsx")
    assert one.checksum == sha256((tmp_path / "a.xlsx").read_bytes()).hexdigest()
    origin = one.observations[0].origin
    assert (origin.delivery, origin.source, origin.extract, origin.received, origin.cell) == (0, "scb", "2025-07", "", "Blad1!B2")
    assert one.coverage == (Coverage((("antal_kkb", "antal"),), (2025,), ("Berg", "Åre")),)


@pytest.mark.parametrize("file", COMMITTED)
def test_the_samples_are_as_the_tool_writes_them(tmp_path: Path, file: str) -> None:
    write_samples(tmp_path)
    assert read_grids(tmp_path / file) == read_grids(SAMPLES / file)


def test_the_samples_hold_the_published_figures(tmp_path: Path) -> None:
    folder = project(tmp_path)
    taken = [take(folder, SAMPLES / file, name) for file, name in COMMITTED.items()]
    assert [problem for _, problems in taken for problem in problems] == []
    facts = {one.key: one for delivered, _ in taken if delivered for one in delivered.observations}
    assert facts[FactKey("antal_kkb", "antal", 2025, COUNTY)].amount == 1341
    assert facts[FactKey("andel_kkb", "andel", 2025, "Åre")].amount == Decimal("8.6")
    project_share = facts[FactKey("andel_projektstod", "malgrupp", 2022, COUNTY)]
    assert (project_share.amount, project_share.base) == (Decimal("2.9"), 34)
    assert facts[FactKey("samspel_stod", "antal", 2022, COUNTY)].status is Status.IMPOSSIBLE
    assert facts[FactKey("kulturstod", "belopp", 2025, COUNTY)].measured == 2026
    assert len(facts) == 54 + 28 + 8 + 8 + 4 + 1 + 3


def test_the_samples_say_that_they_are_made_up() -> None:
    for file in COMMITTED:
        grids, _ = read_grids(SAMPLES / file)
        texts = [cell.text for grid in grids for row in grid.rows for cell in row]
        assert any("påhittad" in one for one in texts), file


def test_every_county_total_is_held_against_the_municipalities(tmp_path: Path) -> None:
    names = catalogue().municipalities
    rows = [(name, 10) for name in names]
    assert codes(tmp_path, book(HEAD, *rows, (COUNTY, 81)), "a.xlsx", "antal") == [("fel-summa", "Blad1!B10")]


def test_a_county_that_holds_more_than_the_listed_municipalities_is_no_fault(tmp_path: Path) -> None:
    one = read(tmp_path, book(HEAD, ("Berg", 63), (COUNTY, 1341)), "a.xlsx", "antal")
    assert [observation.amount for observation in one.observations] == [63, 1341]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    write = book(HEAD, ("Berg", "x"), ("Nowhere", 1), ("Åre", "1.341"))
    assert sorted(codes(tmp_path, write, "a.xlsx", "antal")) == [
        ("decimalpunkt", "Blad1!B4"),
        ("inget-tal", "Blad1!B2"),
        ("okand-plats", "Blad1!A3"),
    ]


def test_a_file_that_is_wrong_throughout_is_said_to_be_so(tmp_path: Path) -> None:
    rows = [("Berg", "x")] * 200
    found = codes(tmp_path, book(HEAD, *rows), "a.xlsx", "antal")
    assert len(found) == 51 and found[-1] == ("fler-fel", "")


def test_the_long_format_gives_every_part(tmp_path: Path) -> None:
    rows = (
        f"andel_foretagsstod;belopp;2024;{COUNTY};0,4;procent;definitiv;helåret 2024;12;;'-3 förra året\n"
        f"andel_foretagsstod;antal;2025;{COUNTY};;;mäts senare;;;2026;\n"
    )
    first, second = read(tmp_path, text(LONG + rows), "a.csv", "lang").observations
    assert (first.key.measure, first.amount, first.period, first.base) == ("belopp", Decimal("0.4"), "helåret 2024", 12)
    assert (first.note, first.origin.source, first.origin.cell) == ("-3 förra året", "nyps", "E2")
    assert (second.amount, second.status, second.measured) == (None, Status.NOT_YET, 2026)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (f"kul_turr;antal;2024;{COUNTY};70;;definitiv;;;;", ("okand-indikator", "A2")),
        (f"kul_tur;antl;2024;{COUNTY};70;;definitiv;;;;", ("okant-matt", "B2")),
        (f"kul_tur;antal;24;{COUNTY};70;;definitiv;;;;", ("fel-ar", "C2")),
        ("kul_tur;antal;2024;Norrland;70;;definitiv;;;;", ("okand-plats", "D2")),
        (f"kul_tur;antal;2024;{COUNTY};70;;slutlig;;;;", ("okand-status", "G2")),
        (f"kul_tur;antal;2024;{COUNTY};70;;;;;;", ("okand-status", "G2")),
        (f"kul_tur;antal;2024;{COUNTY};70;;saknas;;;;", ("varde-ska-inte-finnas", "E2")),
        (f"kul_tur;antal;2024;{COUNTY};;;definitiv;;;;", ("varde-saknas", "E2")),
        (f"kul_tur;antal;2024;{COUNTY};;;mäts senare;;;;", ("mats-saknas", "J2")),
        (f"kul_tur;antal;2024;{COUNTY};70;;definitiv;;;2026;", ("mats-ska-inte-finnas", "J2")),
        (f"kul_tur;antal;2024;{COUNTY};70;;definitiv;;3,5;;", ("inget-antal", "I2")),
        ("andel_kkb_riket;andel;2024;Riket;9;;definitiv;;;;", ("ar-ska-inte-finnas", "C2")),
        (f"andel_projektstod;;2024;{COUNTY};9;;definitiv;;;;", ("okant-matt", "B2")),
    ],
)
def test_faults_of_the_long_format(tmp_path: Path, row: str, fault: tuple[str, str]) -> None:
    assert codes(tmp_path, text(f"{LONG}{row}\n"), "a.csv", "lang") == [fault]


def test_the_long_format_is_for_one_source_at_a_time(tmp_path: Path) -> None:
    rows = f"kul_tur;antal;2024;{COUNTY};70;;definitiv;;;;\nantal_kkb;antal;2025;Berg;63;;definitiv;;;;\n"
    assert codes(tmp_path, text(LONG + rows), "a.csv", "lang") == [("flera-kallor", "")]


def test_a_file_that_is_not_there_is_likened_to_those_that_are(tmp_path: Path) -> None:
    PLAIN(tmp_path / "scb-tabell.xlsx")
    _, (problem,) = take(project(tmp_path), tmp_path / "scb-tabel.xlsx", None)
    assert problem.code == "fil-saknas" and "scb-tabell.xlsx" in problem.message


class Locked(type(Path())):  # type: ignore[misc]
    """A file that is there, and that the computer does not let anybody open."""

    def open(self, *_: object, **__: object) -> NoReturn:
        raise PermissionError(str(self))


@pytest.mark.parametrize(("file", "name"), [("a.csv", "register"), ("a.csv", "antal"), ("a.xlsx", "antal")])
def test_a_file_that_cannot_be_opened_is_refused_as_that(tmp_path: Path, file: str, name: str) -> None:
    folder = project(tmp_path)
    (folder / "report" / "kallor" / "register.toml").write_text(ACCOUNTS, encoding="utf-8")
    assert text_file(folder / file, REGISTER).stat().st_size > PLAIN_FROM
    delivered, problems = take(folder, Locked(folder / file), name)
    assert delivered is None and [problem.code for problem in problems] == ["fil-kan-inte-lasas"]
