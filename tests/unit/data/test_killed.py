"""An intake that is killed, at any of its calls to the system, leaves the archive as before or as after."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.data.archive import read_archive
from rapportbyggare.data.deliveries import INDEX
from rapportbyggare.data.writer import add_deliveries, add_withdrawal
from tests.unit.data.archives import INDEX_HEAD, catalogue, fact, received, snapshot
from tests.unit.data.children import in_children, on_posix

pytestmark = on_posix

DAY = "2025-09-04"
CALLS = {"open", "write", "flush", "fsync", "close", "replace", "rename", "unlink", "truncate", "chmod", "mkdir", "flock"}
Work = Callable[[Path, Catalogue, Sequence[Delivery]], object]


@dataclass(slots=True)
class Killer:
    """Kills the process it is in at the `moment`th call to the system, before it is made."""

    moment: int
    seen: int = field(default=0)

    def __call__(self, frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in CALLS and not isinstance(called.__self__, str | bytes):
            self.seen += 1
            if self.seen == self.moment:
                os.kill(os.getpid(), signal.SIGKILL)


def killed(moment: int, work: Work, project: Path, known: Catalogue) -> bool:
    """Whether the work was killed before it was done, in a process of its own."""
    deliveries, _ = read_archive(project, known)

    def child() -> int:
        sys.setprofile(Killer(moment))
        work(project, known, deliveries)
        sys.setprofile(None)
        return os.EX_OK

    (code,) = in_children(child)
    assert code in (os.EX_OK, -signal.SIGKILL)
    return code != os.EX_OK


def adding(*files: Delivered) -> Work:
    return lambda project, known, deliveries: add_deliveries(project, files, known, deliveries, DAY, "not")


def withdrawing(project: Path, known: Catalogue, deliveries: Sequence[Delivery]) -> object:
    return add_withdrawal(project, known, deliveries, 1, DAY, "fel")


def done(work: Work, project: Path, known: Catalogue) -> None:
    deliveries, problems = read_archive(project, known)
    assert problems == ()
    work(project, known, deliveries)


LARGE = received(*(fact(year, "Berg", year, "en lång not " * 20) for year in range(1000, 1300)), file="stor.xlsx")
SMALL = received(fact(1), file="liten.xlsx")
NEXT = received(fact(2, "Östersund"), file="nästa.xlsx")
AFTER = received(fact(3, "Riket"), file="sedan.xlsx")
WORKS = [
    pytest.param([adding(SMALL)], adding(LARGE, NEXT), id="two at once"),
    pytest.param([], adding(SMALL), id="the first"),
    pytest.param([adding(SMALL)], adding(LARGE), id="a large one", marks=pytest.mark.prov),
    pytest.param([adding(SMALL)], withdrawing, id="a withdrawal"),
    pytest.param([adding(SMALL), withdrawing], adding(SMALL), id="the same again", marks=pytest.mark.prov),
]


@pytest.mark.parametrize(("before", "work"), WORKS)
def test_killed_at_every_moment(tmp_path: Path, before: list[Work], work: Work) -> None:
    known = catalogue(tmp_path / "före")
    (tmp_path / "före" / INDEX).write_text(INDEX_HEAD + "\n", encoding="utf-8")
    for earlier in before:
        done(earlier, tmp_path / "före", known)
    shutil.copytree(tmp_path / "före", tmp_path / "efter")
    done(work, tmp_path / "efter", known)
    old, new = read_archive(tmp_path / "före", known), read_archive(tmp_path / "efter", known)
    assert old[1] == new[1] == () and old != new
    found = []
    for moment in count(1):
        project = tmp_path / str(moment)
        shutil.copytree(tmp_path / "före", project)
        if not killed(moment, work, project, known):
            break
        found.append(read_archive(project, known))
        assert found[-1] in (old, new)
        goes_on(project, known, work if found[-1] == old else adding(AFTER), snapshot(tmp_path / "efter"))
    assert len(found) > 25 and old in found and new in found


def goes_on(project: Path, known: Catalogue, work: Work, after: dict[str, bytes]) -> None:
    """The killed work can be done again, where it was not, or else the next one; nothing is left of what was killed."""
    done(work, project, known)
    left = snapshot(project)
    assert left == after or {name: left[name] for name in after if name != "leveranser.csv"}.items() <= after.items()
    assert read_archive(project, known)[1] == ()
    assert [name for name in left if name.startswith(".")] == []
