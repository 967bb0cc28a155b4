"""An edited copy of a draft: what was done in it, where that is written, and the text to paste there."""

from pathlib import Path

from lxml import etree

from rapportbyggare.core.read import AuthorEdit, AuthorEdits, EditKind, Pending
from rapportbyggare.diff.edits import edits_of
from rapportbyggare.word.read.side import read_side
from tests.unit.diff.edits import (
    NOTES,
    Edit,
    Root,
    W,
    copied,
    deleted,
    document,
    draft,
    edited,
    packed,
    paragraph,
    plain,
    retyped,
    specified,
    typed_over,
    without_bookmark,
)
from tests.unit.diff.twice import drafts
from tests.unit.word.test_document import entries

SECTION = """\
# Om länet {#foretag}

I {{ lan }} finns {{ foretag(ar) }} företag[^scb]. De är *viktiga* för [länet](https://example.se/), se [](#foretag).

Ett stycke som står kvar.

- Första punkten
- Andra punkten med {{ foretag(ar, 'Berg') }} företag

{% for k in kommuner %}
I {{ k }} finns {{ foretag(ar, k) }}.
{% endfor %}

[^scb]: Företagsregistret, {{ ar }}.
"""


def told(content: bytes, *sections: str, pending: Pending = Pending.ACCEPTED, **others: object) -> AuthorEdits:
    read, problems = read_side(content, "redigerad.docx", pending)
    assert read is not None, problems
    return edits_of(document(*sections, **others), drafts(*sections), read)  # type: ignore[arg-type]


def after(*edits: Edit, section: str = SECTION) -> AuthorEdits:
    return told(edited(draft(section), *edits), section)


def only(found: AuthorEdits) -> AuthorEdit:
    (edit,) = found.edits
    return edit


def marked(author: str, kind: str, words: str, new: str = "") -> Edit:
    """Strike or insert words at the beginning of a run, as tracked changes."""

    def edit(root: Root) -> None:
        (text,) = [one for one in root.iter(W + "t") if words in (one.text or "")]
        run = text.getparent()
        assert run is not None
        before, _, rest = (text.text or "").partition(words)
        text.text = before if kind == "del" else before + words
        dates = f'w:author="{author}" w:date="2025-09-20T10:00:00Z"'
        inner = f'<w:delText xml:space="preserve">{words}</w:delText>' if kind == "del" else f"<w:t>{new}</w:t>"
        markup = (
            f'<w:x xmlns:w="{W[1:-1]}"><w:{kind} w:id="900" {dates}><w:r>{inner}</w:r></w:{kind}>'
            f'<w:r><w:t xml:space="preserve">{rest}</w:t></w:r></w:x>'
        )
        for element in reversed(etree.fromstring(markup)):
            run.addnext(element)

    return edit


def test_an_untouched_copy_has_no_edits() -> None:
    assert told(draft(SECTION), SECTION) == AuthorEdits((), ())


def test_a_reworded_sentence_keeps_its_figures_notes_references_and_emphasis() -> None:
    edit = only(after(retyped(". De är ", ". Alla är ")))
    assert edit.kind is EditKind.REWORDED
    assert (edit.place.file, edit.place.line) == ("sections/a.md", 3)
    assert edit.markdown == (
        "I {{ lan }} finns {{ foretag(ar) }} företag[^scb]. Alla är *viktiga* för [länet](https://example.se/), se [](#foretag)."
    )


def test_a_new_paragraph_comes_after_what_it_stands_after() -> None:
    def added(root: Root) -> None:
        para = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Nytt *stycke* {{a}}.</w:t></w:r></w:p>')
        paragraph(root, "står kvar").addnext(para)

    edit = only(after(added))
    assert (edit.kind, edit.place.line) == (EditKind.ADDED, 5)
    assert edit.markdown == "Nytt \\*stycke\\* \\{a\\}."


def test_a_deleted_paragraph_is_told_with_its_line() -> None:
    edit = only(after(deleted("står kvar")))
    assert (edit.kind, edit.place.line, edit.old) == (EditKind.REMOVED, 5, "Ett stycke som står kvar.")


