"""What validators and readers that are not ours make of a document."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from rapportbyggare.core.blocks import Landscape, Row
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from rapportbyggare.word.template.template import read_template
from tests.outline import outline
from tests.unit.word import sample
from tests.unit.word.test_document import built

HEADINGS = [
    "Sammanfattning",
    "Företagen",
    "Bakgrund & syfte",
    "Statistik",
    "En tredje nivå",
    "Liggande",
    "Efter det liggande",
    "Indikatorer",
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> list[Path]:
    """A document in each status, and one in a Danish template."""
    folder = tmp_path_factory.mktemp("word")
    danish, _ = read_template((shared / "data/word-templates/DB013a-Green-Heading1-Danish.docx").read_bytes(), "dansk.docx")
    packages = [built(status) for status in DocumentStatus]
    packages.append(write_document(sample.document(), sample.STYLE, sample.IMAGES, danish))
    paths = [folder / f"{n}.docx" for n in range(len(packages))]
    for path, package in zip(paths, packages, strict=True):
        path.write_bytes(package)
    return paths


def test_schemas_find_nothing(files: list[Path], shared: Path) -> None:
    checker = [sys.executable, str(shared / "tools/docx_xsd.py"), *map(str, files)]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_package_validator_finds_nothing(files: list[Path]) -> None:
    for file in files:
        checker = [sys.executable, "-m", "openxml_audit", "-q", str(file)]
        done = subprocess.run(checker, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_python_docx_reads_headings_cells_and_properties() -> None:
    import docx

    read = docx.Document(BytesIO(built()))
    assert [p.text for p in read.paragraphs if p.style is not None and p.style.name.startswith("Heading")] == HEADINGS
    assert [cell.text for cell in read.tables[0].rows[0].cells] == ["Kommun", "juli 2024", "juli 2025", "Andel"]
    assert read.tables[0].rows[3].cells[3].text == "12,5\u00a0%\nMäts 2026"
    assert (read.core_properties.title, read.core_properties.language) == (sample.MANIFEST.title, "sv-SE")


def test_mammoth_reads_headings_notes_and_lists() -> None:
    import mammoth

    html = mammoth.convert_to_html(BytesIO(built())).value
    for words in HEADINGS:
        assert f"{words.replace('&', '&amp;')}</h" in html
    assert html.count('<li id="footnote-') == 4
    assert "<ul><li>Första ledet" in html
    assert 'alt="Utsikt över en sjö"' in html


def test_pandoc_reads_headings_notes_and_cells() -> None:
    import pypandoc

    text = pypandoc.convert_text(built(), "markdown", format="docx", extra_args=["--wrap=none"])
    headings = [line.lstrip("# ").split(" {")[0] for line in text.splitlines() if line.startswith("#")]
    assert headings == HEADINGS
    assert text.count("\n[^") == 4
    assert "1\u00a0345" in text


def converted(file: Path, kind: str, folder: Path, soffice: str) -> Path:
    """What LibreOffice makes of a document, in a profile of its own."""
    command = [
        soffice,
        f"-env:UserInstallation=file://{folder}/profil",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, str(file)], capture_output=True, check=True, timeout=120)
    return (folder / file.name).with_suffix(f".{kind}")


def test_anchors_survive_libreoffice(files: list[Path], tmp_path: Path, tool: Callable[[str], str]) -> None:
    names = {name for name in bookmarks(files[0].read_bytes()) if name.startswith("_rb_")}
    after = bookmarks(converted(files[0], "docx", tmp_path, tool("soffice")).read_bytes())
    assert names - {name.removesuffix("_Copy_1") for name in after} == set()


def test_pages_are_counted_from_the_one_after_the_cover(tmp_path: Path, tool: Callable[[str], str]) -> None:
    file = tmp_path / "slut.docx"
    table = replace(sample.count_table(), caption=sample.text("T"), head=Row((sample.cell("a"),) * 4), body=())
    file.write_bytes(write_document(sample.small(Landscape((table,))), sample.STYLE, {}, None))
    assert "1(1)" in printed(file, tmp_path, tool)


def printed(file: Path, folder: Path, tool: Callable[[str], str]) -> str:
    """The words on the pages LibreOffice makes."""
    pdf = converted(file, "pdf", folder, tool("soffice"))
    pages = Path(tool("pdftoppm")).with_name("pdftotext")
    return subprocess.run([str(pages), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def bookmarks(package: bytes) -> set[str]:
    """Names of bookmarks in the outline of a document."""
    return {part.split("⟧")[0] for part in outline(package).split("⟦")[1:]}
