"""What is read of a file that others have edited: its texts with all changes accepted, its anchors, its map."""

from hashlib import sha256

import pytest
from lxml import etree

from rapportbyggare.core.edited import EditedFile, EditedText, TextKind
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.word.edited.map import newest_deliveries
from rapportbyggare.word.namespaces import EDITION, R
from rapportbyggare.word.template.package import open_package
from tests.unit.diff.edits import (
    MAP,
    NOTES,
    W,
    copied,
    deleted,
    draft,
    edited,
    opened,
    packed,
    paragraph,
    plain,
    retyped,
    tracked,
    wrapped,
)
from tests.unit.word import sample
from tests.unit.word.test_document import built, entries

TEXT = """\
{% format 1 %}

# Läget {#laget}

I länet finns {{ foretag(ar) }} företag[^a]. Mer i [](#pengar).

En till not står här[^b] och den förra igen[^a].

## Pengar {#pengar}

Det {{ riktning(foretag(ar), foretag(ar - 1)) }}.

[^a]: Ur {{ kalla(foretag(ar)) }}.
[^b]: En not.
"""
Root = etree._Element
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def texts(file: EditedFile) -> list[str]:
    return [plain(text.text) for text in file.texts if text.text]


def said(file: EditedFile, words: str) -> EditedText:
    (found,) = [text for text in file.texts if words in plain(text.text)]
    return found


def anchored(file: EditedFile) -> dict[str, str]:
    return {anchor.name: text.text[anchor.start : anchor.end] for text in file.texts for anchor in text.anchors}


def test_every_value_is_found_at_its_anchor_as_printed() -> None:
    file = opened(built())
    assert file.edition is not None
    assert anchored(file) == {name: text for name, (_, text) in file.edition.values.items()}
    assert (file.tracked, file.boxes, file.comments) == (0, 0, 0)


def test_texts_in_reading_order_the_notes_last() -> None:
    file = opened(draft(TEXT))
    assert texts(file)[-7:] == [
        "Läget",
        "I länet finns 1 392 företag. Mer i avsnitt 1.1.",
        "En till not står här och den förra igen.",
        "Pengar",
        "Det minskade.",
        "Ur SCB.",
        "En not.",
    ]
    assert [text.heading for text in file.texts][-6:] == ["Läget", "Läget", "Pengar", "Pengar", "Läget", "Läget"]
    assert [text.kind for text in file.texts][-2:] == [TextKind.NOTE, TextKind.NOTE]


def test_notes_are_known_by_the_order_they_are_marked_in_also_when_marked_again() -> None:
    file = opened(draft(TEXT))
    assert said(file, "finns").notes == ((len("I länet finns 1 392 företag"), 0),)
    assert [note for _, note in said(file, "En till").notes] == [1, 0]
    assert [(text.note, text.text) for text in file.texts if text.note >= 0] == [(0, "Ur SCB."), (1, "En not.")]


def test_a_note_whose_mark_is_gone_is_not_read() -> None:
    def unmark(root: Root) -> None:
        for mark in list(paragraph(root, "En till").iter(W + "footnoteReference")):
            mark.getparent().remove(mark)  # type: ignore[union-attr]

    assert "En not." not in texts(opened(edited(draft(TEXT), unmark)))


def test_tracked_changes_read_as_accepted_and_are_counted() -> None:
    file = opened(edited(draft(TEXT), tracked("1 392", "1 400"), tracked("minskade", "steg")))
    assert texts(file)[-6] == "I länet finns 1 400 företag. Mer i avsnitt 1.1."
    assert texts(file)[-3] == "Det steg."
    assert file.tracked == 4


def test_a_value_deleted_with_tracking_leaves_its_anchor_empty() -> None:
    content = edited(draft(TEXT), tracked("1 392", "1 400"))
    anchors = said(opened(content), "finns").anchors
    assert [(one.start, one.end) for one in anchors] == [(14, 19)]

    def strike(root: Root) -> None:
        for run in [run for run in root.iter(W + "r") if inserted(run)]:
            wrapped(run, "del")

    file = opened(edited(content, strike))
    assert [(one.start, one.end) for one in said(file, "finns").anchors] == [(14, 14)]


def inserted(run: Root) -> bool:
    parent = run.getparent()
    return parent is not None and parent.tag == W + "ins"


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    def join(root: Root) -> None:
        properties = paragraph(root, "I länet").find(W + "pPr")
        assert properties is not None
        etree.SubElement(etree.SubElement(properties, W + "rPr"), W + "del", {W + "id": "1", W + "author": "K"})

    assert "I länet finns 1 392 företag. Mer i avsnitt 1.1.En till not står här och den förra igen." in texts(
        opened(edited(draft(TEXT), join))
    )


