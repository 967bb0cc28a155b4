"""Files that we did not build as the checks read them: text, Markdown, Word."""

from rapportbyggare.checks.edited_subject import lines_of_edited
from rapportbyggare.checks.markdown_subject import lines_of_markdown
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.subject import Line, PieceKind
from rapportbyggare.core.edited import CellSpot, EditedFile, EditedText, TextKind
from rapportbyggare.core.place import Place

TABLE = """Fördelningen per kommun:

Kommun juli 2023 juni 2024 Juli 2025
Berg  71  69             63
Summa  1 345  1 374        1 341

Kommun  juli 2023  juli 2024 Juli 2025
Berg  3,5%  3,4% 3,2%

5 Arkitektur, audiovisuellt
 Bräcke  3,3%  3,5% 3,3%
"""


def cells(lines: tuple[Line, ...]) -> list[tuple[str, str, str]]:
    return [(line.row, line.head, line.text) for line in lines if line.part == "cell"]


def literal(line: Line) -> list[str]:
    return [piece.text for piece in line.pieces if piece.kind is PieceKind.LITERAL]


def test_the_lines_of_a_paragraph_are_one_and_keep_their_places() -> None:
    (line,) = lines_of_text("I juli 2025 fanns\n  1 341 företag\ni länet.\n", "a.txt")
    assert line.text == "I juli 2025 fanns 1 341 företag i länet."
    at = line.text.index("1 341")
    assert line.at(at, at + 5) == Place("a.txt", 2, 3, 8)
    assert "".join(piece.text for piece in line.pieces) == line.text
    assert [piece.start for piece in line.pieces] == [0, 17, 18, 31, 32]


def test_quotations_in_a_text_are_literal_across_lines() -> None:
    (line,) = lines_of_text("Hon sade ”minst\n400 stycken” då.\n", "a.txt")
    assert "".join(literal(line)) == "”minst 400 stycken”"


def test_list_entries_and_paragraphs_part() -> None:
    lines = lines_of_text("Ett stycke.\n- en punkt\n- en till\n\nNästa.\n", "a.txt")
    assert [line.text for line in lines] == ["Ett stycke.", "- en punkt", "- en till", "Nästa."]


def test_columns_are_cells_under_the_heads_above_them() -> None:
    lines = lines_of_text(TABLE, "a.txt")
    assert cells(lines)[:6] == [
        ("Berg", "juli 2023", "71"),
        ("Berg", "juni 2024", "69"),
        ("Berg", "Juli 2025", "63"),
        ("Summa", "juli 2023", "1 345"),
        ("Summa", "juni 2024", "1 374"),
        ("Summa", "Juli 2025", "1 341"),
    ]
    assert cells(lines)[6:] == [
        *(("Berg", head, text) for head, text in (("juli 2023", "3,5%"), ("juli 2024", "3,4%"), ("Juli 2025", "3,2%"))),
        *(("Bräcke", head, text) for head, text in (("juli 2023", "3,3%"), ("juli 2024", "3,5%"), ("Juli 2025", "3,3%"))),
    ]
    assert len({line.block for line in lines if line.part == "cell"}) == 2
    assert next(line for line in lines if line.text == "1 374").place == Place("a.txt", 5, 15, 20)


def test_a_narrow_row_belongs_to_the_table_above_and_its_heading_may_go_on() -> None:
    lines = lines_of_text(f"{TABLE}Jämtland/ 4,4% 4,5% 4,4%\nHärjedalen\nOch 12 13 14\n", "a.txt")
    assert cells(lines)[-6:-3] == [
        ("Jämtland/Härjedalen", head, text)
        for head, text in zip(("juli 2023", "juli 2024", "Juli 2025"), ("4,4%", "4,5%", "4,4%"), strict=True)
    ]


def test_a_sentence_is_no_row() -> None:
    assert (
        cells(lines_of_text("Under 2024  och 2025 fanns 17 av 20 stycken kvar.\nRegionen har 8 kommuner 2025\n", "a.txt")) == []
    )


def test_markdown_without_its_signs() -> None:
    text = (
        "# En rubrik {#nyckel}\n\nEn **fet** text[^a] med [ord](https://exempel.se/a) och `kod`.\nMera *här*.\n\n[^a]: Noten.\n"
    )
    head, line, note = lines_of_markdown(text, "a.md")
    assert (head.text.strip(), head.part) == ("En rubrik", "rubrik")
    assert line.text == "En fet text med ord och kod. Mera här."
    assert literal(line) == ["ord", "kod"]
    assert line.at(line.text.index("fet"), line.text.index("fet") + 3) == Place("a.md", 3, 6, 9)
    assert line.at(line.text.index("här"), line.text.index("här") + 3).line == 4
    assert (line.chapter.words.strip(), note.text) == ("En rubrik", "Noten.")


