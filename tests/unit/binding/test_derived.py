from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rapportbyggare.binding.derived_words import derivation_words
from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import scope_of
from rapportbyggare.binding.things import Fault
from rapportbyggare.binding.vocabulary import vocabulary
from rapportbyggare.core.dataset import Dataset, Indicator, Measure
from rapportbyggare.core.derivation import Derivation, DerivationKind, Part
from rapportbyggare.core.figure import FactKey, Figure, Observation, Status, Unit
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.plain import plain
from rapportbyggare.core.walk import all_blocks, own_texts, values_in
from tests.small import CATALOGUE, COUNTY, DATASET, PLACES, SPACE, bound, manifest, observed, shown, value, write

VISITS, COMPANIES = Part("besok", "antal"), Part("foretag", "antal")


def figure(source: str, dataset: Dataset = DATASET) -> Figure:
    found = evaluate(source, scope_of(dataset, manifest(), SPACE))
    assert isinstance(found, Figure)
    return found


def catalogued(kind: DerivationKind, *parts: Part, reserved: bool = False, step: int = 1, base_year: int = 0) -> Dataset:
    """The small dataset where the indicator `ny` is derived so."""
    rule = Derivation(kind, parts, step, base_year, reserved=reserved)
    own = Indicator("ny", "Ny", "", "egen", "{ar}", (Measure("m", "m", Unit.COUNT, 1, derived=rule),), False, NOWHERE)
    catalogue = CATALOGUE._replace(indicators={**CATALOGUE.indicators, "ny": own})
    return replace(DATASET, catalogue=catalogue)


def with_facts(dataset: Dataset, *facts: Observation, without: tuple[FactKey, ...] = ()) -> Dataset:
    kept = {key: one for key, one in dataset.observations.items() if key not in without}
    return replace(dataset, observations={**kept, **{one.key: one for one in facts}})


@pytest.mark.parametrize(
    ("kind", "parts", "more", "amount"),
    [
        (DerivationKind.RATIO, (VISITS, COMPANIES), {}, Decimal(120) / 1399),
        (DerivationKind.SHARE, (VISITS, COMPANIES), {}, Decimal(12000) / 1399),
        (DerivationKind.SUM, (VISITS, COMPANIES, VISITS), {}, Decimal(120 + 1399 + 120)),
        (DerivationKind.DIFFERENCE, (VISITS, COMPANIES), {}, Decimal(120 - 1399)),
        (DerivationKind.CHANGE, (COMPANIES,), {"step": 1}, Decimal(139900) / 1391 - 100),
        (DerivationKind.INDEX, (COMPANIES,), {"base_year": 2023}, Decimal(139900) / 1391),
    ],
)
def test_amounts_are_of_unrounded_parts(
    kind: DerivationKind, parts: tuple[Part, ...], more: dict[str, Any], amount: Decimal
) -> None:
    found = figure("ny(2024)", catalogued(kind, *parts, **more))
    assert found.amount is not None and abs(found.amount - amount) < Decimal("1e-20")


def test_a_derived_figure_brings_what_its_parts_have() -> None:
    found = figure("per_bolag(2024)")
    assert found.amount == Decimal("830499999.5") and found.status is Status.PRELIMINARY
    assert found.key == FactKey("per_bolag", "belopp", 2024, COUNTY)
    assert found.facts == (FactKey("omsattning", "belopp", 2024, COUNTY), FactKey("omsattning", "bolag", 2024, COUNTY))
    assert found.period == "räkenskapsåret 2024"
    assert [origin.source for origin in found.origins] == ["bisnis"]
    assert shown("kalla(per_bolag(2024))") == "Bisnis Analys"


@pytest.mark.parametrize(("one", "other", "least"), [(335, 300, 300), (335, None, 335), (None, None, None)])
def test_the_base_is_the_smallest(one: int | None, other: int | None, least: int | None) -> None:
    parts = (
        observed("omsattning", "belopp", 2024, COUNTY, "10", base=one),
        observed("omsattning", "bolag", 2024, COUNTY, "5", base=other),
    )
    assert figure("per_bolag(2024)", with_facts(DATASET, *parts)).base == least


LACKING = [Status.CONFIDENTIAL, Status.MISSING, Status.NOT_YET, Status.IMPOSSIBLE]


@pytest.mark.parametrize("status", LACKING)
def test_a_part_without_amount_gives_its_status(status: Status) -> None:
    found = figure("per_bolag(2024)", with_facts(DATASET, observed("omsattning", "bolag", 2024, COUNTY, "", status)))
    assert (found.amount, found.status, found.base) == (None, status, None)
    assert found.facts == (FactKey("omsattning", "bolag", 2024, COUNTY),)
    assert found.measured == (2026 if status is Status.NOT_YET else None)


