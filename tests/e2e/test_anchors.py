"""What is generated can be found again: in the file as built, and after every paragraph has been edited and saved elsewhere."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from rapportbyggare.core.walk import all_texts
from rapportbyggare.core.walk import values_in as values_of
from tests.e2e.anchors import BLOCKS, END, VALUE, WORD, W, anchored, beginnings, edited, stories, values_in
from tests.e2e.model import charts_of, grid, tables_of
from tests.e2e.office import Office
from tests.e2e.readers import by_python_docx
from tests.e2e.report import ROOT, Edition

MAP = "{urn:rapportbyggare:utgava:1}"
HELD = {
    "utgava": {"uppgifterper", "fingeravtryck", "innehall"},
    "leverans": {"nr", "namn"},
    "block": {"bokmarke", "slag", "nyckel"},
    "serie": {"nr", "indikator", "matt", "ar", "leverans"},
    "varde": {"bokmarke", "id", "text", "serie", "plats"},
    "uppgift": {"serie", "plats"},
    "mal": {"bokmarke", "nyckel"},
    "not": {"namn", "ord"},
}
LEADS = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)")
PATHS = re.compile(
    r"[A-Za-z]:\\|(?<![\w.])/(?:home|Users|tmp|work|root|var|mnt)/|(?:sections|figures|report)[/\\_]|\.(?:md|toml|csv|py)\b"
)
COMMENT = re.compile(r"\{#\s(.*?)#\}", re.DOTALL)


def ledger_texts(edition: Edition) -> dict[str, str]:
    """What the ledger says is printed at each anchor."""
    rows = [row for row in edition.ledger if row["ankare"]]
    assert len({row["ankare"] for row in rows}) == len(rows)
    return {f"_rb_{row['ankare']}": row["text"].removeprefix("'") for row in rows}


def edition_map(file: Path) -> etree._Element:
    """The draft's map of its anchors, found by namespace."""
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"customXml/item\d+\.xml", name)]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    (found,) = [root for root in roots if root.tag == MAP + "utgava"]
    return found