def test_markdown_comments_control_lines_code_and_html_comments_are_left_out() -> None:
    text = "{# 400\n\n500 #}\n\n<!-- 600 -->\n\n{% if x %}\nKvar.\n{% endif %}\n\n```\n700\n```\n"
    assert [line.text for line in lines_of_markdown(text, "a.md")] == ["Kvar."]


def test_a_comment_in_a_line_leaves_no_space() -> None:
    lines = lines_of_markdown("Ett {# varför #} ord.\n\nSlut{# därför #}.\n\nEtt {# sist #}\nord.\n", "a.md")
    assert [line.text for line in lines] == ["Ett ord.", "Slut.", "Ett ord."]


def test_markdown_tables_lists_and_quotations() -> None:
    text = "| Kommun | juli 2025 |\n|---|--:|\n| Berg | 63 |\n| Åre | **285** |\n\n- En\n- Två\n\n> Hon sade 400.\n"
    lines = lines_of_markdown(text, "a.md")
    assert cells(lines) == [("Berg", "juli 2025", "63"), ("Åre", "juli 2025", "285")]
    assert [line.text for line in lines if line.part == "stycke"] == ["En", "Två", "Hon sade 400."]
    assert literal(lines[-1]) == ["Hon sade 400."]
    assert next(line for line in lines if line.text == "285").at(0, 3) == Place("a.md", 4, 11, 14)


def test_word_files_by_paragraph_cell_and_note() -> None:
    texts = (
        EditedText(0, TextKind.HEADING, "Läget", ""),
        EditedText(1, TextKind.PARAGRAPH, "Länet har 1 341 företag.", "Läget"),
        EditedText(2, TextKind.CELL, "Kommun", "Läget", cell=CellSpot(0, 0, 0, "Kommun", "Kommun")),
        EditedText(3, TextKind.CELL, "2025", "Läget", cell=CellSpot(0, 0, 1, "Kommun", "2025")),
        EditedText(4, TextKind.CELL, "Berg", "Läget", cell=CellSpot(0, 1, 0, "Berg", "Kommun")),
        EditedText(5, TextKind.CELL, "63", "Läget", cell=CellSpot(0, 1, 1, "Berg", "2025")),
        EditedText(6, TextKind.CELL, "64", "Läget", cell=CellSpot(0, 2, 1, "Berg", "2025")),
        EditedText(7, TextKind.PARAGRAPH, "", "Läget"),
        EditedText(8, TextKind.NOTE, "SCB.", "Läget", note=0),
    )
    lines = lines_of_edited(EditedFile(texts, (), (), None, "", ""), "a.docx")
    assert [(line.text, line.part, line.place.cell) for line in lines] == [
        ("Läget", "rubrik", "stycke 1"),
        ("Länet har 1 341 företag.", "stycke", "stycke 2"),
        ("Kommun", "kolumnrubrik", "tabell 1, rad 1, kolumn 1"),
        ("2025", "kolumnrubrik", "tabell 1, rad 1, kolumn 2"),
        ("Berg", "radrubrik", "tabell 1, rad 2, kolumn 1"),
        ("63", "cell", "tabell 1, rad 2, kolumn 2"),
        ("64", "cell", "tabell 1, rad 3, kolumn 2"),
        ("SCB.", "not", "not 1"),
    ]
    assert [(line.row, line.head, line.column) for line in lines if line.part == "cell"] == [
        ("Berg", "2025", 1),
        ("Berg (2)", "2025", 1),
    ]
    assert lines[1].chapter.words == "Läget"


def test_a_markdown_table_may_have_a_single_stroke_below_its_heads_and_a_row_may_begin_with_two() -> None:
    lines = lines_of_markdown("| A | B |\n|-|:-:|\n| -- okänt | 5 |", "a.md")
    assert [line.text for line in lines] == ["A", "B", "-- okänt", "5"]


def test_an_address_is_literal_to_its_end() -> None:
    (line,) = lines_of_text("Skriv till anna@post.example.se i dag.", "a.txt")
    assert literal(line) == ["anna@post.example.se"]


def test_the_entries_of_a_markdown_list_know_their_list() -> None:
    text = "Tre delar:\n\n- a\n  - inre\n- b\n\n  mer om b\n- c\n\nSlut.\n\n1. ett\n2. två\n"
    told = [(line.text, line.listed) for line in lines_of_markdown(text, "a.md")]
    outer, inner, numbered = told[1][1], told[2][1], told[-1][1]
    assert len({outer, inner, numbered, ""}) == 4
    assert told == [
        ("Tre delar:", ""),
        ("a", outer),
        ("inre", inner),
        ("b", outer),
        ("mer om b", ""),
        ("c", outer),
        ("Slut.", ""),
        ("ett", numbered),
        ("två", numbered),
    ]