def test_a_list_item_and_a_heading_keep_their_marks() -> None:
    def renamed(root: Root) -> None:
        *_, words = [one for one in root.iter(W + "t") if one.text == "Om länet"]  # the first is the contents list's
        words.text = "Om vårt län"

    first, second = after(retyped("Första punkten", "Den första punkten"), renamed).edits
    assert first.markdown == "# Om vårt län {#foretag}"
    assert second.markdown == "- Den första punkten"


def test_a_moved_paragraph_is_moved() -> None:
    def moved(root: Root) -> None:
        found = paragraph(root, "står kvar")
        paragraph(root, "Andra punkten").addnext(found)

    edit = only(after(moved))
    assert (edit.kind, edit.place.line, edit.old) == (EditKind.MOVED, 5, edit.new)
    assert edit.remarks == ("Står nu efter sections/a.md:8.",)


def test_what_is_rewritten_is_told_so_though_something_was_moved_past_it() -> None:
    section = """\
# Om länet {#foretag}

Cheferna fångar upp frågor och tillfällen till samverkan.

Handläggarna av stöd bygger gemensam kunskap och delar erfarenheter.

Statistikerna kartlägger företagen, följer upp planen och ger underlag.

Strateger samlas från båda områdena.
"""

    def moved(root: Root) -> None:
        retyped("fångar upp frågor", "fångar upp större frågor")(root)
        retyped("bygger gemensam", "bygger verkligen gemensam")(root)
        paragraph(root, "Cheferna").addprevious(paragraph(root, "Strateger"))

    found = after(moved, section=section).edits
    assert [(one.kind, one.place.line) for one in found] == [
        (EditKind.MOVED, 9),
        (EditKind.REWORDED, 3),
        (EditKind.REWORDED, 5),
    ]


def test_a_figure_typed_over_in_its_anchor_is_told_apart() -> None:
    found = after(retyped("1 392", "1 390"))
    (one,) = found.overtyped
    assert (one.expression, plain(one.printed), one.now, one.place.line) == ("foretag(ar)", "1 392", "1 390", 3)
    assert found.edits == ()


def test_words_beside_a_figure_typed_over_are_pasted_with_the_figure_still_bound() -> None:
    found = after(retyped("1 392", "1 390"), retyped(". De är ", ". Alla är "))
    assert "finns {{ foretag(ar) }} företag[^scb]. Alla" in only(found).markdown
    assert [one.now for one in found.overtyped] == ["1 390"]


def test_a_figure_typed_over_with_its_anchor_is_told_apart() -> None:
    (one,) = after(typed_over("1 392", "1 390")).overtyped
    assert (one.expression, one.now) == ("foretag(ar)", "1 390")


def test_a_figure_whose_anchor_is_lost_is_bound_again_where_its_words_stand() -> None:
    lost = without_bookmark("1 392")
    assert after(lost).edits == ()
    edit = only(after(lost, retyped(". De är ", ". Alla är ")))
    assert edit.markdown.startswith("I {{ lan }} finns {{ foretag(ar) }} företag[^scb]. Alla")


def test_a_turn_of_a_loop_says_that_all_turns_change() -> None:
    edit = only(after(lambda root: retyped(" finns ", " har vi ")(paragraph(root, "I Åre finns"))))
    assert edit.markdown == "I {{ k }} har vi {{ foretag(ar, k) }}."
    assert any("slinga" in remark for remark in edit.remarks)


def test_a_note_keeps_its_label_and_its_figures() -> None:
    content = edited(draft(SECTION), retyped("Företagsregistret, ", "SCB:s företagsregister, "), part=NOTES)
    edit = only(told(content, SECTION))
    assert edit.markdown == "[^scb]: SCB:s företagsregister, {{ ar }}."


def test_a_copied_paragraph_keeps_its_figures() -> None:
    edit = only(after(copied("Andra punkten")))
    assert (edit.kind, edit.markdown) == (EditKind.ADDED, "- Andra punkten med {{ foretag(ar, 'Berg') }} företag")


def test_tracked_changes_are_told_with_who_and_when() -> None:
    edit = only(after(marked("Lena", "ins", "står", " verkligen"), marked("Per", "del", "stycke")))
    assert edit.new == "Ett  som står verkligen kvar."
    assert [(one.author, one.words, one.date[:10]) for one in edit.changes] == [
        ("Per", "stycke", "2025-09-20"),
        ("Lena", " verkligen", "2025-09-20"),
    ]