def test_a_moved_passage_is_read_where_it_came() -> None:
    def move(root: Root) -> None:
        target = paragraph(root, "Det ")
        for run in list(paragraph(root, "En till").iter(W + "r")):
            again = etree.fromstring(etree.tostring(run))
            wrapped(run, "moveFrom")
            if again.find(W + "t") is not None and again.find(f"{W}rPr") is None:
                change = etree.SubElement(target, W + "moveTo", {W + "id": "901", W + "author": "K"})
                change.append(again)

    assert texts(opened(edited(draft(TEXT), move)))[-3:] == [
        "Pengar",
        "Det minskade.En till not står här och den förra igen.",
        "Ur SCB.",
    ]


def test_split_runs_and_copied_anchors() -> None:
    def split(root: Root) -> None:
        (text,) = [one for one in root.iter(W + "t") if one.text == "minskade"]
        run = text.getparent()
        assert run is not None
        again = etree.fromstring(etree.tostring(run))
        text.text, next(again.iter(W + "t")).text = "min", "skade"
        run.addnext(again)

    file = opened(edited(draft(TEXT), split, copied("I länet")))
    assert sorted(anchored(file).values())[-1] == "minskade"
    assert sum(anchor.name in {a.name for a in said(file, "Det").anchors} for t in file.texts for anchor in t.anchors) == 1
    assert [len(text.anchors) for text in file.texts if text.text.startswith("I länet")] == [1, 1]


def test_a_bookmark_with_two_beginnings_reaches_from_the_first() -> None:
    """As LibreOffice writes one that spans a table."""

    def again(root: Root) -> None:
        (start,) = [one for one in root.iter(W + "bookmarkStart") if one.get(W + "name", "").startswith("_rb_tabell")]
        twin = etree.Element(W + "bookmarkStart", {W + "id": "999", W + "name": start.get(W + "name", "")})
        (caption,) = [one for one in root.iter(W + "p") if start in list(one.iter())]
        end = next(one for one in root.iter(W + "bookmarkEnd") if one.get(W + "id") == start.get(W + "id"))
        end.set(W + "id", "999")
        caption.getnext().addnext(twin)  # type: ignore[union-attr]

    before, after = opened(built()), opened(edited(built(), again))
    assert [text.blocks for text in after.texts] == [text.blocks for text in before.texts]
    assert any(text.blocks for text in after.texts)


def test_cells_know_their_table_row_and_column() -> None:
    file = opened(built())
    cells = [text for text in file.texts if text.cell]
    assert len({text.cell.table for text in cells if text.cell}) == len(file.tables)
    first = next(text for text in cells if text.cell and text.cell.row == 1 and text.cell.column == 1)
    assert first.cell is not None
    assert (first.cell.row_words, first.cell.column_words) == (cells[len(head(cells))].text, head(cells)[1].text)


def head(cells: list[EditedText]) -> list[EditedText]:
    return [text for text in cells if text.cell and text.cell.table == 0 and text.cell.row == 0]


def test_deleted_rows_are_not_read() -> None:
    def strike(root: Root) -> None:
        row = list(root.iter(W + "tr"))[1]
        properties = row.find(W + "trPr")
        assert properties is not None
        etree.SubElement(properties, W + "del", {W + "id": "1", W + "author": "K"})

    before, after = (len([t for t in opened(content).texts if t.cell]) for content in (built(), edited(built(), strike)))
    assert before - after == len(head([t for t in opened(built()).texts if t.cell]))


def test_pictures_have_their_text_alternative_and_the_digest_of_their_media() -> None:
    file = opened(built())
    assert all(picture.alt for picture in file.pictures)
    images = {sha256(image.png).hexdigest() for image in sample.IMAGES.values()}
    assert file.pictures and all(picture.digests & images for picture in file.pictures)


def test_descriptions_of_tables_and_their_absence() -> None:
    def undescribe(root: Root) -> None:
        for found in list(root.iter(W + "tblDescription")):
            found.getparent().remove(found)  # type: ignore[union-attr]

    assert all(table.description for table in opened(built()).tables)
    assert [table.description for table in opened(edited(built(), undescribe)).tables] == [None] * len(opened(built()).tables)


def test_contents_list_and_instructions_of_fields_are_not_read() -> None:
    words = texts(opened(draft(TEXT)))
    assert words.count("Läget") == 1
    assert not any("REF" in one or "TOC" in one for one in words)


@pytest.mark.parametrize("name", ["Heading 1", "heading 1", "Rubrik 1"])
def test_headings_are_known_by_the_name_of_their_style_whatever_its_id(name: str) -> None:
    def rename(root: Root) -> None:
        for style in root.iter(W + "style"):
            own = style.find(W + "name")
            if own is not None and own.get(W + "val") == "heading 1":
                own.set(W + "val", name)
                style.set(W + "styleId", "X1")
            for level in list(style.iter(W + "outlineLvl")):
                level.getparent().remove(level)  # type: ignore[union-attr]

    def use(root: Root) -> None:
        for style in root.iter(W + "pStyle"):
            if style.get(W + "val") == "Heading1":
                style.set(W + "val", "X1")

    file = opened(edited(edited(draft(TEXT), rename, part="word/styles.xml"), use))
    assert said(file, "Läget").kind is TextKind.HEADING


