"""A small county for the rules of figures: its catalogue, its facts, and texts about it as subjects."""

from decimal import Decimal

from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.pieces import typed_pieces
from rapportbyggare.checks.settings import Settings
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.dataset import Area, Catalogue, Dataset, Indicator, Measure, Source, StatusWords
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.passages.passage import PrintedKind

COUNTY = "Jämtlands län"
PLACES = ("Berg", "Krokom", "Åre", "Östersund")


def indicator(name: str, label: str, definition: str, period: str, *measures: Measure, timeless: bool = False) -> Indicator:
    return Indicator(name, label, definition, "bisnis" if "bolag" in label else "scb", period, measures, timeless, NOWHERE)


CATALOGUE = Catalogue(
    {
        one.name: one
        for one in (
            indicator(
                "antal_kkb",
                "Antal KKB-företag",
                "Aktiva företag i de kulturella och kreativa branscherna.",
                "juli {ar}",
                Measure("antal", "antal", Unit.COUNT, 0),
            ),
            indicator(
                "andel_kkb",
                "Andel KKB-företag",
                "Antalet KKB-företag delat med antalet aktiva företag.",
                "juli {ar}",
                Measure("andel", "andel av samtliga aktiva företag", Unit.PERCENT, 1),
            ),
            indicator(
                "riket",
                "Andel KKB-företag, riksgenomsnitt",
                "",
                "",
                Measure("andel", "andel av samtliga aktiva företag", Unit.PERCENT, 0),
                timeless=True,
            ),
            indicator(
                "omsattning",
                "Nettoomsättning i KKB-bolagen",
                "Länets aktiebolag inom KKB.",
                "räkenskapsåret {ar}",
                Measure("belopp", "belopp", Unit.KRONOR, 0),
            ),
            indicator(
                "stod",
                "Andel företagsstöd till KKB-företag",
                "",
                "{ar}",
                Measure("antal", "av antalet stöd", Unit.PERCENT, 1),
                Measure("belopp", "av beviljade belopp", Unit.PERCENT, 1),
            ),
            indicator(
                "samspel",
                "Antal företag som fått stöd i Samspel63",
                "",
                "1 april {ar}–31 mars {ar+1}",
                Measure("antal", "antal", Unit.PIECES, 0),
            ),
        )
    },
    {"scb": Source("scb", "SCB", ""), "bisnis": Source("bisnis", "Bisnis Analys", "", "aktiebolag")},
    {name: Area(name, name, "kommun") for name in PLACES}
    | {COUNTY: Area("23", COUNTY, "län"), "Riket": Area("00", "Riket", "riket")},
    {
        Status.MISSING: StatusWords("Ingen statistik", "..", "uppgift saknas"),
        Status.IMPOSSIBLE: StatusWords("Inte aktuellt", ".", "kan inte förekomma"),
    },
)
SERIES: tuple[tuple[str, str, int, tuple[str, ...]], ...] = (
    ("antal_kkb", "antal", 2023, ("71", "135", "276", "632", "1114")),
    ("antal_kkb", "antal", 2024, ("69", "144", "279", "643", "1135")),
    ("antal_kkb", "antal", 2025, ("63", "144", "285", "614", "1106")),
    ("andel_kkb", "andel", 2023, ("3.5", "4.1", "8.5", "6.6", "5.3")),
    ("andel_kkb", "andel", 2024, ("3.4", "4.4", "8.5", "6.6", "5.3")),
    ("andel_kkb", "andel", 2025, ("3.2", "4.3", "8.6", "6.2", "5.1")),
)
COUNTY_FACTS = (
    ("omsattning", "belopp", 2023, "1528187000", None),
    ("omsattning", "belopp", 2024, "1124543000", 335),
    ("stod", "antal", 2023, "17", None),
    ("stod", "antal", 2024, "6", None),
    ("stod", "belopp", 2023, "8.7", None),
    ("stod", "belopp", 2024, "0.4", None),
    ("samspel", "antal", 2023, "39", None),
    ("samspel", "antal", 2024, "22", None),
)


def observed(
    name: str, measure: str, year: int, area: str, amount: str, base: int | None = None, status: Status = Status.DEFINITIVE
) -> Observation:
    source = CATALOGUE.indicators[name].source
    origin = Origin(1, source, "2025-09-03" if source == "bisnis" else "2025-07", "2025-09-15", NOWHERE)
    return Observation(FactKey(name, measure, year, area), Decimal(amount), status, "", base, None, "", origin)


def _later(name: str, measure: str) -> Observation:
    origin = Origin(1, "scb", "2025-07", "2025-09-15", NOWHERE)
    return Observation(FactKey(name, measure, 2025, COUNTY), None, Status.NOT_YET, "", None, 2026, "", origin)


FACTS = (
    *(
        observed(name, measure, year, area, amount)
        for name, measure, year, amounts in SERIES
        for area, amount in zip((*PLACES, COUNTY), amounts, strict=True)
    ),
    *(observed(name, measure, year, COUNTY, amount, base) for name, measure, year, amount, base in COUNTY_FACTS),
    observed("riket", "andel", 0, "Riket", "9"),
    _later("omsattning", "belopp"),
)
DATASET = Dataset(CATALOGUE, {one.key: one for one in FACTS}, (), "2025-09-15")


def line(text: str, number: int = 1, **known: str | int) -> Line:
    """A typed line of a file."""
    place = Place("a.md", number, 1)
    return Line(text, typed_pieces(text, place), place=place, where=f"rad {number}", **known)  # type: ignore[arg-type]


def subject(*lines: Line, settings: Settings | None = None) -> Subject:
    return Subject(lines, DATASET, 2025, None, settings or Settings())


def found(*texts: str) -> list[Problem]:
    """What is found in some paragraphs."""
    return list(figures(subject(*(line(text, number) for number, text in enumerate(texts, 1)))))


def faults(*texts: str) -> list[tuple[str, str]]:
    """The code and the words of what is wrong in some paragraphs; mere notes left out."""
    return said(found(*texts))


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.code, one.quote) for one in problems if one.severity in (Severity.ERROR, Severity.FLAW)]


def table(caption: str, heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[Line]:
    """A typed table; the first cell of a row is its heading."""
    lines = [_part(caption, "rubrik", 1)]
    lines += [_part(head, "kolumnrubrik", 2, column=number) for number, head in enumerate(heads, 1)]
    for number, (name, *cells) in enumerate(rows, 3):
        lines.append(_part(name, "radrubrik", number, row=name))
        lines += [_part(cell, "cell", number, row=name, column=at, head=heads[at - 1]) for at, cell in enumerate(cells, 1)]
    return lines


def _part(text: str, part: str, number: int, row: str = "", column: int = 0, head: str = "") -> Line:
    kind = PrintedKind.CELL if part == "cell" else PrintedKind.TABLE_TEXT
    place = Place("a.md", number, 1)
    return Line(
        text,
        typed_pieces(text, place),
        kind,
        "tabell 1",
        place=place,
        block="tabell:t",
        part=part,
        row=row,
        column=column,
        head=head,
    )


def in_table(caption: str, heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """What is wrong in a typed table."""
    return said(list(figures(subject(*table(caption, heads, *rows)))))
