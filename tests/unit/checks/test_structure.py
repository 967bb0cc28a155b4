from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.checks.abbreviations import abbreviations
from rapportbyggare.checks.delimitations import delimitations
from rapportbyggare.checks.headings import headings
from rapportbyggare.checks.links import links
from rapportbyggare.checks.settings import Delimitation, Settings, Term
from rapportbyggare.checks.table_parts import tables
from rapportbyggare.checks.terms import terms
from rapportbyggare.checks.waiting import waiting
from rapportbyggare.core.blocks import ChartFigure
from rapportbyggare.core.chart import Chart, ChartKind, Series
from rapportbyggare.core.text import DocumentLeaf, Text
from tests.unit.checks.subjects import built, quotes, typed

TABLE = "Tabell: {caption} {{#t}}\n\n| Kommun | {head} |\n|---|---|\n| Berg | {cell} |\n| Åre | 6 |\n"


def test_a_heading_with_a_full_stop() -> None:
    assert [one.code for one in headings(built("# Bakgrund.\n\nText."))] == ["rubrik-med-punkt"]
    assert list(headings(built("# Bidrag m.m.\n\nText.\n\n# Vad nu?\n\nText."))) == []


def test_the_same_heading_twice_in_a_chapter() -> None:
    text = "# A\n\n## Mål\n\nText.\n\n## Mål\n\nText.\n\n# B\n\n## Mål\n\nText."
    assert [(one.code, one.place.line) for one in headings(built(text))] == [("dubbel-rubrik", 7)]


def test_a_heading_with_nothing_under_it() -> None:
    text = "# A\n\n## B\n\nText.\n\n# C\n\n# D\n\nText.\n\n# E"
    assert [(one.code, one.quote) for one in headings(built(text))] == [("tomt-avsnitt", "C"), ("tomt-avsnitt", "E")]


@pytest.mark.parametrize(
    ("caption", "head", "cell", "codes"),
    [
        ("Läget i kommunerna", "juli 2025", "5", ["kalla-saknas", "enhet-saknas"]),
        ("Antal företag", "juli 2025", "5", ["kalla-saknas"]),
        ("Läget 2025", "Andel", "5", ["kalla-saknas"]),
        ("Läget", "juli 2025", "5 %", ["kalla-saknas"]),
        ("Andel företag", "juli", "5 %", ["kalla-saknas", "period-saknas"]),
        ("Läget", "juli", "bra", []),
    ],
)
def test_parts_of_a_table(caption: str, head: str, cell: str, codes: list[str]) -> None:
    found = tables(built(TABLE.format(caption=caption, head=head, cell=cell)))
    assert [one.code for one in found] == codes


def test_a_table_with_source_and_unit() -> None:
    assert list(tables(built(TABLE.format(caption="Antal", head="juli", cell="5") + "\nKälla: SCB 2025\n"))) == []


@pytest.mark.parametrize(
    ("caption", "series", "codes"),
    [
        ("Antal företag per kommun", "juli", ["period-saknas"]),
        ("Antal företag per kommun, juli 2025", "antal", []),
        ("Antal företag per kommun", "juli 2025", []),
    ],
)
def test_a_chart_says_which_time_it_is_of(caption: str, series: str, codes: list[str]) -> None:
    drawn = Chart("a", ChartKind.COLUMNS, ("Berg",), (Series(series, ()),), "Antal", (), False, Decimal(16), Decimal(8))
    chart: ChartFigure[DocumentLeaf] = ChartFigure("a", (Text(caption),), (Text("SCB"),), "", drawn, number=1)
    subject = built("# A\n\nText.")
    assert subject.document is not None
    (section,) = subject.document.sections
    document = replace(subject.document, sections=(section._replace(blocks=(chart,)),))
    assert [one.code for one in tables(replace(subject, document=document))] == codes


