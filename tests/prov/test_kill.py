"""A build that is killed at any moment leaves a whole document, and the next build knows it as its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.small_project import DOCUMENT, LEDGER, write_project

pytestmark = [pytest.mark.prov, pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")]

SOURCE = Path(__file__).resolve().parents[2] / "src"
MOMENTS = 60
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}


def start(folder: Path) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-m", "rapportbyggare", "bygg", "--projekt", str(folder)]
    return subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def build(folder: Path) -> str:
    with start(folder) as running:
        out, err = running.communicate(timeout=120)
    assert (running.returncode, err.decode()) == (0, "")
    return out.decode()


def correct(folder: Path) -> None:
    """A change of words: the next build makes another document."""
    path = folder / "sections" / "30-analys.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nRättelse.\n", encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Before:
    """A built project with a correction not built yet, the bytes before and after it, and how long its build takes."""

    folder: Path
    old: bytes
    new: bytes
    seconds: float


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    folder = tmp_path_factory.mktemp("dödad") / "projekt"
    write_project(folder, chart=True)
    build(folder)
    old = (folder / DOCUMENT).read_bytes()
    correct(folder)
    other = folder.with_name("ny")
    shutil.copytree(folder, other)
    started = time.monotonic()
    build(other)
    return Before(folder, old, (other / DOCUMENT).read_bytes(), time.monotonic() - started)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed(before: Before, tmp_path: Path, moment: int) -> None:
    folder = tmp_path / "projekt"
    shutil.copytree(before.folder, folder)
    running = start(folder)
    time.sleep(before.seconds * 1.1 * moment / MOMENTS)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=30)
    assert (folder / DOCUMENT).read_bytes() in (before.old, before.new)
    told = build(folder)
    assert f"{DOCUMENT}\nSiffrorna med källor: {LEDGER}\n" in told
    assert "är orört" not in told
    assert (folder / DOCUMENT).read_bytes() == before.new
