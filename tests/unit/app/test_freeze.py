"""An edition is kept whole or not at all, and never over another."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest

from rapportbyggare.app.alone import alone
from rapportbyggare.app.build import CACHE
from rapportbyggare.app.editions import editions
from rapportbyggare.app.freeze import LOCK, freeze
from rapportbyggare.app.keep import half_of
from rapportbyggare.app.prove import prove
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.problem import Severity
from tests.e2e.small_project import CHART, STATISTICS
from tests.unit.app.freezing import (
    ANALYSIS,
    DOCUMENT,
    EDITIONS,
    NAME,
    append,
    built,
    code_of,
    files,
    kept,
    proposed,
    said,
    silent,
)
from tests.unit.word.sample import png

TODAY = "2025-09-24"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return proposed(tmp_path / "projekt")


def halves(folder: Path) -> list[Path]:
    return list((folder / EDITIONS).glob(".*")) if (folder / EDITIONS).exists() else []


def test_an_edition_has_all_that_the_document_was_made_from(folder: Path) -> None:
    before = files(folder)
    edition = kept(folder)
    names = {path.relative_to(edition).as_posix() for path in edition.rglob("*") if path.is_file()}
    inputs = {name for name in before if not name.startswith("report/data/leverans-")}
    assert names == {DOCUMENT, "siffror.csv", "utgava.toml", *(f"underlag/{name}" for name in inputs)}
    assert all((edition / "underlag" / name).read_bytes() == before[name] for name in inputs)
    assert {name: content for name, content in files(folder).items() if not name.startswith(EDITIONS)} == before
    assert halves(folder) == []


def test_it_is_the_document_that_a_build_gives(folder: Path) -> None:
    edition = kept(folder)
    made = built(folder)
    assert made.document and made.ledger
    assert (edition / DOCUMENT).read_bytes() == made.document.path.read_bytes()
    assert (edition / "siffror.csv").read_bytes() == made.ledger.path.read_bytes()


def test_what_its_record_says(folder: Path) -> None:
    kept(folder)
    (edition,), problems = editions(folder)
    assert problems == ()
    assert (edition.name, edition.frozen, edition.status, edition.data_date) == (
        NAME,
        TODAY,
        DocumentStatus.PROPOSAL,
        "2025-09-01",
    )
    (delivery,) = edition.deliveries
    stored = (folder / delivery.file).read_bytes()
    assert (delivery.number, delivery.file, delivery.checksum) == (1, "report/data/leverans-001.csv", sha256(stored).hexdigest())
    assert edition.files[DOCUMENT] == sha256((folder / edition.path / DOCUMENT).read_bytes()).hexdigest()
    assert (edition.decided, edition.decision_date, edition.paragraph, len(edition.seal)) == ("", "", "", 64)


def test_pictures_template_maps_and_code_lists_are_kept(folder: Path) -> None:
    (folder / "report" / "kontroll.toml").write_bytes(b"format = 1\n")
    for name in ("report/kallor/scb.toml", "report/kodlistor/kkb.toml"):
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(b"format = 1\n")
    (folder / "figures" / "bild.png").write_bytes(png())
    (folder / "figures" / "oanvänd.png").write_bytes(png())
    append(folder / ANALYSIS, "\n![En prick](figures/bild.png)\n")
    (folder / "figures" / "antal-per-kommun.toml").write_text(CHART, encoding="utf-8")
    (folder / "sections" / "20-statistik.md").write_text(STATISTICS, encoding="utf-8")
    made = built(folder)
    assert made.document
    shutil.copy(made.document.path, folder / "report" / "mall.docx")
    said(folder, mall="report/mall.docx")
    edition = kept(folder)
    for name in (
        "report/kallor/scb.toml",
        "report/kodlistor/kkb.toml",
        "report/kontroll.toml",
        "figures/bild.png",
        "report/mall.docx",
    ):
        assert (edition / "underlag" / name).read_bytes() == (folder / name).read_bytes()
    assert not (edition / "underlag" / "figures" / "oanvänd.png").exists()
    assert prove(folder, NAME).rebuilt


def test_the_oldest_edition_comes_first(folder: Path) -> None:
    for name, day in (("b", "2025-09-24"), ("a", "2025-09-25"), ("c", "2025-09-01")):
        kept(folder, name, day)
    assert [edition.name for edition in editions(folder)[0]] == ["c", "b", "a"]


@pytest.mark.parametrize("name", [NAME, NAME.upper(), "na\u0308mnden-2025"])
def test_an_existing_name_is_never_replaced(folder: Path, name: str) -> None:
    kept(folder)
    append(folder / ANALYSIS)
    before = files(folder)
    assert code_of(freeze(folder, name, TODAY, silent)) == "utgava-finns"
    assert files(folder) == before


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("", "Välj ett annat namn, till exempel namnden-2025."),
        ("..", "Välj ett annat namn, till exempel namnden-2025."),
        ("../ut", "Kör rapportbyggare frys ut."),
        ("a/b", "Kör rapportbyggare frys a-b."),
        ("a\\b", "Kör rapportbyggare frys a-b."),
        ("C:namn", "Kör rapportbyggare frys C-namn."),
        ("namn.", "Kör rapportbyggare frys namn."),
        ("till nämnden", "Kör rapportbyggare frys till-nämnden."),
        ("-prova", "Kör rapportbyggare frys prova."),
        (".dold", "Kör rapportbyggare frys dold."),
        ("a\x00b", "Kör rapportbyggare frys a-b."),
        ("å" * 61, f"Kör rapportbyggare frys {'å' * 60}."),
        ("CON", "Kör rapportbyggare frys utgava-CON."),
        ("lpt1", "Kör rapportbyggare frys utgava-lpt1."),
        ("2025-09-24", "Kör rapportbyggare frys utgava-2025-09-24."),
        ("Nu", "Kör rapportbyggare frys utgava-Nu."),
        ("7", "Kör rapportbyggare frys utgava-7."),
        ("leverans-2", "Kör rapportbyggare frys utgava-leverans-2."),
    ],
)
def test_a_name_must_mean_the_same_on_every_computer(folder: Path, name: str, remedy: str) -> None:
    before = files(folder)
    frozen = freeze(folder, name, TODAY, silent)
    assert code_of(frozen) == "utgava-namn"
    assert frozen.problems[0].remedy == remedy
    assert files(folder) == before


def test_a_report_with_faults_is_not_frozen(folder: Path) -> None:
    append(folder / ANALYSIS, "\n{{ okand() }}\n")
    frozen = freeze(folder, NAME, TODAY, silent)
    assert frozen.edition is None and frozen.problems[0].code == "okand-indikator"
    assert not (folder / EDITIONS).exists()


def test_a_folder_without_a_project(tmp_path: Path) -> None:
    assert code_of(freeze(tmp_path, NAME, TODAY, silent)) == "inget-projekt"
    assert list(tmp_path.iterdir()) == []


def test_a_draft_can_be_frozen_too(folder: Path) -> None:
    said(folder, status="utkast")
    kept(folder)
    assert editions(folder)[0][0].status is DocumentStatus.DRAFT
    assert prove(folder, NAME).rebuilt


def test_an_edited_document_is_not_what_is_frozen(folder: Path) -> None:
    made = built(folder)
    assert made.document
    ours = made.document.path.read_bytes()
    made.document.path.write_bytes(b"redigerat i Word")
    frozen = freeze(folder, NAME, TODAY, silent)
    (problem,) = frozen.problems
    assert (problem.code, problem.severity, problem.place.file) == ("redigerat-dokument", Severity.NOTE, f"output/{DOCUMENT}")
    assert (folder / EDITIONS / NAME / DOCUMENT).read_bytes() == ours
    assert made.document.path.read_bytes() == b"redigerat i Word"


def test_editions_do_not_lead_out_of_the_project(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    (folder / EDITIONS).symlink_to(tmp_path / "annan")
    assert code_of(freeze(folder, NAME, TODAY, silent)) == "utanfor-projektet"
    assert list((tmp_path / "annan").iterdir()) == []


def test_what_a_killed_freeze_left_is_removed_by_the_next(folder: Path) -> None:
    half = half_of(folder / EDITIONS / "annan")
    half.mkdir(parents=True)
    (half / DOCUMENT).write_bytes(b"halv")
    kept(folder)
    assert halves(folder) == []


def test_one_freeze_at_a_time(folder: Path) -> None:
    with alone(folder / CACHE / LOCK) as first:
        assert first
        assert code_of(freeze(folder, NAME, TODAY, silent)) == "frysning-pagar"
    kept(folder)


@pytest.mark.parametrize("step", ["Skriver", "Sparar", "Prövar"])
def test_inputs_that_change_meanwhile_are_not_frozen_halfway(folder: Path, step: str) -> None:
    def change(now: str) -> None:
        if now == step:
            append(folder / ANALYSIS)

    before = files(folder).keys()
    frozen = freeze(folder, NAME, TODAY, change)
    if step == "Prövar":  # copied already
        assert frozen.edition and prove(folder, NAME).rebuilt
    else:
        assert code_of(frozen) == "andrat-under-frysning"
        assert files(folder).keys() == before and halves(folder) == []


def test_an_input_that_vanishes_meanwhile(folder: Path) -> None:
    def vanish(now: str) -> None:
        if now == "Sparar":
            (folder / "report" / "data" / "leveranser.csv").unlink()

    assert code_of(freeze(folder, NAME, TODAY, vanish)) == "andrat-under-frysning"


def test_a_name_that_is_taken_meanwhile(folder: Path) -> None:
    def take(now: str) -> None:
        if now == "Prövar":
            (folder / EDITIONS / NAME).mkdir()

    assert code_of(freeze(folder, NAME, TODAY, take)) == "utgava-finns"
    assert list((folder / EDITIONS / NAME).iterdir()) == [] and halves(folder) == []


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (OSError(errno.ENOSPC, "full"), "disken är full"),
        (OSError(errno.EROFS, "read-only"), "mappen är skrivskyddad"),
        (PermissionError(errno.EACCES, "nej"), "du har inte rätt att skriva där"),
    ],
)
def test_a_disk_that_says_no(folder: Path, error: OSError, cause: str) -> None:
    before = files(folder)
    with patch("rapportbyggare.app.keep.os.fsync", side_effect=error):
        frozen = freeze(folder, NAME, TODAY, silent)
    assert (code_of(frozen), frozen.unwritable) == ("utgavan-gar-inte-att-skriva", True)
    assert cause in frozen.problems[0].message
    assert files(folder) == before and halves(folder) == []


def test_a_file_where_the_folder_would_be(folder: Path) -> None:
    (folder / EDITIONS).write_bytes(b"")
    frozen = freeze(folder, NAME, TODAY, silent)
    assert (code_of(frozen), frozen.unwritable) == ("utgavan-gar-inte-att-skriva", True)
    assert "det ligger en fil där mappen skulle vara" in frozen.problems[0].message


STEPS = ("mkdir", "open", "fsync", "rename", "scandir")


class Killed(BaseException):
    """The process ends here."""


@dataclass(slots=True)
class Disk:
    """The calls that touch the disk, counted; from the one numbered `last` on, all end the process."""

    last: int
    made: list[str] = field(default_factory=list)

    def call(self, name: str, real: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            self.made.append(name)
            if len(self.made) >= self.last:
                raise Killed
            return real(*given, **named)

        return counted


def freeze_on(folder: Path, disk: Disk) -> None:
    """Freeze on a disk that ends the process; what a killed process does not do, like tidying up, is not done."""
    with ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch(f"os.{name}", disk.call(name, getattr(os, name))))
        stack.enter_context(patch("shutil.rmtree", lambda *given, **named: None))
        with suppress(Killed):
            freeze(folder, NAME, TODAY, silent)


def test_killed_at_any_call_there_is_nothing_or_the_whole(folder: Path) -> None:
    count = Disk(10**6)
    other = folder.with_name("annat")
    shutil.copytree(folder, other)
    freeze_on(other, count)
    assert len(count.made) > 80 and {"fsync", "rename", "mkdir"} <= set(count.made)
    whole = 0
    for last in range(1, len(count.made) + 1):
        freeze_on(folder, Disk(last))
        if (folder / EDITIONS / NAME).exists():
            whole += 1
            assert prove(folder, NAME).problems == ()
            shutil.rmtree(folder / EDITIONS / NAME)
        assert editions(folder) == ((), ())
    assert whole
    kept(folder)
    assert halves(folder) == []
