"""The report as printed: pages, their numbers, and what must stand together."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rapportbyggare.core.plain import plain
from tests.e2e.model import charts_of, tables_of
from tests.e2e.office import Office, pages
from tests.e2e.report import Edition, edition
from tests.e2e.small_project import write_project

pytestmark = pytest.mark.prov

COUNT = re.compile(r"\b(\d+)\((\d+)\)[ \t]*$", re.MULTILINE)
LONG = "\n".join(f"| Företag nummer {n} | {n * 3} |" for n in range(1, 90))
LONG_TABLE = f"""\
{{% format 1 %}}

# Analys {{#analys}}

Tabell: Alla företag {{#alla}}

| Företagets namn | Antal anställda |
|---|---:|
{LONG}

Källa: Egen statistik
"""


@pytest.fixture(scope="session")
def pdftotext(tool: Callable[[str], str]) -> str:
    """Beside pdftoppm, in the same package."""
    return str(Path(tool("pdftoppm")).with_name("pdftotext"))


@pytest.fixture(scope="session")
def printed(draft: Edition, proposal: Edition, office: Office, pdftotext: str) -> dict[str, list[str]]:
    """The pages of the report, as a draft and as it goes to the committee."""
    return {made.path.stem: pages(office.convert(made.path, "pdf"), pdftotext) for made in (draft, proposal)}


@pytest.fixture(params=["utkast", "forslag"])
def sheets(request: pytest.FixtureRequest, printed: dict[str, list[str]]) -> list[str]:
    """The pages of one of them."""
    return printed[request.param]


def test_the_report_has_the_length_of_a_report(sheets: list[str]) -> None:
    assert 8 <= len(sheets) <= 16
    assert all(len(sheet.split()) > 20 for sheet in sheets)


def test_every_page_but_the_cover_is_numbered_from_the_one_after_it(sheets: list[str]) -> None:
    cover, *others = sheets
    assert not COUNT.search(cover)
    last = len(others)
    assert [COUNT.findall(sheet.lstrip().split("\n")[0]) for sheet in others] == [
        [(str(n), str(last))] for n in range(1, last + 1)
    ]


def test_every_page_but_the_cover_bears_the_title(sheets: list[str], draft: Edition) -> None:
    title = draft.document.manifest.title
    assert all(sheet.lstrip().startswith(title) for sheet in sheets[1:])
    assert not sheets[0].lstrip().startswith(title)


def test_the_landscape_page_has_its_header(sheets: list[str], draft: Edition, office: Office) -> None:
    wide = [number for number, sheet in enumerate(sheets) if "Planens indikatorer" in sheet and "Mäts" in sheet]
    assert wide
    widths = sizes(office.folder / "utkast" / "utkast.pdf")
    assert [width > height for width, height in widths].count(True) == len(wide)
    assert all(COUNT.search(sheets[number].lstrip().split("\n")[0]) for number in wide)


def sizes(pdf: Path) -> list[tuple[float, float]]:
    """Width and height of each page, as the file says."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf.read_bytes())
    return [(float(width), float(height)) for width, height in boxes]


def test_no_reference_is_broken(sheets: list[str]) -> None:
    text = "\n".join(sheets)
    assert not re.search(r"Error[:!]|Fel!|not found|hittades inte|hittas inte", text)
    assert not re.search(r"\b(?:tabell|figur|kapitel|avsnitt|bilaga)\s+[^\w\s]", text, re.IGNORECASE)


def test_every_caption_stands_on_the_page_of_what_it_names(sheets: list[str], draft: Edition) -> None:
    for table in tables_of(draft.document):
        (page,) = [sheet for sheet in sheets if re.search(rf"^\s*Tabell\s{table.number}\.\s", sheet, re.MULTILINE)]
        below = page[page.index(f"Tabell {table.number}. ") :]
        first = plain(table.body[0].cells[0].lines[0])
        assert plain(table.head.cells[0].lines[0]) in below
        assert first.split()[0] in below


def test_every_figure_caption_stands_on_a_page(sheets: list[str], draft: Edition) -> None:
    for chart in charts_of(draft.document):
        found = [sheet for sheet in sheets if f"Figur {chart.number}. " in sheet]
        assert len(found) == 1


def test_a_long_table_repeats_its_head(tmp_path: Path, office: Office, pdftotext: str) -> None:
    folder = tmp_path / "projekt"
    write_project(folder)
    (folder / "sections/30-analys.md").write_text(LONG_TABLE, encoding="utf-8")
    made = edition(folder, False, "lang.docx")
    sheets = pages(office.convert(made.path, "pdf"), pdftotext)
    with_rows = [sheet for sheet in sheets if "Företag nummer" in sheet]
    assert len(with_rows) >= 3
    assert all(sheet.count("Företagets namn") == 1 for sheet in with_rows)
    assert sum("Alla företag" in sheet and "Tabell" in sheet for sheet in with_rows) == 1
    assert "Källa: Egen statistik" in with_rows[-1]
    assert COUNT.findall(sheets[-1].lstrip().split("\n")[0]) == [(str(len(sheets) - 1),) * 2]
    shutil.rmtree(folder)


def test_no_page_is_blank(
    draft: Edition, office: Office, printed: dict[str, list[str]], tool: Callable[[str], str], tmp_path: Path
) -> None:
    import subprocess

    assert printed
    call = [tool("pdftoppm"), "-r", "20", "-gray", str(office.folder / "utkast" / "utkast.pdf"), str(tmp_path / "sida")]
    subprocess.run(call, check=True, timeout=60)
    images = sorted(tmp_path.glob("sida*.pgm"))
    assert len(images) == len(printed["utkast"])
    for image in images:
        grey = image.read_bytes().split(b"\n", 3)[3]
        assert 0.005 < sum(255 - level for level in grey) / (255 * len(grey)) < 0.5, image.name
