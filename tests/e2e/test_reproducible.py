"""The same sources give the same bytes, whatever surrounds them, and nothing else is touched."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.small_project import DOCUMENT, LEDGER, write_project

SOURCE = Path(__file__).resolve().parents[2] / "src"
HOSTILE = (
    "backend: TkAgg\nfigure.dpi: 7\nsavefig.dpi: 13\nfont.size: 40\nsvg.hashsalt: annat\naxes.facecolor: red\ntext.usetex: True\n"
)
HOMES = ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR")


def build(folder: Path, *words: str, environment: Mapping[str, str] | None = None, cwd: Path | None = None) -> str:
    """Build in a process of its own, with `folder` as written; what it printed."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "rapportbyggare", "bygg", "--projekt", str(folder), *words],
        env={**kept, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", **(environment or {})},
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def built(folder: Path) -> tuple[bytes, bytes]:
    return (folder / DOCUMENT).read_bytes(), (folder / LEDGER).read_bytes()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """What the project is built to."""
    folder = tmp_path_factory.mktemp("förlaga")
    write_project(folder, chart=True)
    build(folder)
    return built(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The same project elsewhere, never built."""
    write_project(tmp_path / "projekt", chart=True)
    return tmp_path / "projekt"


SURROUNDINGS = [
    pytest.param({"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}, id="plain C, far east"),
    pytest.param({"TZ": "America/Los_Angeles", "LC_ALL": "sv_SE.UTF-8", "PYTHONHASHSEED": "4711"}, id="Swedish, far west"),
    pytest.param({"LANG": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1", "MPLBACKEND": "TkAgg", "COLUMNS": "20"}, id="stray variables"),
]


@pytest.mark.parametrize("environment", SURROUNDINGS)
def test_the_surroundings_do_not_matter(folder: Path, expected: tuple[bytes, bytes], environment: Mapping[str, str]) -> None:
    build(folder, environment=environment)
    assert built(folder) == expected


def test_a_hostile_matplotlibrc_does_not_matter(folder: Path, expected: tuple[bytes, bytes]) -> None:
    for place in (folder, folder.parent):
        (place / "matplotlibrc").write_text(HOSTILE, encoding="utf-8")
    build(
        folder, environment={"MATPLOTLIBRC": str(folder.parent / "matplotlibrc"), "MPLCONFIGDIR": str(folder.parent)}, cwd=folder
    )
    assert built(folder) == expected


def test_the_working_directory_does_not_matter(folder: Path, expected: tuple[bytes, bytes]) -> None:
    build(Path("projekt/../projekt"), cwd=folder.parent)
    assert built(folder) == expected
    (folder / DOCUMENT).unlink()
    build(Path(), cwd=folder)
    build(folder, cwd=folder / "sections")
    assert built(folder) == expected


def test_with_and_without_the_cache(folder: Path, expected: tuple[bytes, bytes]) -> None:
    build(folder)
    kept = {path: path.read_bytes() for path in (folder / ".rapportbyggare").iterdir()}
    assert kept
    (folder / DOCUMENT).unlink()
    assert f"Skrev {DOCUMENT}" in build(folder)
    assert built(folder) == expected
    assert {path: path.read_bytes() for path in (folder / ".rapportbyggare").iterdir()} == kept


def test_damaged_entries_in_the_cache_do_no_harm(folder: Path, expected: tuple[bytes, bytes]) -> None:
    build(folder)
    for number, path in enumerate(sorted((folder / ".rapportbyggare").iterdir())):
        path.write_bytes([b"", b"skadad", path.read_bytes()[:-5]][number % 3])
    (folder / DOCUMENT).unlink()
    build(folder)
    assert built(folder) == expected


def test_a_cache_that_cannot_be_written(folder: Path, expected: tuple[bytes, bytes]) -> None:
    (folder / ".rapportbyggare").write_text("en fil på mappens plats", encoding="utf-8")
    build(folder)
    assert built(folder) == expected
    assert (folder / ".rapportbyggare").read_text(encoding="utf-8") == "en fil på mappens plats"


def test_a_cache_that_leads_out_of_the_project_is_not_used(folder: Path, expected: tuple[bytes, bytes], tmp_path: Path) -> None:
    (tmp_path / "annan").mkdir()
    (folder / ".rapportbyggare").symlink_to(tmp_path / "annan")
    build(folder)
    assert built(folder) == expected
    assert list((tmp_path / "annan").iterdir()) == []


def test_nothing_outside_the_project_is_written(folder: Path, tmp_path: Path) -> None:
    home, elsewhere = tmp_path / "hem", tmp_path / "annan"
    home.mkdir()
    elsewhere.mkdir()
    build(folder, environment={**{name: str(home) for name in HOMES}, "PYTHONDONTWRITEBYTECODE": "1"}, cwd=elsewhere)
    assert list(home.rglob("*")) == []
    assert list(elsewhere.rglob("*")) == []
    assert {path.name for path in tmp_path.iterdir()} == {"projekt", "hem", "annan"}
    made = {path.name for path in folder.iterdir()} - {"report", "sections", "figures"}
    assert made == {"output", ".rapportbyggare"}


def test_what_no_build_reads_does_not_matter(folder: Path, expected: tuple[bytes, bytes]) -> None:
    for stray in (
        "sections/Thumbs.db",
        "sections/~$30-analys.md",
        "report/.DS_Store",
        "report/data/uttag.xlsx",
        "figures/utkast.svg",
    ):
        (folder / stray).write_bytes(b"\x00")
    build(folder)
    assert built(folder) == expected


@pytest.mark.parametrize("change", ["sections/30-analys.md", "report/stil.toml", "report/katalog.toml"])
def test_what_a_build_reads_matters(folder: Path, expected: tuple[bytes, bytes], change: str) -> None:
    path = folder / change
    words = "\n{# Anmärkning. #}\n" if change.endswith(".md") else "\n# Anmärkning.\n"
    path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8", newline="\n")
    build(folder)
    assert built(folder)[0] != expected[0]
