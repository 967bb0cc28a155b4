"""The number ledger as a file: a row a figure, harmless in a spreadsheet."""

import csv
from dataclasses import replace
from decimal import Decimal
from io import StringIO

from rapportbyggare.app.ledger import COLUMNS, ledger
from rapportbyggare.core.blocks import Heading, HeadingKind, Paragraph, Quote
from rapportbyggare.core.document import Document, Edition, Note, Section
from rapportbyggare.core.figure import FactKey, Figure, Format, Origin, Status, Unit
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DocumentLeaf, Expression, Inline, Strong, Text, Value

MANIFEST = Manifest(
    "Titel",
    "Rapport",
    "Region",
    "nämnd",
    "",
    "",
    (),
    "plan",
    "2023–2027",
    "",
    "sv-SE",
    DocumentStatus.DRAFT,
    2025,
    "",
    (),
    True,
    (),
    "r",
    "",
)
FACT = FactKey("antal_kkb", "antal", 2025, "Åre")
ORIGIN = Origin(2, "scb", "2025-07", "2025-09-01", Place("report/data/leverans-002.csv", 5, cell="varde"))
Words = Inline[DocumentLeaf]


def figure(amount: str, *facts: FactKey, unit: Unit = Unit.COUNT) -> Figure:
    return Figure(
        Decimal(amount), Format(unit), Status.DEFINITIVE, facts[0] if facts else None, facts, "juli 2025", None, None, (ORIGIN,)
    )


def value(text: str, amount: str = "1", source: str = "antal_kkb(ar)", line: int = 3) -> Value:
    return Value(text, figure(amount, FACT), (), Expression(source, Place("sections/10.md", line, 7)), "t1")


def document(*content: Words, note: tuple[Words, ...] = ()) -> Document:
    notes = (Note(1, "n", note, Place("sections/10.md", 9)),) if note else ()
    heading: Heading[DocumentLeaf] = Heading(1, (Text("Rubrik"),), "k", HeadingKind.NUMBERED)
    section = Section("sections/10.md", (heading, Quote((Paragraph(content),))))
    return Document(MANIFEST, (section,), notes, frozenset(), Edition("2025-09-01", "", ()))


def rows(made: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(ledger(made).content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_it_opens_in_a_swedish_spreadsheet() -> None:
    content = ledger(document(value("1 341,5", "1341.50"))).content
    assert content.startswith(b"\xef\xbb\xbfnr;del;")
    assert content.endswith(b"\r\n")
    assert b";1341,50;" in content
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_a_row_says_what_where_and_from_whence() -> None:
    (row,) = rows(document(Text("Det finns "), Strong((value("196", "196"),))))
    assert tuple(row) == COLUMNS
    assert (row["nr"], row["del"], row["plats_i_rapporten"]) == ("1", "stycke", "sections/10.md:3:7")
    assert (row["text"], row["exakt"], row["enhet"], row["status"]) == ("196", "196", "antal", "definitiv")
    assert (row["indikator"], row["matt"], row["ar"], row["omrade"]) == ("antal_kkb", "antal", "2025", "Åre")
    assert (row["kalla"], row["leverans"], row["uttag"]) == ("scb", "2", "2025-07")
    assert row["cell"] == "report/data/leverans-002.csv:5 (varde)"
    assert (row["uttryck"], row["ankare"], row["uppgift"]) == ("antal_kkb(ar)", "t1", "antal_kkb/antal/2025/Åre")


def test_a_computed_figure_is_no_fact_and_a_fact_may_have_no_year() -> None:
    timeless = FACT._replace(year=0, area="Jämtland/Härjedalen")
    computed = Value("3", figure("3", FACT)._replace(key=None))
    found = [row["uppgift"] for row in rows(document(Value("7", figure("7", timeless)), computed))]
    assert found == ["antal_kkb/antal//Jämtland/Härjedalen", ""]


def test_what_a_decided_edition_printed_otherwise_is_told() -> None:
    found = [row["tryckt"] for row in rows(document(replace(value("196", "196"), printed="195"), value("7")))]
    assert found == ["195", ""]


def test_words_are_no_figures() -> None:
    made = document(Value("ökade", None), Text("901"), value("196"), note=(value("7"),))
    assert [(row["text"], row["del"]) for row in rows(made)] == [("196", "stycke"), ("7", "not 1")]
    assert ledger(made).figures == 2


def test_nothing_is_taken_for_a_formula() -> None:
    made = document(value("=1+1", "-5.5", "-antal_kkb(ar)"), value("+5,1 %"), value("@x"), value("−5"), value("-5"))
    found = [(row["text"], row["exakt"], row["uttryck"]) for row in rows(made)]
    assert found[0] == ("'=1+1", "-5,5", "'-antal_kkb(ar)")
    assert [text for text, _, _ in found[1:]] == ["'+5,1 %", "'@x", "−5", "-5"]


def test_separators_and_quotes_in_a_cell_do_not_break_the_row() -> None:
    (row,) = rows(document(value('1;2"3')))
    assert row["text"] == '1;2"3'


def test_an_amount_is_never_written_with_an_exponent() -> None:
    assert [row["exakt"] for row in rows(document(value("x", "1E+9"), value("y", "1E-7")))] == ["1000000000", "0,0000001"]


def test_a_report_without_figures_has_a_ledger_without_rows() -> None:
    made = ledger(document(Text("Ord.")))
    assert (made.figures, made.content.decode("utf-8-sig")) == (0, ";".join(COLUMNS) + "\r\n")