def test_an_insertion_of_the_same_words_is_not_how_a_paragraph_went() -> None:
    words = "Ett stycke som står kvar."
    edits = after(deleted("står kvar"), marked("Lena", "ins", "Andra punkten", f" {words}")).edits
    (gone,) = [one for one in edits if one.kind is EditKind.REMOVED]
    assert (gone.old, gone.changes) == (words, ())


def test_tracked_changes_that_are_rejected_are_listed_and_change_nothing() -> None:
    content = edited(draft(SECTION), marked("Lena", "ins", "står", " verkligen"))
    edit = only(told(content, SECTION, pending=Pending.REJECTED))
    assert (edit.kind, edit.place.line, edit.old) == (EditKind.PENDING, 5, edit.new)
    assert edit.changes[0].words == " verkligen"


def test_a_cell_of_a_table_is_found_by_its_row_and_column(tmp_path: Path) -> None:
    project = specified(tmp_path)
    section = "{% tabell tal %}\n"
    found = told(edited(draft(section, project=project), retyped("71", "70")), section, project=project)
    (one,) = found.overtyped
    assert one.now == "70"
    assert one.where.startswith("tabell 1, rad Berg, kolumn")
    assert one.place.file == "report/tabeller.toml"


def commented(words: str, note: str) -> Edit:
    """A comment on the paragraph with these words."""

    def edit(root: Root) -> None:
        found = paragraph(root, words)
        for name, place in (("commentRangeStart", 1), ("commentRangeEnd", len(found) + 1)):
            mark = etree.Element(f"{W}{name}")
            mark.set(f"{W}id", note)
            found.insert(place, mark)

    return edit


def with_comment(content: bytes, words: str) -> bytes:
    body = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Lena" w:date="2025-09-20T08:00:00Z">'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    parts = entries(content)
    relations = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    led = parts[relations].replace(
        b"</Relationships>", f'<Relationship Id="c" Type="{kind}" Target="comments.xml"/></Relationships>'.encode()
    )
    return packed(parts | {relations: led, "word/comments.xml": body.encode()})


def test_a_comment_belongs_to_its_line() -> None:
    content = with_comment(edited(draft(SECTION), commented("står kvar", "7")), "Stämmer det?")
    edit = only(told(content, SECTION))
    assert (edit.kind, edit.place.file, edit.place.line) == (EditKind.COMMENT, "sections/a.md", 5)
    assert edit.comment is not None
    assert (edit.comment.author, edit.comment.text, edit.old) == ("Lena", "Stämmer det?", "Ett stycke som står kvar.")


def test_a_cell_written_by_hand_stays_in_its_row() -> None:
    def broken(root: Root) -> None:
        (words,) = [one for one in root.iter(W + "t") if one.text == "Cellen"]
        words.text = "Cell|en"
        words.addnext(etree.fromstring(f'<w:br xmlns:w="{W[1:-1]}"/>'))
        words.getnext().addnext(etree.fromstring(f'<w:t xmlns:w="{W[1:-1]}">här</w:t>'))  # type: ignore[union-attr]

    edit = only(
        after(broken, section="Tabell: Antal {#t-1}\n\n| Kommun | Antal |\n|---|---:|\n| Berg | Cellen |\n\nKälla: SCB\n")
    )
    assert (edit.place.line, edit.markdown) == (5, "Cell\\|en här")


HAND = "Före.\n\nTabell: Antal {#t-1}\n\n| Kommun | Antal |\n|---|---:|\n| Berg | 11 |\n| Åre | 12 |\n\nKälla: SCB\n\nEfter.\n"


def test_a_table_that_is_gone_is_one_edit() -> None:
    def without(root: Root) -> None:
        (table,) = root.iter(W + "tbl")
        table.getparent().remove(table)  # type: ignore[union-attr]

    (edit,) = [one for one in after(without, section=HAND).edits if one.where == "tabell 1"]
    assert (edit.kind, edit.place.line) == (EditKind.REMOVED, 5)
    assert edit.old == "| Kommun | Antal |\n| Berg | 11 |\n| Åre | 12 |"