@pytest.mark.parametrize("number", range(len(LACKING) - 1))
def test_of_two_missing_parts_the_one_that_says_most_decides(number: int) -> None:
    stronger, weaker = LACKING[number : number + 2]
    parts = (
        observed("omsattning", "belopp", 2024, COUNTY, "", weaker),
        observed("omsattning", "bolag", 2024, COUNTY, "", stronger),
    )
    assert figure("per_bolag(2024)", with_facts(DATASET, *parts)).status is stronger


def test_a_part_that_is_nowhere_is_named() -> None:
    with pytest.raises(Fault, match=r"omsattning\(2019, 'Jämtlands län', matt='belopp'\)"):
        printed(figure("per_bolag(2019)"), scope_of(DATASET, manifest(), SPACE))


def test_nothing_to_divide_by_cannot_occur() -> None:
    dataset = with_facts(DATASET, observed("omsattning", "bolag", 2024, COUNTY, "0"))
    found = figure("per_bolag(2024)", dataset)
    assert (found.amount, found.status) == (None, Status.IMPOSSIBLE)
    with pytest.raises(Fault, match="Nämnaren är noll"):
        printed(found, scope_of(dataset, manifest(), SPACE))


def county_facts(*indicators: str) -> tuple[FactKey, ...]:
    return tuple(key for key in DATASET.observations if key.indicator in indicators and key.area == COUNTY)


def test_a_county_without_facts_of_its_own_is_the_ratio_of_the_sums() -> None:
    dataset = with_facts(DATASET, without=county_facts("besok", "foretag"))
    found = figure("besok(2025, matt='andel')", dataset)
    assert found.amount == Decimal((30 + 9 + 111) * 100) / (72 + 18 + 1302)
    assert len(found.facts) == 2 * len(PLACES)


def test_a_countys_own_fact_comes_before_the_sum() -> None:
    dataset = with_facts(DATASET, observed("foretag", "antal", 2025, COUNTY, "1500"))
    assert figure("besok(2025, matt='andel')", dataset).amount == Decimal(15000) / 1500


def test_a_sum_lacks_what_a_municipality_lacks() -> None:
    gone = FactKey("besok", "antal", 2025, "Berg")
    dataset = with_facts(DATASET, without=(*county_facts("besok"), gone))
    assert figure("besok(2025, matt='andel')", dataset).amount is None


def test_the_base_of_a_countys_sum_is_the_sum_of_the_bases() -> None:
    local = [observed("besok", "antal", 2025, area, "10", base=4) for area in PLACES]
    dataset = with_facts(DATASET, *local, without=county_facts("besok"))
    assert figure("besok(2025, matt='andel')", dataset).base == 12


def test_shares_are_never_summed_for_the_county() -> None:
    dataset = with_facts(
        catalogued(DerivationKind.INDEX, Part("andel_kkb", "andel"), base_year=2023), without=county_facts("andel_kkb")
    )
    assert figure("ny(2024)", dataset).amount is None


def test_derived_of_derived() -> None:
    dataset = catalogued(DerivationKind.CHANGE, Part("besok", "andel"))
    expected = (Decimal(12000) / 1399) / (Decimal(10000) / 1391) * 100 - 100
    found = figure("ny(2024)", dataset).amount
    assert found is not None and abs(found - expected) < Decimal("1e-20")


@pytest.mark.parametrize("part", [Part("ny", "m"), Part("okand", "x"), Part("foretag", "okant")])
def test_what_the_catalogue_says_wrongly_is_a_fault_and_no_endless_search(part: Part) -> None:
    with pytest.raises(Fault) as found:
        figure("ny(2024)", catalogued(DerivationKind.SUM, part, part))
    assert found.value.code == "fel-harledning"


def test_derived_figures_are_compared_as_others() -> None:
    assert shown("storst(besok, 2024, matt='andel')") == "Åre"
    assert shown("rang(besok, 2024, 'Berg', matt='andel') | rangord") == "näst störst"
    assert shown("okade(besok, 2024, 2023, matt='andel') | uppraknat") == "Berg och Östersund"
    assert shown("riktning(besok(2024, matt='andel'), besok(2023, matt='andel'))") == "ökade"
    assert shown("summa(per_bolag(2023), per_bolag(2023)) | mnkr") == "309 mnkr"


