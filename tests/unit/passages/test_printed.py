"""The listing of everything that is printed."""

from pathlib import Path

from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.printed import PrintedThing, things_in
from tests.small import bound, write

TABLE = """format = 1
[[tabell]]
id = "antal"
rubrik = "Antal {{ ar }}"
kalla = "{{ kalla(foretag(ar)) }}"
horn = "Kommun"
kolumner = ["ar - 1", "ar"]
kolumnrubrik = "juli {{ kol }}"
beskrivning = "Antal i {{ lan }}."
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ foretag(kol, rad) }}"]
[[tabell.rad]]
rubrik = "Summa"
summa = true
"""
CHART = """format = 1
typ = "staplar"
rubrik = "Antal"
kalla = "SCB"
kategorier = "kommuner"
kategoritext = "{{ kategori }}"
serier = "aren(ar - 1, ar)"
serietext = "juli {{ serie }}"
varde = "foretag(serie, kategori)"
axel = "Antal företag"
ordnade = true
tabell = "antal"
alt = ""
"""


def things(*sections: str, project: Path | None = None) -> tuple[PrintedThing, ...]:
    return tuple(thing for passage in passages(bound(*sections, project=project)[0]) for thing in things_in(passage))


def test_a_figure_in_running_text_has_its_sentence_its_chapter_and_its_place() -> None:
    (name, figure) = things(
        "# Inledning\n\n# Läget\n\n## Nu\n\nFörst detta. I {{ lan }} fanns {{ foretag(ar) }} företag. Sist.\n"
    )
    assert (name.text, name.facts, name.figure) == ("Jämtlands län", (), None)
    assert figure.text == "1\u00a0392"
    assert figure.sentence == "I Jämtlands län fanns 1\u00a0392 företag."
    assert (figure.kind.value, figure.where, figure.chapter.heading) == ("löptext", "avsnitt 2.1", "2.1 Nu")
    assert str(figure.place) == "sections/a.md:7:32"
    assert [fact.area for fact in figure.facts] == ["Jämtlands län"]
    assert figure.ident and figure.source == "foretag(ar)"


def test_headings_boxes_lists_and_notes_are_listed_in_reading_order() -> None:
    text = """# Året {{ ar }} {.onumrerad}

{% faktaruta Om {{ lan }} %}

- I Berg {{ foretag(ar, 'Berg') }}.[^n]

{% endfaktaruta %}

[^n]: Av {{ foretag(ar) }}.
"""
    found = [(thing.kind.value, thing.where, thing.text) for thing in things(text)]
    assert found == [
        ("rubrik", "rubriken ”Året 2025”", "2025"),
        ("rubrik", "faktarutans rubrik i ”Året 2025”", "Jämtlands län"),
        ("löptext", "”Året 2025”", "72"),
        ("not", "not 1", "1\u00a0392"),
    ]


def test_a_note_belongs_to_the_chapter_that_marks_it_first() -> None:
    found = things("# Ett\n\nOrd[^n].\n\n[^n]: Av {{ foretag(ar) }}.\n", "# Två\n\nOrd.\n")
    assert [thing.chapter.heading for thing in found] == ["1 Ett"]


def test_a_table_cell_is_found_by_its_row_and_column(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    found = things("{% tabell antal %}\n", project=tmp_path)
    cells = {thing.where: thing.text for thing in found if thing.kind.value == "tabellcell"}
    assert cells["tabell 1, rad Berg, kolumn juli 2025"] == "72"
    assert cells["tabell 1, rad Summa, kolumn juli 2024"] == "1\u00a0399"
    assert len(cells) == 8
    texts = {thing.where: thing.text for thing in found if thing.kind.value == "tabelltext"}
    assert texts["tabell 1, rubriken"] == "2025"
    assert texts["tabell 1, källraden"] == "SCB"
    assert texts["tabell 1, kolumnrubriken juli 2024"] == "2024"
    assert texts["tabell 1, rad Åre, radrubriken"] == "Åre"
    assert [thing.text for thing in found if thing.kind.value == "tabellbeskrivning"] == ["Antal i Jämtlands län."]
    assert {thing.block for thing in found} == {"tabell:antal"}


def test_everything_drawn_in_a_chart_is_listed_and_its_alt_text(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    write(tmp_path, "figures/diagram.toml", CHART)
    found = [
        thing for thing in things("{% tabell antal %}\n\n{% diagram diagram %}\n", project=tmp_path) if "diagram" in thing.block
    ]
    labels = {thing.where: (thing.text, len(thing.facts)) for thing in found if thing.kind.value == "diagram"}
    assert labels["figur 1, Östersund, juli 2025"] == ("1\u00a0302", 1)
    assert len(labels) == 6
    drawn = [thing.text for thing in found if thing.kind.value == "diagramtext"]
    assert drawn == ["Antal företag", "Berg", "Åre", "Östersund", "juli 2024", "juli 2025"]
    (alt,) = [thing for thing in found if thing.kind.value == "alternativtext"]
    assert alt.where == "alternativtexten till figur 1" and "högst Östersund" in alt.text


def test_rows_with_the_same_heading_are_told_apart(tmp_path: Path) -> None:
    rows = '[[tabell.rad]]\nrubrik = "Berg"\ncell = ["{{ foretag(kol, \'Berg\') }}"]\n' * 2
    write(tmp_path, "report/tabeller.toml", TABLE[: TABLE.index("[[tabell.rad]]")] + rows)
    found = [passage.where for passage in passages(bound("{% tabell antal %}\n", project=tmp_path)[0])]
    assert "tabell 1, rad Berg, kolumn juli 2025" in found and "tabell 1, rad Berg (2), kolumn juli 2025" in found


def test_words_that_are_not_from_the_dataset_are_no_printed_things() -> None:
    assert things("# Ord\n\nBara ord, *kursiva* och **feta**.\n") == ()
