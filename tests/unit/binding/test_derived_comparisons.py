"""Derived measures that compare: over time, or what is not to be compared."""

from dataclasses import replace

import pytest

from rapportbyggare.core.derivation import DerivationKind, Part
from rapportbyggare.core.figure import Status
from rapportbyggare.core.plain import plain
from tests.small import COUNTY, PLACES, SPACE, bound, observed
from tests.unit.binding.test_derived import COMPANIES, VISITS, catalogued, with_facts

TURNOVER = Part("omsattning", "belopp")
WEAK = "Jämförelsen är osäker: uppgiften för 2024 är preliminär och bygger på 335 bolag."


@pytest.mark.parametrize("text", ["{{ ny(2024) }}\n", "{{ ny(2024) | utan_not }}\n", "{{ ny(2024) | belopp | decimaler(0) }}\n"])
@pytest.mark.parametrize("kind", [DerivationKind.CHANGE, DerivationKind.INDEX])
def test_a_derived_comparison_of_preliminary_with_definitive_needs_a_reservation(kind: DerivationKind, text: str) -> None:
    _, problems = bound(text, dataset=catalogued(kind, TURNOVER, base_year=2023))
    assert [(problem.code, problem.message.replace(SPACE, " ")) for problem in problems] == [("osaker-jamforelse", WEAK)]
    assert "forbehall = true i måttets harledd" in problems[0].remedy


@pytest.mark.parametrize("kind", [DerivationKind.CHANGE, DerivationKind.INDEX])
def test_a_derived_comparison_that_the_catalogue_reserves_brings_the_reservation(kind: DerivationKind) -> None:
    document, problems = bound("{{ ny(2024) }}\n", dataset=catalogued(kind, TURNOVER, base_year=2023, reserved=True))
    assert problems == ()
    assert [plain(note.content).replace(SPACE, " ") for note in document.notes] == [WEAK]


@pytest.mark.parametrize("kind", [DerivationKind.RATIO, DerivationKind.SHARE, DerivationKind.SUM])
def test_what_compares_nothing_only_hands_on_that_it_is_preliminary(kind: DerivationKind) -> None:
    document, problems = bound("{{ ny(2024) }}\n", dataset=catalogued(kind, TURNOVER, TURNOVER))
    assert problems == () and [plain(note.content)[:19] for note in document.notes] == ["Preliminär uppgift."]


@pytest.mark.parametrize("kind", [DerivationKind.RATIO, DerivationKind.SHARE, DerivationKind.DIFFERENCE])
def test_parts_that_are_not_to_be_compared(kind: DerivationKind) -> None:
    dataset = catalogued(kind, VISITS, COMPANIES)
    apart = dataset.catalogue.indicators["besok"]._replace(unlike=("foretag",))
    catalogue = dataset.catalogue._replace(indicators={**dataset.catalogue.indicators, "besok": apart})
    assert bound("{{ ny(2024) }}\n", dataset=dataset)[1] == ()
    assert [one.code for one in bound("{{ ny(2024) }}\n", dataset=replace(dataset, catalogue=catalogue))[1]] == [
        "osaker-jamforelse"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "storst(ny, 2025)",
        "rang(ny, 2025, 'Åre')",
        "rang(ny, 2025, 'Åre') | rangord",
        "riktning(ny(2024), ny(2024))",
        "okade(ny, 2025, 2024) | uppraknat",
    ],
)
def test_words_chosen_by_a_derived_comparison_are_as_uncertain(source: str) -> None:
    dataset = catalogued(DerivationKind.CHANGE, COMPANIES)
    weak = [observed("foretag", "antal", 2025, "Berg", "72", Status.PRELIMINARY)]
    weak.append(observed("foretag", "antal", 2024, COUNTY, "1399", Status.PRELIMINARY))
    more = [observed("foretag", "antal", 2022, area, "5") for area in (*PLACES, COUNTY)]
    assert bound(f"{{{{ {source} }}}}\n", dataset=with_facts(dataset, *more))[1] == ()
    problems = bound(f"{{{{ {source} }}}}\n", dataset=with_facts(dataset, *more, *weak))[1]
    assert {problem.code for problem in problems} == {"osaker-jamforelse"}