@pytest.fixture(scope="session")
def saved(draft: Edition, office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft with every paragraph edited, saved by LibreOffice."""
    file = tmp_path_factory.mktemp("ändrad") / "andrad.docx"
    assert edited(draft.path, file) > 500
    return office.convert(file, "docx")


def test_the_numbers_in_the_document_are_the_numbers_in_the_ledger(draft: Edition) -> None:
    printed, recorded = values_in(anchored(stories(draft.path))), ledger_texts(draft)
    assert len(recorded) > 100
    assert {name: printed.get(name) for name in recorded} == recorded
    figures = [value for text in all_texts(draft.document) for value in values_of(text) if value.figure is not None]
    assert len(figures) == len(recorded)


def test_every_anchor_is_in_the_map_and_every_value_has_one(draft: Edition) -> None:
    printed = values_in(anchored(stories(draft.path)))
    every = list(edition_map(draft.path).iter(MAP + "varde"))
    mapped = {value.get("bokmarke", VALUE + value.get("id", "")): value.get("text", "") for value in every}
    assert printed == mapped
    values = [value for text in all_texts(draft.document) for value in values_of(text) if value.ident]
    assert len(values) == len(mapped)


def test_only_what_charts_draw_has_no_anchor(draft: Edition) -> None:
    unanchored = [row for row in draft.ledger if not row["ankare"]]
    charts = charts_of(draft.document)
    drawn = [point.label for chart in charts for series in chart.chart.series for point in series.points if point.figure]
    assert [row["text"] for row in unanchored] == drawn
    assert {row["del"] for row in unanchored} == {f"figur {chart.number}" for chart in charts}


def test_every_figure_is_found_after_editing_and_saving_in_libreoffice(draft: Edition, saved: Path) -> None:
    before, after = values_in(anchored(stories(draft.path))), values_in(anchored(stories(saved)))
    assert after == before
    assert ledger_texts(draft).items() <= after.items()


def test_everything_is_found_after_saving_in_libreoffice(draft: Edition, office: Office) -> None:
    before, after = dict(anchored(stories(draft.path))), dict(anchored(stories(office.convert(draft.path, "docx"))))
    own = {name for name in before if name.startswith("_rb_")}
    assert {name: after.get(name) for name in own} == {name: before[name].replace("bilaga", "Bilaga") for name in own}


def test_edits_survive_in_libreoffice(draft: Edition, saved: Path, tmp_path: Path) -> None:
    count = edited(draft.path, tmp_path / "andrad.docx")
    assert sum(element.text.count(WORD) for root in stories(saved) for element in root.iter(W + "t") if element.text) == count


def test_figures_in_cells_and_notes_are_among_them(saved: Path) -> None:
    body, notes = stories(saved)
    in_cells = [name for table in body.iter(W + "tbl") for name, _ in anchored([table]) if name.startswith("_rb_")]
    assert len(in_cells) > 80
    assert len(values_in(anchored([notes]))) >= 5
    assert all(name.endswith("_Copy_1") for name in beginnings(notes))


def test_generated_blocks_are_found_after_editing_and_saving_in_libreoffice(draft: Edition, saved: Path) -> None:
    blocks = {block.get("bokmarke", ""): block for block in edition_map(draft.path).iter(MAP + "block")}
    before = {name: words for name, words in anchored(stories(draft.path)) if name.startswith(BLOCKS)}
    found = [(name, words.replace(f" {WORD} ", "")) for name, words in anchored(stories(saved)) if name.startswith(BLOCKS)]
    assert set(before) == set(blocks)
    assert {name: words.replace(" ", "") for name, words in found} == {
        name: words.replace(" ", "") for name, words in before.items()
    }
    for table in tables_of(draft.document):
        (name,) = [name for name, block in blocks.items() if block.get("nyckel") == table.key and block.get("slag") == "tabell"]
        assert table.body
        assert all(line in dict(found)[name] for row in grid(table) for cell in row for line in cell.split("\n"))


def test_the_map_survives_in_libreoffice(draft: Edition, saved: Path) -> None:
    assert etree.tostring(edition_map(saved), method="c14n") == etree.tostring(edition_map(draft.path), method="c14n")


def test_a_map_holds_values_ids_and_deliveries_and_nothing_else(draft: Edition) -> None:
    root = edition_map(draft.path)
    assert {element.tag for element in root.iter()} == {MAP + name for name in HELD}
    for element in root.iter():
        assert set(element.keys()) <= HELD[element.tag.removeprefix(MAP)]
        assert not (element.text or "").strip() and not (element.tail or "").strip()
    deliveries = {(item.get("nr"), item.get("namn")) for item in root.iter(MAP + "leverans")}
    assert deliveries == {(str(number), name) for number, name in draft.document.edition.deliveries}
    assert {item.get("leverans") for item in root.iter(MAP + "serie")} <= {number for number, _ in deliveries}


def test_no_part_tells_of_paths_people_or_comments(any_edition: Edition) -> None:
    comments = [
        " ".join(found.split()) for file in (ROOT / "sections").glob("*.md") for found in COMMENT.findall(file.read_text("utf-8"))
    ]
    assert comments
    with ZipFile(any_edition.path) as archive:
        assert {(entry.date_time, entry.extra, entry.comment) for entry in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), b"", b"")
        }
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".svg"))}
    for name, text in parts.items():
        assert [found.group() for found in PATHS.finditer(shown(text))] == [], name
        assert not any(comment[:40] in text for comment in comments), name
        assert "rsid" not in text and "<!--" not in text, name


def shown(part: str) -> str:
    """A part without markup that always has slashes: namespaces, addresses and the names of parts."""
    return re.sub(r'(?:xmlns(?::\w+)?|PartName|ContentType|Target|Type|uri|w:uri)="[^"]*"|</?[\w:]+', "", part)


def test_only_the_organisation_is_named_as_author(any_edition: Edition) -> None:
    import docx

    properties = docx.Document(str(any_edition.path)).core_properties
    assert {properties.author, properties.last_modified_by} == {any_edition.document.manifest.organisation}
    assert properties.comments == ""


def fields_need(roots: list[etree._Element]) -> set[str]:
    """Bookmarks that a field or a link leads to, headers included."""
    codes = [LEADS.match(code.text or "") for root in roots for code in root.iter(W + "instrText")]
    links = {link.get(W + "anchor", "") for root in roots for link in root.iter(W + "hyperlink")} - {""}
    return links | {found.group(1) for found in codes if found}


@pytest.mark.parametrize("final", ["proposal", "decision"])
def test_a_final_document_has_only_the_bookmarks_that_fields_need(final: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(final)
    headers = [edition.part(name) for name in edition.names if re.fullmatch(r"word/(header|footer)\d+\.xml", name)]
    roots = stories(edition.path)
    names = {name for name, _ in anchored(roots)}
    assert names == fields_need([*roots, *headers])
    assert {name for name in names if name.startswith("_rb_")} == {END}


@pytest.mark.parametrize("final", ["proposal", "decision"])
def test_a_final_document_has_no_map(final: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(final)
    assert [name for name in edition.names if "customXml" in name] == []
    with ZipFile(edition.path) as archive:
        assert not any(b"urn:rapportbyggare" in archive.read(name) for name in edition.names)


def test_a_final_document_reads_as_the_draft(draft: Edition, proposal: Edition) -> None:
    assert by_python_docx(proposal.path) == by_python_docx(draft.path)
    same = [{key: value for key, value in row.items() if key != "ankare"} for row in draft.ledger]
    assert [{key: value for key, value in row.items() if key != "ankare"} for row in proposal.ledger] == same