def test_a_paragraph_may_say_itself_that_it_is_a_heading() -> None:
    def outline(root: Root) -> None:
        properties = paragraph(root, "Det ").find(W + "pPr")
        assert properties is not None
        etree.SubElement(properties, W + "outlineLvl", {W + "val": "0"})

    assert said(opened(edited(draft(TEXT), outline)), "Det ").kind is TextKind.HEADING


def test_text_boxes_are_counted_and_not_read() -> None:
    def box(root: Root) -> None:
        run = etree.SubElement(paragraph(root, "Det "), W + "r")
        content = etree.SubElement(etree.SubElement(run, W + "pict"), W + "txbxContent")
        text = etree.SubElement(etree.SubElement(etree.SubElement(content, W + "p"), W + "r"), W + "t")
        text.text = "I en ruta"

    file = opened(edited(draft(TEXT), box))
    assert (file.boxes, any("ruta" in text for text in texts(file))) == (1, False)


def test_comments_are_counted_and_not_read() -> None:
    def relate(root: Root) -> None:
        etree.SubElement(root, root[0].tag, {"Id": "rIdK", "Type": f"{R}/comments", "Target": "comments.xml"})

    comment = "<w:comment><w:p><w:r><w:t>Stämmer?</w:t></w:r></w:p></w:comment>"
    comments = f'<w:comments xmlns:w="{W[1:-1]}">{comment * 2}</w:comments>'
    content = edited(draft(TEXT), relate, part="word/_rels/document.xml.rels")
    file = opened(packed(entries(content) | {"word/comments.xml": comments.encode()}))
    assert (file.comments, any("Stämmer" in text for text in texts(file))) == (2, False)


def test_signs_that_are_not_letters() -> None:
    def signs(root: Root) -> None:
        run = etree.SubElement(paragraph(root, "Det "), W + "r")
        for name, words in (
            ("tab", ""),
            ("t", "a"),
            ("noBreakHyphen", ""),
            ("t", "b"),
            ("softHyphen", ""),
            ("br", ""),
            ("t", "c"),
        ):
            element = etree.SubElement(run, W + name)
            element.text = words or None

    assert said(opened(edited(draft(TEXT), signs)), "Det ").text == "Det minskade. a\u2011b c"


def test_the_map_is_found_by_its_namespace_and_may_be_lost() -> None:
    content = draft(TEXT)
    whole = opened(content).edition
    assert whole is not None
    assert (whole.data_date, whole.deliveries, len(whole.values)) == ("2025-09-15", (1,), 3)

    def rename(root: Root) -> None:
        root.tag = "annat"

    lost = opened(edited(content, rename, part=MAP))
    assert lost.edition is None
    assert len(anchored(lost)) == 3


def test_a_map_of_before_there_were_series_is_read_as_one_of_now() -> None:
    content = draft("A {{ foretag(ar) }} {{ andel(foretag(ar, 'Berg'), foretag(ar)) }}\n")
    now = opened(content).edition

    def told_in_full(root: Root) -> None:
        series = {str(one.get("nr")): one for one in root.iter(f"{{{EDITION}}}serie")}
        for value in root.iter(f"{{{EDITION}}}varde"):
            value.set("bokmarke", "_rb_" + value.get("id", ""))
            if "serie" in value.attrib:
                fact = etree.SubElement(value, f"{{{EDITION}}}uppgift")
                fact.set("serie", value.attrib.pop("serie"))
                fact.set("plats", value.attrib.pop("plats"))
            for fact in value:
                common = series[str(fact.attrib.pop("serie"))]
                for name in ("indikator", "matt", "ar", "leverans"):
                    fact.set(name, common.get(name, ""))
        for one in series.values():
            root.remove(one)

    before = edited(content, told_in_full, part=MAP)
    assert now is not None and opened(before).edition == now and sorted(map(len, now.facts.values())) == [1, 2]
    newest = [newest_deliveries(found) for each in (before, content) if (found := open_package(each, "a.docx")[0]) is not None]
    assert newest == [dict.fromkeys(now.values, 1)] * 2


def test_a_final_document_has_its_fingerprint_and_its_date() -> None:
    file = opened(built(DocumentStatus.DECIDED))
    assert file.edition is None
    assert (file.fingerprint, file.created) == (sample.document().edition.fingerprint, "2025-09-03")


def test_deleting_and_typing_leave_the_rest_as_it_was() -> None:
    content = draft(TEXT)
    file = opened(edited(content, deleted("En till"), retyped("minskade", "dalade")))
    assert set(texts(opened(content))) - set(texts(file)) == {
        "En till not står här och den förra igen.",
        "Det minskade.",
        "En not.",
    }
    assert opened(edited(content, lambda root: None, part=NOTES)).texts == opened(content).texts