def test_new_tables_are_one_edit_each_ready_to_paste() -> None:
    def added(root: Root) -> None:
        for rows in ((("Länk", "A|b"), ("1", "2")), (("Hus",), ("3",))):
            cells = ("".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) for row in rows)
            lines = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
            paragraph(root, "Efter.").addprevious(etree.fromstring(f'<w:tbl xmlns:w="{W[1:-1]}">{lines}</w:tbl>'))

    found = after(added, section=HAND).edits
    assert {(one.kind, one.place.line) for one in found} == {(EditKind.ADDED, 10)}
    assert [one.markdown for one in found] == ["| Länk | A\\|b |\n|---|---|\n| 1 | 2 |", "| Hus |\n|---|\n| 3 |"]


def with_a_row(root: Root) -> None:
    *_, row = root.iter(W + "tr")
    row.addnext(added := etree.fromstring(etree.tostring(row)))
    for mark in [one for one in added.iter() if str(one.tag).startswith(W + "bookmark")]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for n, text in enumerate(added.iter(W + "t")):
        text.text = ("Krokom", "13", "14")[n]


def test_a_new_row_is_one_edit() -> None:
    edit = only(after(with_a_row, section=HAND))
    assert (edit.kind, edit.where, edit.place.line) == (EditKind.ADDED, "tabell 1, rad Krokom", 8)
    assert (edit.markdown, edit.remarks) == ("| Krokom | 13 |", ())


def test_a_new_row_of_a_specified_table_is_not_to_be_pasted(tmp_path: Path) -> None:
    project = specified(tmp_path)
    content = edited(draft("{% tabell tal %}\n", project=project), with_a_row)
    edit = only(told(content, "{% tabell tal %}\n", project=project))
    assert (edit.kind, edit.new, edit.markdown) == (EditKind.ADDED, "| Krokom | 13 | 14 |", "")
    assert "report/tabeller.toml" in edit.remarks[0]


def test_a_row_that_is_gone_is_one_edit() -> None:
    def without(root: Root) -> None:
        *_, row = root.iter(W + "tr")
        row.getparent().remove(row)  # type: ignore[union-attr]

    edit = only(after(without, section=HAND))
    assert (edit.kind, edit.where, edit.old, edit.place.line) == (EditKind.REMOVED, "tabell 1, rad Åre", "| Åre | 12 |", 8)


def test_a_heading_stays_on_its_line() -> None:
    def broken(root: Root) -> None:
        *_, words = [one for one in root.iter(W + "t") if one.text == "Om länet"]
        words.addprevious(etree.fromstring(f'<w:t xmlns:w="{W[1:-1]}">Rubrik</w:t>'))
        words.addprevious(etree.fromstring(f'<w:br xmlns:w="{W[1:-1]}"/>'))

    assert only(after(broken)).markdown == "# Rubrik Om länet {#foretag}"


def test_a_comment_in_a_table_belongs_to_its_cell(tmp_path: Path) -> None:
    project = specified(tmp_path)
    section = "{% tabell tal %}\n"

    def edit(root: Root) -> None:
        (cell,) = [one for one in root.iter(W + "p") if "".join(text.text or "" for text in one.iter(W + "t")) == "71"]
        mark = etree.SubElement(etree.SubElement(cell, f"{W}r"), f"{W}commentReference")
        mark.set(f"{W}id", "7")

    content = with_comment(edited(draft(section, project=project), edit), "Rätt?")
    found = only(told(content, section, project=project))
    assert found.where == "tabell 1, rad Berg, kolumn 2024"
    assert (found.kind, found.place.file) == (EditKind.COMMENT, "report/tabeller.toml")


def test_a_new_note_gets_a_label_of_its_own() -> None:
    def added(root: Root) -> None:
        note = etree.SubElement(root, f"{W}footnote")
        note.set(f"{W}id", "77")
        note.append(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>En ny not.</w:t></w:r></w:p>'))

    def marks(root: Root) -> None:
        mark = etree.SubElement(etree.SubElement(paragraph(root, "står kvar"), f"{W}r"), f"{W}footnoteReference")
        mark.set(f"{W}id", "77")

    paragraphed, note = told(edited(edited(draft(SECTION), added, part=NOTES), marks), SECTION).edits
    assert paragraphed.markdown == "Ett stycke som står kvar.[^ny-1]"
    assert note.markdown == "[^ny-1]: En ny not."
