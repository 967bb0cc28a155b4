"""A freeze that is killed at any moment leaves nothing or a whole edition, and the next one clears up after it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from rapportbyggare.app.editions import editions
from rapportbyggare.app.prove import prove
from tests.e2e.small_project import snapshot
from tests.unit.app.freezing import EDITIONS, NAME, kept, proposed

pytestmark = [pytest.mark.prov, pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")]

SOURCE = Path(__file__).resolve().parents[2] / "src"
MOMENTS = 110
# Freezing is short beside starting Python, so the clock starts when it begins.
PROGRAM = """\
import sys
from pathlib import Path
from rapportbyggare.app.freeze import freeze
print(flush=True)
frozen = freeze(Path(sys.argv[1]), sys.argv[2], "2025-09-24", lambda step: None)
sys.exit(0 if frozen.edition else 1)
"""


def start(folder: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}
    running = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder), NAME], env=environment, stdout=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.readline()
    return running


@dataclass(frozen=True, slots=True)
class Before:
    """A project with nothing frozen, the files of its edition when it is, and how long that takes."""

    folder: Path
    edition: dict[str, bytes]
    seconds: float


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    folder = proposed(tmp_path_factory.mktemp("dödad") / "projekt")
    other = folder.with_name("fryst")
    shutil.copytree(folder, other)
    with start(other) as running:
        started = time.monotonic()
        assert running.wait(120) == 0
        seconds = time.monotonic() - started
    return Before(folder, snapshot(other / EDITIONS / NAME), seconds)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed(before: Before, tmp_path: Path, moment: int) -> None:
    folder = tmp_path / "projekt"
    shutil.copytree(before.folder, folder)
    inputs = snapshot(folder)
    with start(folder) as running:
        time.sleep(before.seconds * 1.1 * moment / MOMENTS)
        running.send_signal(signal.SIGKILL)
    found, problems = editions(folder)
    assert problems == ()
    if found:
        assert snapshot(folder / EDITIONS / NAME) == before.edition
        assert prove(folder, NAME).rebuilt
    else:
        kept(folder)
    after = snapshot(folder)
    assert {name: content for name, content in after.items() if not name.startswith(f"{EDITIONS}/")} == inputs
    assert [path.name for path in (folder / EDITIONS).iterdir() if not path.name.endswith(".tmp")] == [NAME]
    kept(folder, "nästa")
    assert {path.name for path in (folder / EDITIONS).iterdir()} == {NAME, "nästa"}
