"""What words on the command line name an edition, and in which order."""

from pathlib import Path

import pytest

from rapportbyggare.app.comparing import slug
from rapportbyggare.app.edition_words import Kind, Named, named


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, to stand in, with a frozen edition, a file without ending and one in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report/utgavor/nämnden").mkdir(parents=True)
    (tmp_path / "report/utgavor/fil").mkdir()
    for name in ("fil", "2025-09-03", "nu", "report/gren"):
        (tmp_path / name).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("word", "kind", "others"),
    [
        ("NU", Kind.NOW, ()),
        ("nu", Kind.NOW, (Kind.FILE,)),
        ("finns-inte.DOCX", Kind.FILE, ()),
        ("mapp/finns-inte.doc", Kind.FILE, ()),
        ("report/gren", Kind.FILE, ()),
        ("./nu", Kind.FILE, ()),
        ("report/utgavor", Kind.REVISION, ()),
        ("nämnden", Kind.FROZEN, ()),
        ("na\u0308mnden", Kind.FROZEN, ()),
        ("fil", Kind.FROZEN, (Kind.FILE,)),
        ("2025-09", Kind.MOMENT, ()),
        ("2025-09-03", Kind.MOMENT, (Kind.FILE,)),
        ("leverans 999", Kind.MOMENT, ()),
        ("7", Kind.MOMENT, ()),
        ("1234567", Kind.REVISION, ()),
        ("origin/main", Kind.REVISION, ()),
        ("git:nu", Kind.REVISION, ()),
        ("git:7", Kind.REVISION, ()),
        ("", Kind.REVISION, ()),
        ("x" * 5000, Kind.REVISION, ()),
        ("a\0b", Kind.REVISION, ()),
    ],
)
def test_the_first_that_fits_counts_and_the_others_are_told(
    folder: Path, word: str, kind: Kind, others: tuple[Kind, ...]
) -> None:
    found = named(word, folder)
    assert (found.kind, found.others) == (kind, others)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (Named(Kind.FILE, "output/Utkast (Åsa).docx"), "utkast-asa"),
        (Named(Kind.FILE, "C:\\Dokument\\ett.docx"), "ett"),
        (Named(Kind.MOMENT, "leverans 7"), "leverans-7"),
        (Named(Kind.REVISION, "origin/main~2"), "origin-main-2"),
        (Named(Kind.REVISION, "…"), "utgava"),
        (Named(Kind.FROZEN, "a" * 80), "a" * 40),
    ],
)
def test_a_name_as_a_part_of_a_folders_name(one: Named, expected: str) -> None:
    assert slug(one) == expected