def test_a_term_has_one_name() -> None:
    settings = Settings(
        terms=(Term("Samspel63", ("Samspel",)), Term("kulturella och kreativa branscher", ("kreativa näringar",)))
    )
    text = "Samspel63 och Samspel (egen statistik) för kreativa näringar. Han sa ”kreativa näringar”."
    assert quotes(terms(typed(text, settings=settings))) == ["Samspel", "kreativa näringar"]
    assert quotes(terms(typed("ett samspel i Samspelet", settings=settings))) == ["Samspelet"]


def test_a_municipality_is_spelt_as_in_the_catalogue() -> None:
    text = "Ostersund, östersunds kommun, Östersund, berg, Are och mail@ostersund.se samt riket"
    assert quotes(terms(typed(text))) == ["Ostersund", "östersund"]


def test_an_abbreviation_that_nothing_explains() -> None:
    text = "I NYPS finns stöd, och KKB. Kulturella branscher (KKB) i EU. Hos MIUN, Mittuniversitetets del, är ALLA glada, alla."
    assert quotes(abbreviations(built(text))) == ["NYPS"]
    own = Settings(words=frozenset({"NYPS"}))
    assert quotes(abbreviations(built(text, settings=own))) == []
    assert quotes(abbreviations(typed(text))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Läs [här](https://example.se).", ["här"]),
        ("Läs [www.example.se](https://www.example.se).", ["www.example.se"]),
        ("Läs [rapport-250331.pdf](https://example.se/r.pdf).", ["rapport-250331.pdf"]),
        ("Läs på www.example.se/a%20b.", ["www.example.se/a%20b"]),
        ("Läs [årets rapport](https://example.se/r.pdf).", []),
        ("Skriv till a.b@example.se.", []),
    ],
)
def test_links_say_where_they_lead(text: str, words: list[str]) -> None:
    assert quotes(links(built(text))) == words


def test_a_definition_is_not_contradicted() -> None:
    one = Delimitation("KKB", ("scenkonst", "mode"), ("slöjd", "hantverk"))
    settings = Settings(delimitations=(one,))
    wrong = ("I KKB ingår scenkonst och slöjd.", "I KKB ingår inte mode.")
    right = (
        "I KKB ingår inte slöjd.",
        "KKB omfattar scenkonst, men inte slöjd.",
        "Kreametern omfattade slöjd.",
        "Av KKB syns mode.",
        "Slöjd är viktig i KKB.",
    )
    assert quotes(delimitations(typed(*wrong, settings=settings))) == ["slöjd", "mode"]
    assert quotes(delimitations(typed(*right, settings=settings))) == []
    both = replace(one, includes=("Slöjd",))
    assert quotes(delimitations(typed("", settings=Settings(delimitations=(both,))))) == ["Slöjd"]


def test_placeholders_are_flaws_with_their_place() -> None:
    (found,) = waiting(typed("Text", "Beslutad 2025-10-14, §XX, av"))
    assert (found.code, found.quote, found.place.line, found.place.column) == ("platshallare", "§XX", 2, 22)


def test_a_part_of_a_longer_word_does_not_say_an_abbreviation() -> None:
    assert quotes(abbreviations(built("Där fick företagen stöd av GEN."))) == ["GEN"]
    assert quotes(abbreviations(built("Det var bra, men INTE nog, och inte nu."))) == []


def test_an_e_mail_address_is_its_own_best_name() -> None:
    assert quotes(links(built("Skriv till [anna@example.se](mailto:anna@example.se)."))) == []
    assert quotes(links(built("Läs på [example.se](https://example.se)."))) == ["example.se"]


def test_a_definition_whose_name_ends_with_a_sign() -> None:
    one = Delimitation("Kultur (KKB)", ("slöjd",), ())
    wrong = typed("I Kultur (KKB) ingår inte slöjd.", settings=Settings(delimitations=(one,)))
    assert quotes(delimitations(wrong)) == ["slöjd"]
