"""A small report for tests: three municipalities, a few indicators, every status there is."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from rapportbyggare.binding.bind import Draft, bind
from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import Scope, scope_of
from rapportbyggare.binding.things import Fault, Thing
from rapportbyggare.core.dataset import Area, Catalogue, Dataset, Indicator, Measure, Source, StatusWords
from rapportbyggare.core.derivation import Break, Derivation, DerivationKind, Part
from rapportbyggare.core.document import Document, Edition
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.problem import Problem, in_order
from rapportbyggare.reading.charts import read_charts
from rapportbyggare.reading.sections import parse_section
from rapportbyggare.reading.tables import read_tables

FILE = "sections/a.md"
COUNTY = "Jämtlands län"
PLACES = ("Berg", "Åre", "Östersund")
EDITION = Edition("2025-09-15", "f" * 64, ((1, "SCB"),))
SPACE = "\u00a0"

PER_COMPANY = (
    Measure(
        "belopp",
        "belopp",
        Unit.KRONOR,
        0,
        derived=Derivation(DerivationKind.RATIO, (Part("omsattning", "belopp"), Part("omsattning", "bolag"))),
    ),
)
VISITS = (
    Measure("antal", "antal", Unit.COUNT, 0),
    Measure(
        "andel",
        "per företag",
        Unit.PERCENT,
        1,
        derived=Derivation(DerivationKind.SHARE, (Part("besok", "antal"), Part("foretag", ""))),
    ),
    Measure("tillvaxt", "förändring", Unit.PERCENT, 1, derived=Derivation(DerivationKind.CHANGE, (Part("besok", "antal"),))),
)
BREAKS = (Break(2025, "Besöken räknas på ett annat sätt från 2025."),)

CATALOGUE = Catalogue(
    indicators={
        indicator.name: indicator
        for indicator in (
            Indicator("foretag", "Företag", "", "scb", "juli {ar}", (Measure("antal", "antal", Unit.COUNT, 0),), False, NOWHERE),
            Indicator(
                "andel_kkb", "Andel", "", "scb", "juli {ar}", (Measure("andel", "andel", Unit.PERCENT, 1),), False, NOWHERE
            ),
            Indicator(
                "omsattning",
                "Omsättning",
                "",
                "bisnis",
                "räkenskapsåret {ar}",
                (Measure("belopp", "belopp", Unit.KRONOR, 0), Measure("bolag", "bolag", Unit.PIECES, 0)),
                False,
                NOWHERE,
            ),
            Indicator("stod", "Stöd", "", "egen", "{ar}", (Measure("antal", "antal", Unit.PIECES, 0),), False, NOWHERE),
            Indicator("per_bolag", "Omsättning per bolag", "", "bisnis", "räkenskapsåret {ar}", PER_COMPANY, False, NOWHERE),
            Indicator("besok", "Besök", "", "egen", "{ar}", VISITS, False, NOWHERE, BREAKS),
            Indicator("riksandel", "Andel", "", "egen", "", (Measure("andel", "andel", Unit.PERCENT, 0),), True, NOWHERE),
        )
    },
    sources={
        "scb": Source("scb", "SCB", "Preliminär uppgift vid uttaget {uttag}."),
        "bisnis": Source("bisnis", "Bisnis Analys", "Preliminär uppgift. {antal} bolag vid uttaget {uttag}.", "bolag"),
        "egen": Source("egen", "Egen statistik", ""),
    },
    areas={
        name: Area(str(code), name, level)
        for code, name, level in (
            (1, COUNTY, "län"),
            (2, "Berg", "kommun"),
            (3, "Åre", "kommun"),
            (4, "Östersund", "kommun"),
            (5, "Riket", "riket"),
        )
    },
    statuses={
        Status.MISSING: StatusWords("Ingen statistik", "..", "uppgift saknas"),
        Status.NOT_YET: StatusWords("Mäts {ar}", "m", "mäts senare"),
        Status.IMPOSSIBLE: StatusWords("Inte aktuellt", ".", "uppgift kan inte förekomma"),
        Status.CONFIDENTIAL: StatusWords("Sekretess", "x", "sekretessbelagd"),
        Status.PRELIMINARY: StatusWords("preliminär", "p", "preliminär uppgift"),
    },
)
AMOUNTS: tuple[tuple[str, str, int, tuple[str, str, str, str]], ...] = (
    ("foretag", "antal", 2023, ("71", "20", "1300", "1391")),
    ("foretag", "antal", 2024, ("71", "18", "1310", "1399")),
    ("foretag", "antal", 2025, ("72", "18", "1302", "1392")),
    ("andel_kkb", "andel", 2023, ("5", "7", "7", "6.5")),
    ("andel_kkb", "andel", 2024, ("4.25", "7.35", "5.35", "5.25")),
    ("andel_kkb", "andel", 2025, ("4.35", "7.35", "5.25", "5.05")),
)
VISITORS: tuple[tuple[int, tuple[str, str, str]], ...] = (
    (2023, ("10", "20", "70")),
    (2024, ("12", "18", "90")),
    (2025, ("30", "9", "111")),
)
EXTRACTS = {"scb": "2025-07", "bisnis": "2025-09-03", "egen": "2025-09"}


def observed(
    indicator: str, measure: str, year: int, area: str, amount: str, status: Status = Status.DEFINITIVE, base: int | None = None
) -> Observation:
    source = CATALOGUE.indicators[indicator].source
    number = list(CATALOGUE.sources).index(source) + 1
    origin = Origin(number, source, EXTRACTS[source], "2025-09-15", NOWHERE)
    measured = 2026 if status is Status.NOT_YET else None
    key = FactKey(indicator, measure, year, area)
    return Observation(key, Decimal(amount) if amount else None, status, "", base, measured, "", origin)


def _observations() -> Iterator[Observation]:
    for indicator, measure, year, amounts in AMOUNTS:
        for area, amount in zip((*PLACES, COUNTY), amounts, strict=True):
            yield observed(indicator, measure, year, area, amount)
    for year, visits in VISITORS:
        for area, amount in zip((*PLACES, COUNTY), (*visits, str(sum(map(int, visits)))), strict=True):
            yield observed("besok", "antal", year, area, amount)
    yield observed("omsattning", "belopp", 2023, COUNTY, "1234567890")
    yield observed("omsattning", "belopp", 2024, COUNTY, "830499999.5", Status.PRELIMINARY, 335)
    yield observed("omsattning", "bolag", 2023, COUNTY, "8")
    yield observed("omsattning", "bolag", 2024, COUNTY, "1", Status.PRELIMINARY)
    yield observed("stod", "antal", 2021, COUNTY, "0")
    yield observed("stod", "antal", 2022, COUNTY, "", Status.MISSING)
    yield observed("stod", "antal", 2023, COUNTY, "", Status.CONFIDENTIAL)
    yield observed("stod", "antal", 2024, COUNTY, "", Status.IMPOSSIBLE)
    yield observed("stod", "antal", 2025, COUNTY, "", Status.NOT_YET)
    yield observed("riksandel", "andel", 0, "Riket", "7")


DATASET = Dataset(CATALOGUE, {one.key: one for one in _observations()}, (), "2025-09-15")


def manifest(year: int = 2025, status: DocumentStatus = DocumentStatus.DRAFT) -> Manifest:
    return Manifest(
        title="Uppföljning",
        kind="Uppföljningsrapport",
        organisation="Region Jämtland Härjedalen",
        committee="regionala utvecklingsnämnden",
        decision_date="",
        paragraph="",
        registry_numbers=("RUN/1/2025", "RUN/2/2025"),
        plan="Plan",
        plan_period="2023–2027",
        contact="",
        language="sv-SE",
        status=status,
        year=year,
        subject="",
        keywords=(),
        contents=True,
        sections=(),
        file_name="uppfoljning",
        template="",
    )


def scope(year: int = 2025) -> Scope:
    return scope_of(DATASET, manifest(year), SPACE)


def value(source: str) -> Thing:
    """What an expression evaluates to."""
    return evaluate(source, scope())


def shown(source: str) -> str:
    """What an expression prints, with plain spaces."""
    return printed(value(source), scope()).text.replace(SPACE, " ")


def fault(source: str) -> Fault:
    """The fault of an expression that has no value."""
    try:
        shown(source)
    except Fault as found:
        return found
    raise AssertionError(f"{source} has a value")


def bound(
    *sections: str, project: Path | None = None, status: DocumentStatus = DocumentStatus.DRAFT, dataset: Dataset = DATASET
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of some sections (a.md, b.md …), with the specifications in `project`, and all problems in order."""
    parsed = [parse_section(text, f"sections/{chr(97 + n)}.md") for n, text in enumerate(sections)]
    problems = [problem for _, found in parsed for problem in found]
    tables, of_tables = read_tables(project) if project and (project / "report/tabeller.toml").exists() else ({}, ())
    charts, of_charts = read_charts(project) if project else ({}, ())
    draft = Draft(manifest(status=status), tuple(section for section, _ in parsed), tables, charts)
    document, of_binding = bind(draft, dataset, EDITION, SPACE)
    return document, in_order((*problems, *of_tables, *of_charts, *of_binding))


def write(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
