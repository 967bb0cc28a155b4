from pathlib import Path

import pytest

from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.reading.manifest import read_manifest
from tests.small import write
from tests.unit.reading.drafts import codes

GOOD = """\
format = 1
titel = "Uppföljning {{ ar }}"
dokumenttyp = "Uppföljningsrapport"
organisation = "Region"
namnd = "nämnden"
plan = "Planen"
planperiod = "2023–2027"
status = "utkast"
ar = 2025
filnamn = "uppfoljning-{{ ar }}"
"""


def test_a_manifest(tmp_path: Path) -> None:
    write(tmp_path, "report/rapport.toml", GOOD)
    manifest, problems = read_manifest(tmp_path)
    assert problems == () and manifest is not None
    assert (manifest.title, manifest.file_name, manifest.year) == ("Uppföljning 2025", "uppfoljning-2025", 2025)
    assert (manifest.status, manifest.final, manifest.contents, manifest.language) == (DocumentStatus.DRAFT, False, True, "sv-SE")


def test_next_year_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, "report/rapport.toml", GOOD.replace("ar = 2025", "ar = 2026"))
    manifest, _ = read_manifest(tmp_path)
    assert manifest is not None and (manifest.title, manifest.file_name) == ("Uppföljning 2026", "uppfoljning-2026")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("ar = 2025", 'ar = "2025"', (9, 7, "fel-slags-varde")),
        ("ar = 2025", "ar = 25", (9, 6, "fel-ar")),
        ("ar = 2025", "", (0, 0, "nyckel-saknas")),
        ("uppfoljning-{{ ar }}", "Uppföljning 2025.docx", (10, 12, "fel-filnamn")),
        ("uppfoljning-{{ ar }}", "../x", (10, 12, "fel-filnamn")),
        ("uppfoljning-{{ ar }}", "x-{{ ar - 1 }}", (10, 12, "fel-filnamn")),
        ('"utkast"', '"klar"', (8, 11, "okant-val")),
        ('"utkast"', '"beslutad"', (8, 11, "utgava-saknas")),
        ('"utkast"', '"beslutad"\nutgava = " "', (9, 11, "utgava-saknas")),
        ("Uppföljning {{ ar }}", "  ", (2, 10, "tom-text")),
        ("Uppföljning {{ ar }}", "Från {{ ar - 1 }}", (2, 10, "olast-uttryck")),
        ('"Planen"', '"Planen {{ ar }}"', (6, 9, "olast-uttryck")),
        ("ar = 2025", 'ar = 2025\nbeslutsdatum = "14/10"', (10, 17, "fel-datum")),
        ("ar = 2025", 'ar = 2025\nbeslutsdatum = "2025-02-30"', (10, 17, "fel-datum")),
        ("ar = 2025", 'ar = 2025\nparagraf = "§ 212"', (10, 13, "fel-paragraf")),
        ("ar = 2025", 'ar = 2025\nparagraf = "x"', (10, 13, "fel-paragraf")),
        ("ar = 2025", 'ar = 2025\nsprak = "en-GB"', (10, 10, "annat-sprak")),
        ("ar = 2025", "ar = 2025\nnamd = 1", (10, 1, "okand-nyckel")),
        ("format = 1", "format = 2", (1, 10, "nyare-format")),
    ],
)
def test_what_is_wrong_with_a_manifest(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    write(tmp_path, "report/rapport.toml", GOOD.replace(old, new, 1))
    assert problem in codes(read_manifest(tmp_path)[1])


def test_the_number_of_a_paragraph_is_given(tmp_path: Path) -> None:
    write(tmp_path, "report/rapport.toml", GOOD + 'paragraf = "§ 212"\n')
    assert [problem.remedy for problem in read_manifest(tmp_path)[1]] == ["Skriv bara siffror: 212."]
    write(tmp_path, "report/rapport.toml", GOOD + 'paragraf = "212"\n')
    assert read_manifest(tmp_path)[1] == ()


def test_a_decided_document_names_its_edition(tmp_path: Path) -> None:
    write(tmp_path, "report/rapport.toml", GOOD.replace('"utkast"', '"beslutad"\nutgava = "nämnden"'))
    manifest, problems = read_manifest(tmp_path)
    assert manifest is not None and (manifest.edition, problems) == ("nämnden", ())


def test_a_missing_manifest_is_none(tmp_path: Path) -> None:
    manifest, problems = read_manifest(tmp_path)
    assert manifest is None and problems
