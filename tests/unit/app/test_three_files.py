"""The answers of a comparison in their folder: all or none."""

from pathlib import Path

import pytest

from rapportbyggare.app.output import Placed, Reason
from rapportbyggare.app.three_files import put, unfit
from rapportbyggare.core.problem import Problem
from tests.e2e.small_project import snapshot

FIRST = {"jamforelse.html": b"sida", "jamforelse.docx": b"ord", "jamforelse.json": b"{}"}
SECOND = {name: content + b"2" for name, content in FIRST.items()}


def test_all_are_written_and_replaced_when_ours(tmp_path: Path) -> None:
    target = tmp_path / "output/svar"
    for answers in (FIRST, SECOND):
        placed = put(answers, target, tmp_path, "2025-09-15")
        assert not isinstance(placed, Problem)
        assert [(one.path.name, one.reason) for one in placed] == [(name, None) for name in answers]
        assert {name: (target / name).read_bytes() for name in answers} == answers


def test_what_somebody_has_edited_stays(tmp_path: Path) -> None:
    put(FIRST, tmp_path, tmp_path, "2025-09-15")
    (tmp_path / "jamforelse.docx").write_bytes(b"mitt")
    placed = put(SECOND, tmp_path, tmp_path, "2025-09-15")
    assert not isinstance(placed, Problem)
    assert [one.reason for one in placed] == [None, Reason.EDITED, None]
    assert (tmp_path / "jamforelse.docx").read_bytes() == b"mitt"


@pytest.mark.parametrize("blocked", FIRST)
def test_none_is_written_when_one_cannot_be(tmp_path: Path, blocked: str) -> None:
    """Not even when those before it replaced earlier answers."""
    put(FIRST, tmp_path, tmp_path, "")
    (tmp_path / blocked).unlink()
    (tmp_path / blocked / "i").mkdir(parents=True)
    before = snapshot(tmp_path)
    found = put(SECOND, tmp_path, tmp_path, "")
    assert isinstance(found, Problem) and found.code == "gar-inte-att-skriva"
    assert snapshot(tmp_path) == before


def test_folders_made_for_nothing_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(content: bytes, target: Path, *_: object) -> Placed:
        target.parent.mkdir(parents=True, exist_ok=True)
        raise OSError(28, "full")

    monkeypatch.setattr("rapportbyggare.app.three_files.place", full)
    assert isinstance(put(FIRST, tmp_path / "output/svar", tmp_path, ""), Problem)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("target", "own", "compared", "code"),
    [
        ("output/a", True, (), None),
        ("report/a", False, (), "utdata-bland-indata"),
        ("sections", False, (), "utdata-bland-indata"),
        ("../ut", True, (), "utanfor-projektet"),
        ("../ut", False, (), None),
        ("ut", False, ("ut/jamforelse.docx",), "utdata-over-utgava"),
        ("ut", False, ("ut/annat.docx",), None),
    ],
)
def test_where_answers_may_not_be_put(
    tmp_path: Path, target: str, own: bool, compared: tuple[str, ...], code: str | None
) -> None:
    folder = tmp_path / "projekt"
    folder.mkdir()
    found = unfit(folder, folder / target, own, tuple(folder / one for one in compared))
    assert (found.code if found else None) == code
