"""The whole document, as an outline a person can review, and the same bytes every time."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from rapportbyggare.core.blocks import DocumentBlock, Landscape, PageBreak
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.document import write_document
from rapportbyggare.word.lint.lint import lint
from tests.outline import outline
from tests.unit.word import sample

GOLDEN = Path(__file__).parent / "golden"


def built(status: DocumentStatus = DocumentStatus.DRAFT) -> bytes:
    return write_document(sample.document(status), sample.STYLE, sample.IMAGES, None)


def lines(package: bytes) -> list[str]:
    return outline(package).splitlines()


def entries(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_draft_reads_as_its_outline() -> None:
    assert outline(built()) == (GOLDEN / "utkast.txt").read_text(encoding="utf-8")


def test_decided_document_reads_as_its_outline() -> None:
    assert outline(built(DocumentStatus.DECIDED)) == (GOLDEN / "beslutad.txt").read_text(encoding="utf-8")


def test_same_document_gives_same_bytes() -> None:
    assert built() == built()


def test_nothing_of_the_clock_in_the_package() -> None:
    with ZipFile(BytesIO(built())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2025-09-03T00:00:00Z" in entries(built())["docProps/core.xml"]


def test_own_lint_finds_nothing_in_any_status() -> None:
    assert [lint(built(status)) for status in DocumentStatus] == [(), (), ()]


def test_cover_tells_where_the_document_stands() -> None:
    assert [line for line in lines(built()) if line.startswith("Subtitle")] == [
        "Subtitle: Utkast, uppgifter per\u00a02025-09-03",
        "Subtitle: Utgåva\u00a001234567",
    ]
    assert f"Subtitle: Förslag till {sample.MANIFEST.committee}" in lines(built(DocumentStatus.PROPOSAL))
    assert "Subtitle: Beslutad\u00a02025-10-14, §\u00a0212, av regionala utvecklingsnämnden" in lines(
        built(DocumentStatus.DECIDED)
    )


def test_draft_carries_a_map_of_its_values() -> None:
    edition = etree.fromstring(entries(built())["customXml/item1.xml"])
    values = {item.get("id", ""): item for item in edition if item.tag.endswith("}varde")}
    assert edition.get("uppgifterper") == "2025-09-03"
    assert dict(values["v1"].items()) == {"id": "v1", "text": "1\u00a0345", "serie": "1", "plats": "Berg"}
    assert len(values["v1"]) == 0
    (series,) = [item for item in edition if item.tag.endswith("}serie")]
    assert dict(series.items()) == {"nr": "1", "indikator": "antal_kkb", "matt": "antal", "ar": "2025", "leverans": "2"}


def test_final_document_keeps_only_bookmarks_that_fields_need() -> None:
    parts = entries(built(DocumentStatus.DECIDED))
    assert not [name for name in parts if name.startswith("customXml")]
    assert b"0123456789abcdef" in parts["docProps/custom.xml"]
    names = [name for name in parts["word/document.xml"].decode().split('w:name="')[1:] if name.startswith("_rb_")]
    assert [name.split('"')[0] for name in names] == ["_rb_slut"]


def test_no_path_or_comment_in_the_package() -> None:
    assert not any(b"sections/" in content or b"figures/" in content for content in entries(built()).values())


def test_empty_report_is_a_cover_and_a_last_paragraph() -> None:
    package = write_document(sample.small(), sample.STYLE, {}, None)
    assert lint(package) == ()
    assert lines(package)[-2:] == ["Avbrott: ⟦_rb_slut⟧⟦/⟧", "--- stående, 1 sidhuvud"]


def test_landscape_passage_stands_between_upright_sections() -> None:
    passage: DocumentBlock = Landscape((sample.para("bred"),))
    written = lines(write_document(sample.small(sample.para("före"), passage, sample.para("efter")), sample.STYLE, {}, None))
    assert written[-6:] == [
        "Normal: före",
        "--- stående, 1 sidhuvud",
        "Normal: bred",
        "--- liggande, 1 sidhuvud",
        "Normal: efter⟦_rb_slut⟧⟦/⟧",
        "--- stående, 1 sidhuvud",
    ]


def test_report_that_ends_lying_down_ends_so() -> None:
    written = lines(write_document(sample.small(Landscape((sample.para("bred"),))), sample.STYLE, {}, None))
    assert written[-2:] == ["Normal: bred⟦_rb_slut⟧⟦/⟧", "--- liggande, 1 sidhuvud"]


def test_page_break_belongs_to_the_paragraph_after_it() -> None:
    written = lines(write_document(sample.small(sample.para("ett"), PageBreak(), sample.para("två")), sample.STYLE, {}, None))
    assert "Normal (ny sida): två⟦_rb_slut⟧⟦/⟧" in written


def test_control_characters_and_markup_in_words_do_no_harm() -> None:
    package = write_document(sample.small(sample.para("a\x00b<c>&\ufffe]]>\ud800 d")), sample.STYLE, {}, None)
    assert lint(package) == ()
    assert "Normal: ab<c>&]]> d⟦_rb_slut⟧⟦/⟧" in lines(package)


def test_anchors_that_differ_in_capitals_only_are_kept_apart() -> None:
    blocks = sample.para(sample.value("1", "ab"), sample.value("2", "AB"))
    assert lint(write_document(sample.small(blocks), sample.STYLE, {}, None)) == ()
