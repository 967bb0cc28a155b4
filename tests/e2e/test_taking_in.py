"""The autumn of the example report: a correction is taken in, told, built, turned back and withdrawn."""

import csv
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from rapportbyggare.app.assemble import assemble
from rapportbyggare.app.build import CACHE
from rapportbyggare.app.single import Said
from rapportbyggare.app.taking_in import Order, Taken, changes_of, take_in, take_single, withdraw
from rapportbyggare.app.weighing import Gone
from rapportbyggare.cli.main import main
from rapportbyggare.core.problem import Severity
from rapportbyggare.data.deliveries import FOLDER, INDEX
from tests.e2e.report import ROOT, copied, silent

SAMPLES = ROOT / "report" / "kallor" / "exempel"
CORRECTION = SAMPLES / "nettoomsattning-2025-09-03.xlsx"
LATEST = 8


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report as it was before the last correction had come."""
    project = copied(tmp_path_factory.mktemp("projekt"))
    rows = (project / INDEX).read_bytes().splitlines(keepends=True)
    assert rows[-1].startswith(f"{LATEST};".encode())
    (project / INDEX).write_bytes(b"".join(rows[:-1]))
    (project / FOLDER / f"leverans-{LATEST:03}.csv").unlink()
    return project


@pytest.fixture
def project(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before, tmp_path / "p"))


def taken(project: Path, file: Path = CORRECTION, extract: str = "2025-09-03", **more: object) -> Taken:
    order = Order(files=(file,), received="2025-09-04", extract=extract, **more)  # type: ignore[arg-type]
    return take_in(order, project, silent)


def archive(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / FOLDER).iterdir() if path.name != ".las"}


def content(project: Path, per: str = "") -> bytes:
    made = assemble(project, False, project / CACHE, silent, per)
    assert made.content is not None, made.problems
    return made.content


def parts(content: bytes, file: Path) -> dict[str, bytes]:
    file.write_bytes(content)
    with ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def test_the_example_archive_is_what_its_files_give(project: Path) -> None:
    done = taken(project)
    assert (done.problems, [one.number for one in done.added]) == ((), [LATEST])
    name = f"leverans-{LATEST:03}.csv"
    assert archive(project)[name] == (ROOT / FOLDER / name).read_bytes()


def test_every_stored_value_leads_back_to_a_cell_of_a_file_that_is_there() -> None:
    for delivery in rows(ROOT / INDEX):
        assert sha256((SAMPLES / delivery["fil"]).read_bytes()).hexdigest() == delivery["filsumma"]
        assert all(row["cell"] for row in rows(ROOT / FOLDER / delivery["observationer"]))


def test_the_correction_changes_what_rests_on_it_and_turning_back_gives_the_first_bytes(project: Path, tmp_path: Path) -> None:
    first = content(project)
    assert taken(project).problems == ()
    second = content(project)
    assert content(project, "7") == content(project, "2025-09-03") == first != second
    assert content(project, f"leverans {LATEST}") == content(project, "2025-09-04") == second
    old, new = parts(first, tmp_path / "a.docx"), parts(second, tmp_path / "b.docx")
    assert len(set(old) - set(new)) == len(set(new) - set(old)) == 2  # the one chart whose figures changed, as SVG and PNG
    changed = {name for name in set(old) & set(new) if old[name] != new[name]}
    of_text = {"word/document.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"}
    assert changed == of_text | {"customXml/item1.xml", "docProps/core.xml"}


def test_what_changes_is_told(project: Path) -> None:
    done = taken(project)
    report = changes_of(done, project, silent)
    assert report.changes is not None
    assert {str(fact.key.indicator) for fact in report.changes.facts} == {"nettoomsattning", "omsattning_per_anstalld"}
    assert any("ökade" in word.before and "minskade" in word.after for word in report.changes.words)


def test_a_trial_says_the_same_and_writes_nothing(project: Path) -> None:
    kept = archive(project)
    tried = taken(project, trial=True)
    told = changes_of(tried, project, silent).changes
    assert archive(project) == kept
    done = taken(project)
    assert [one.observations for one in done.added] == [one.observations for one in tried.added]
    assert changes_of(done, project, silent).changes == told


def test_the_same_file_twice_changes_nothing_and_is_said(project: Path) -> None:
    taken(project)
    kept = archive(project)
    again = taken(project, extract="2025-09-20")
    assert (again.problems, again.added, dict(again.known)) == ((), (), {CORRECTION.name: LATEST})
    assert archive(project) == kept


def changed(project: Path, change: Callable[[str], str]) -> Path:
    """A long file of the companies, changed."""
    file = project / "lang-andrad.csv"
    text = (SAMPLES / "lang-scb-2025-07.csv").read_text(encoding="utf-8")
    assert change(text) != text
    file.write_text(change(text), encoding="utf-8")
    return file


def test_another_value_of_the_same_extract_is_refused_with_its_cell(project: Path) -> None:
    kept = archive(project)
    file = changed(project, lambda text: text.replace(";268;", ";269;"))
    done = taken(project, file, "2025-07", source="lang")
    assert [(one.code, one.place.cell) for one in done.problems] == [("samma-uttag-annat-varde", "E4")]
    assert archive(project) == kept


def without_berg(project: Path) -> Path:
    """The table of municipalities as a text file, without Berg and with another county total."""
    file = project / "scb-tabell-utan-berg.csv"
    lines = [
        "Kommun;Antal juli 2025",
        "Bräcke;43",
        "Härjedalen;98",
        "Krokom;144",
        "Ragunda;37",
        "Strömsund;57",
        "Åre;285",
        "Östersund;614",
    ]
    file.write_text("\n".join(["KKB-företag", *lines, "Jämtlands län;1341"]) + "\n", encoding="utf-8")
    return file


def test_a_covered_value_that_is_gone_stops_until_somebody_says_what_holds(project: Path) -> None:
    kept = archive(project)
    file = without_berg(project)
    stopped = taken(project, file, "2025-08")
    assert [one.code for one in stopped.problems] == ["varde-borta"]
    assert "Berg" in stopped.problems[0].message and archive(project) == kept
    held = taken(project, file, "2025-08", gone=Gone.KEEP, trial=True)
    assert (held.problems, held.kept, len(held.added[0].observations)) == ((), 1, 8)
    withdrawn = taken(project, file, "2025-08", gone=Gone.WITHDRAW)
    assert withdrawn.problems == ()
    stored = rows(project / FOLDER / f"leverans-{LATEST:03}.csv")
    assert [(row["plats"], row["varde"], row["status"]) for row in stored if row["plats"] == "Berg"] == [("Berg", "", "saknas")]


def test_a_withdrawal_acts_from_its_day_and_earlier_editions_rebuild(project: Path) -> None:
    first = content(project)
    taken(project)
    second = content(project)
    assert withdraw(project, LATEST, "2025-09-10", "fel fil", trial=True).withdrawn is not None
    assert content(project) == second
    done = withdraw(project, LATEST, "2025-09-10", "fel fil", trial=False)
    assert done.problems == ()
    assert content(project, "2025-09-09") == second
    assert content(project, "2025-09-03") == first
    report = changes_of(done, project, silent)
    assert report.changes is not None and len(report.changes.facts) == 2


def test_one_figure_by_telephone_is_a_delivery_with_a_person_as_its_origin(project: Path) -> None:
    said = Said("kul_tur", "76", "Kul Tur, telefon", "ett företag till", "2025-09-05", year="2025")
    done = take_single(said, Order(files=(), received="2025-09-05"), project)
    assert done.problems == ()
    assert done.added[0].note == "Kul Tur, telefon, 2025-09-05: ett företag till"
    again = take_single(said, Order(files=(), received="2025-09-05"), project)
    assert (again.added, dict(again.known)) == ((), {"": LATEST})


def test_the_first_delivery_makes_the_archive(project: Path) -> None:
    shutil.rmtree(project / FOLDER)
    done = taken(project)
    assert (done.problems, [one.number for one in done.added]) == ((), [1])


def test_the_command_tells_and_gives_its_exit_code(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["ta-emot", str(CORRECTION), "--projekt", str(project), "--uttag", "2025-09-03", "--inläst", "2025-09-04"]
    assert main([*words, "--pröva"]) == 0
    assert "inget är skrivet" in capsys.readouterr().out
    assert main(words) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Leverans {LATEST}: ") and "Genomsnittet minskade" in said
    assert main(words) == 0
    assert f"redan inläst som leverans {LATEST}" in capsys.readouterr().out
    assert main(["ta-emot", str(project / "saknas.xlsx"), "--projekt", str(project)]) == 1
    assert "Arkivet är orört" in capsys.readouterr().err
    assert main(["ta-emot", "--projekt", str(project)]) == 2


def test_a_preliminary_figure_is_not_made_definitive_by_silence(project: Path) -> None:
    said = Said("nettoomsattning", "1 124,6 mnkr", "Bisnis Analys, telefon", "ett bolag till", "2025-09-05", year="2024")
    order = Order(files=(), received="2025-09-05")
    assert [one.code for one in take_single(said, order, project).problems] == ["status-maste-anges"]
    done = take_single(replace(said, status="preliminär", base="313"), order, project)
    assert done.problems == () and str(done.added[0].observations[0].amount) == "1124600000"


def test_a_figure_in_the_wrong_unit_is_told_before_it_is_built_on(project: Path) -> None:
    said = Said("nettoomsattning", "1124543", "Bisnis Analys, telefon", "fel enhet", "2025-09-05", year="2023")
    done = take_single(said, Order(files=(), received="2025-09-05", trial=True), project)
    assert [(one.code, one.severity) for one in done.problems] == [("stort-hopp", Severity.FLAW)]


def test_a_file_whose_map_was_mended_is_not_taken_for_the_same(project: Path) -> None:
    map_ = project / "report" / "kallor" / "bisnis-tabell.toml"
    assert taken(project).problems == ()
    text = map_.read_text(encoding="utf-8")
    map_.write_text(
        text.replace("[kolumner.status]", '[platsnamn]\n"Jämtlands län" = "Riket"\n\n[kolumner.status]'), encoding="utf-8"
    )
    again = taken(project)
    assert [one.code for one in again.problems] == ["redan-inlast-annorlunda"] and again.added == ()


def test_a_day_that_has_not_come_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["ta-emot", str(CORRECTION), "--projekt", str(project), "--uttag", "2025-09-03", "--inläst", "2999-01-01"]
    assert main(words) == 2
    assert "har inte varit än" in capsys.readouterr().err