def test_in_a_derived_sum_what_cannot_occur_counts_as_nothing() -> None:
    dataset = catalogued(DerivationKind.SUM, VISITS, Part("stod", "antal"))
    assert figure("ny(2024)", dataset).amount == 120
    gone = with_facts(dataset, observed("besok", "antal", 2024, COUNTY, "", Status.IMPOSSIBLE))
    assert figure("ny(2024)", gone).status is Status.IMPOSSIBLE


def test_a_change_before_the_break_has_a_value_and_one_across_cannot_occur() -> None:
    assert shown("besok(2024, matt='tillvaxt')") == "20,0 %"
    across = value("besok(2025, matt='tillvaxt')")
    assert isinstance(across, Figure) and (across.amount, across.status) == (None, Status.IMPOSSIBLE)
    assert {fact.year for fact in across.facts} == {2024, 2025}
    with pytest.raises(Fault) as found:
        shown("besok(2025, matt='tillvaxt')")
    assert found.value.code == "over-brott" and "forandring(ny, gammal, over_brott=true)" in found.value.remedy


def test_the_preliminary_note_is_of_the_parts(tmp_path: Path) -> None:
    parts = (
        observed("omsattning", "belopp", 2024, COUNTY, "800", Status.PRELIMINARY, 335),
        observed("omsattning", "bolag", 2024, COUNTY, "8", Status.PRELIMINARY, 335),
    )
    document, problems = bound("{{ per_bolag(2024) }} {{ omsattning(2024) }}\n", dataset=with_facts(DATASET, *parts))
    assert problems == () and [plain(note.content) for note in document.notes] == [
        "Preliminär uppgift. 335 bolag vid uttaget 2025-09-03."
    ]


def test_tables_total_and_charts_take_derived_figures(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    write(tmp_path, "figures/d.toml", CHART)
    document, problems = bound("{% tabell t %}\n\n{% diagram d %}\n", project=tmp_path)
    assert problems == ()
    printed_values = [
        value for block in all_blocks(document.sections[0].blocks) for text in own_texts(block) for value in values_in(text)
    ]
    figures = [value for value in printed_values if value.figure is not None]
    assert [value.text.replace(SPACE, " ") for value in figures] == ["16,9 %", "100,0 %", "6,9 %", "123,8 %"]
    assert all(value.figure and len(value.figure.facts) == 2 for value in figures[:-1])


TABLE = """format = 1
[[tabell]]
id = "t"
rubrik = "R"
kalla = "K"
horn = "H"
kolumner = ["2024"]
kolumnrubrik = "{{ kol }}"
[[tabell.rad]]
for = "kommuner"
rubrik = "{{ rad }}"
cell = ["{{ besok(kol, rad, matt='andel') }}"]
[[tabell.rad]]
rubrik = "Summa"
summa = true
"""
CHART = """format = 1
typ = "staplar"
rubrik = "R"
kalla = "K"
kategorier = "kommuner"
serier = "[2024]"
varde = "besok(serie, kategori, matt='andel')"
axel = "Procent"
tabell = "t"
"""


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Derivation(DerivationKind.RATIO, (VISITS, COMPANIES)), "besok.antal delat med foretag.antal"),
        (Derivation(DerivationKind.SHARE, (VISITS, Part("foretag", ""))), "besok.antal i procent av foretag"),
        (Derivation(DerivationKind.CHANGE, (VISITS,)), "förändringen av besok.antal från året före"),
        (Derivation(DerivationKind.CHANGE, (VISITS,), step=2), "förändringen av besok.antal från 2 år före"),
        (Derivation(DerivationKind.INDEX, (VISITS,), base_year=2020), "index för besok.antal där 2020 är 100"),
        (Derivation(DerivationKind.SUM, (VISITS, COMPANIES, VISITS)), "besok.antal plus foretag.antal plus besok.antal"),
        (Derivation(DerivationKind.DIFFERENCE, (VISITS, COMPANIES)), "besok.antal minus foretag.antal"),
    ],
)
def test_how_a_measure_is_computed_in_words(rule: Derivation, words: str) -> None:
    assert derivation_words(rule) == words


def entries(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    for entry in vocabulary(dataset, manifest(), SPACE):
        yield entry.usage, entry.meaning, f"{entry.example} {entry.result}".replace(SPACE, " ")


def test_the_vocabulary_tells_how_and_shows_a_value() -> None:
    usage = "per_bolag(ar, plats, matt)"
    (found,) = [entry for entry in entries(DATASET) if entry[0] == usage]
    assert found[1] == "Omsättning per bolag (mått: 'belopp', omsattning.belopp delat med omsattning.bolag)"
    assert found[2] == "{{ per_bolag(2024) }} 830 500 000 kr"
