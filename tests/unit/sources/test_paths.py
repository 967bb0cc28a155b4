from pathlib import Path
from unicodedata import normalize

import pytest

from rapportbyggare.sources.paths import inside


@pytest.mark.parametrize("relative", ["a.md", "figures/karta å.png", "figures/../a.md", "finns/inte.md"])
def test_paths_inside(tmp_path: Path, relative: str) -> None:
    assert inside(tmp_path, relative) is not None


@pytest.mark.parametrize(
    "relative",
    [
        "",
        " ",
        "/etc/passwd",
        "~/a",
        "../a",
        "a/../../b",
        "C:/a",
        "C:a",
        "\\\\server\\a",
        "//server/a",
        "a\\b",
        "..\\a",
        "a\x00b",
        "fil.md:strom",
        "figures/NUL",
        "con.md",
    ],
)
def test_paths_that_lead_out(tmp_path: Path, relative: str) -> None:
    assert inside(tmp_path, relative) is None


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "projekt"
    project.mkdir()
    (tmp_path / "hemlig").write_text("")
    (project / "ut").symlink_to(tmp_path / "hemlig")
    (project / "mapp").symlink_to(tmp_path)
    (project / "runt").symlink_to(project / "runt")
    assert [inside(project, name) for name in ("ut", "mapp/hemlig", "runt")] == [None, None, None]


def test_a_link_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert inside(tmp_path, "b") is not None


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_a_name_with_a_ring_is_found_in_either_form(tmp_path: Path, stored: str, written: str) -> None:
    (tmp_path / normalize(stored, "åre.png")).write_text("karta")  # type: ignore[arg-type]
    path = inside(tmp_path, normalize(written, "åre.png"))  # type: ignore[arg-type]
    assert path is not None and path.read_text() == "karta"
