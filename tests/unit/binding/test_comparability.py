"""Comparisons that need a reservation, and the reservation."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.problem import Problem
from tests.small import COUNTY, DATASET, SPACE, bound, observed
from tests.unit.diff.twice import altered
from tests.wording import outline

Facts = dict[FactKey, dict[str, Any]]
OLD, NEW = (FactKey("foretag", "antal", year, COUNTY) for year in (2024, 2025))
BERG = FactKey("foretag", "antal", 2025, "Berg")
PRELIMINARY = {"status": Status.PRELIMINARY}
DOWN = "{{ riktning(foretag(ar), foretag(ar - 1)) }}\n"


def unlike(one: str, *others: str) -> Dataset:
    indicators = dict(DATASET.catalogue.indicators)
    indicators[one] = indicators[one]._replace(unlike=others)
    return replace(DATASET, catalogue=DATASET.catalogue._replace(indicators=indicators))


def told(text: str, dataset: Dataset = DATASET) -> list[str]:
    return [said(problem) for problem in bound(text, dataset=dataset)[1]]


def said(problem: Problem) -> str:
    assert problem.code == "osaker-jamforelse"
    return problem.message.replace(SPACE, " ").removeprefix("Jämförelsen är osäker: ")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({NEW: PRELIMINARY}, "uppgiften för 2025 är preliminär."),
        ({NEW: {**PRELIMINARY, "base": 5}}, "uppgiften för 2025 är preliminär och bygger på 5 enheter."),
        ({OLD: PRELIMINARY}, "uppgiften för 2024 är preliminär."),
        (
            {NEW: {**PRELIMINARY, "base": 5}, OLD: {**PRELIMINARY, "base": 8}},
            "uppgifterna är preliminära och bygger på 5 enheter för 2025 och 8 för 2024.",
        ),
        (
            {NEW: {"period": "januari–juni 2025"}, OLD: {"period": "2024"}},
            "uppgifterna gäller olika långa perioder, januari–juni 2025 och 2024.",
        ),
        ({NEW: {"period": "2025"}}, "uppgifterna gäller olika långa perioder, 2025 och juli 2024."),
    ],
)
def test_what_makes_a_comparison_uncertain(facts: Facts, reason: str) -> None:
    assert told(DOWN, altered(facts)) == [reason]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {NEW: {"base": 5}, OLD: {"base": 8}},
        {NEW: PRELIMINARY, OLD: PRELIMINARY},
        {NEW: {**PRELIMINARY, "base": 5}, OLD: {**PRELIMINARY, "base": 5}},
        {NEW: {"period": "november 2025"}},
        {NEW: {"period": "hösten 2025"}},
    ],
)
def test_what_can_be_compared(facts: Facts) -> None:
    assert told(DOWN, altered(facts)) == []


def test_places_of_one_year_have_their_own_numbers_of_units() -> None:
    facts: Facts = {NEW: {**PRELIMINARY, "base": 335}, BERG: {**PRELIMINARY, "base": 5}}
    assert told("{{ skillnad(foretag(), foretag(ar, 'Berg')) }}\n", altered(facts)) == []
    (reason,) = told("{{ skillnad(foretag(), foretag(ar, 'Berg')) }}\n", altered({BERG: {**PRELIMINARY, "base": 5}}))
    assert reason == "den ena uppgiften är preliminär och bygger på 5 enheter."


def test_indicators_of_different_definitions() -> None:
    text = "{{ skillnad(andel_kkb(), riksandel(plats='Riket')) }}\n"
    reason = "”Andel” och ”Andel” är inte avgränsade på samma sätt."
    assert told(text) == []
    assert told(text, unlike("andel_kkb", "riksandel")) == told(text, unlike("riksandel", "andel_kkb")) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "{{ andel(foretag(), foretag(2024)) }}\n",
        "{{ andel(foretag(), foretag(2024)) | utan_not }}\n",
        "{{ foretag() / foretag(2024) }}\n",
        "{{ foretag() * 100 / foretag(2024) }}\n",
        "{{ andel(foretag(), foretag(2024, 'Åre')) }}\n",
    ],
)
def test_a_share_of_another_year_is_a_comparison(text: str) -> None:
    assert told(text, altered({NEW: PRELIMINARY})) == ["uppgiften för 2025 är preliminär."]
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["{{ andel(andel_kkb(), riksandel(plats='Riket')) }}\n", "{{ andel_kkb() / riksandel(plats='Riket') }}\n"]
)
def test_a_share_of_another_definition_is_a_comparison(text: str) -> None:
    assert told(text) == []
    assert told(text, unlike("andel_kkb", "riksandel")) == ["”Andel” och ”Andel” är inte avgränsade på samma sätt."]


def test_a_share_can_be_reserved() -> None:
    document, problems = bound("{{ andel(foretag(), foretag(2024), forbehall=true) }}\n", dataset=altered({NEW: PRELIMINARY}))
    assert problems == ()
    assert outline(document).splitlines() == [
        "stycke: ‹99,5 %›[^1]",
        "not 1: Jämförelsen är osäker: uppgiften för 2025 är preliminär.",
    ]


def test_a_sum_hands_on_its_status() -> None:
    text = "{{ skillnad(summa(foretag(ar, 'Berg'), foretag(ar, 'Åre')), summa(foretag(2024, 'Berg'), foretag(2024, 'Åre'))) }}\n"
    assert told(text, altered({BERG: PRELIMINARY})) == ["uppgiften för 2025 är preliminär."]


def test_what_is_computed_from_an_uncertain_comparison_is_uncertain() -> None:
    text = "{{ summa(skillnad(foretag(), foretag(2024)), foretag()) }} {{ skillnad(foretag(), foretag(2024)) * 2 }}\n"
    assert len(told(text, altered({NEW: PRELIMINARY}))) == 2


def test_two_fewer_of_a_place_than_of_another_is_no_comparison_with_itself() -> None:
    assert told("{{ skillnad(foretag(), foretag()) }}\n", altered({NEW: PRELIMINARY})) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ okade(foretag, ar, ar - 1) | uppraknat }}\n",
        "{{ antal_i(minskade(foretag, ar, ar - 1)) }}\n",
        "{{ antal_i(minskade(foretag, ar, ar - 1)) | ord | stor }}\n",
        "{% for k in okade(foretag, ar, ar - 1) %}\n- {{ k }}\n{% endfor %}\n",
        "{% for k in okade(foretag, ar, ar - 1) %}\n- {{ foretag(ar, k) }}\n{% endfor %}\n",
        "{{ 'Berg' | galler('Berg' in okade(foretag, ar, ar - 1)) }}\n",
        "{{ 'några' | galler(okade(foretag, ar, ar - 1)) }}\n",
    ],
)
def test_lists_of_who_rose(text: str) -> None:
    assert told(text, altered({BERG: PRELIMINARY})) == ["uppgiften för 2025 är preliminär."]


def test_a_loop_over_who_rose_brings_the_reservation_with_each_name() -> None:
    text = "{% for k in okade(foretag, ar, ar - 1, forbehall=true) %}\n- I {{ k }} steg det.\n{% endfor %}\n"
    document, problems = bound(text, dataset=altered({BERG: {**PRELIMINARY, "base": 5}}))
    assert problems == ()
    assert outline(document).splitlines() == [
        "punkt",
        "  stycke: I ‹Berg›[^1] steg det.",
        "not 1: Jämförelsen är osäker: uppgiften för 2025 är preliminär och bygger på ‹5› enheter.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{% if foretag(ar) > foretag(ar - 1) %}\nFler.\n{% endif %}\nOrd.\n",
        "{{ 'fler' if foretag(ar) > foretag(ar - 1) else 'färre' }}\n",
        "{{ 'fler' if okade(foretag, ar, ar - 1) else 'färre' }}\n",
        "{{ 'fler' if skillnad(foretag(), foretag(ar - 1)) > 0 else 'färre' }}\n",
        "{{ andel(foretag(ar, 'Berg'), foretag(ar)) }}\n",
        "{{ foretag(ar, 'Berg') / foretag(ar) }}\n",
        "{{ andel(besok(2025), foretag(2025)) }}\n",
        "{{ andel(foretag(2024), summa(foretag(2024), foretag(2025))) }}\n",
        "{{ foretag(ar) }} och {{ foretag(ar - 1) }}\n",
    ],
)
def test_what_only_chooses_or_shows_needs_no_reservation(text: str) -> None:
    assert told(text, altered({NEW: PRELIMINARY, BERG: PRELIMINARY})) == []


def test_a_reservation_goes_when_the_figure_turns_definitive() -> None:
    text = DOWN.replace("))", "), forbehall=true)", 1)
    before, after = (bound(text, dataset=dataset) for dataset in (altered({NEW: PRELIMINARY}), DATASET))
    assert (len(before[0].notes), before[1]) == (1, ())
    assert (len(after[0].notes), after[1]) == (0, ())


def test_each_sentence_says_it_once() -> None:
    call = "riktning(foretag(), foretag(ar - 1), forbehall=true)"
    text = f"Det {{{{ {call} }}}} och {{{{ {call} }}}}. *Det {{{{ {call} }}}}.* Enligt bl.a. SCB {{{{ {call} }}}} det.\n"
    document, _ = bound(text, dataset=altered({NEW: PRELIMINARY}))
    (line, *_) = outline(document).splitlines()
    assert line == "stycke: Det ‹minskade›[^1] och ‹minskade›. *Det ‹minskade›[^1=].* Enligt bl.a. SCB ‹minskade›[^1=] det."


def test_a_reservation_where_none_can_stand_must_stand_elsewhere() -> None:
    call = "riktning(foretag(), foretag(ar - 1), forbehall=true)"
    dataset, final = altered({NEW: PRELIMINARY}), DocumentStatus.PROPOSAL
    (problem,) = bound(f"# Det {{{{ {call} }}}}\n", dataset=dataset, status=final)[1]
    assert (problem.code, "osäker" in problem.message) == ("preliminar-utan-not", True)
    assert bound(f"# Det {{{{ {call} }}}}\n\nDet {{{{ {call} }}}}.\n", dataset=dataset, status=final)[1] == ()


def test_words_of_many_preliminary_figures_bring_the_bare_note() -> None:
    dataset = replace(DATASET, observations={**DATASET.observations, **some_preliminary()})
    document, _ = bound(
        "Flest har {{ storst(foretag, ar) }}, Åre är {{ rang(foretag, ar, 'Åre') | rangord }}.\n", dataset=dataset
    )
    assert outline(document).splitlines() == [
        "stycke: Flest har ‹Östersund›[^1], Åre är ‹tredje störst›.",
        "not 1: Preliminär uppgift.",
    ]


@pytest.mark.parametrize(
    ("tied", "names", "all_of_them"),
    [(("Berg", "Åre"), "Berg och Åre", "båda"), (("Berg", "Åre", "Östersund"), "Berg, Åre och Östersund", "alla")],
)
def test_those_that_share_a_place_are_listed(tied: tuple[str, ...], names: str, all_of_them: str) -> None:
    facts = [observed("foretag", "antal", 2025, area, "9000") for area in tied]
    dataset = replace(DATASET, observations={**DATASET.observations, **{one.key: one for one in facts}})
    (problem,) = bound("{{ storst(foretag, ar) }}\n", dataset=dataset)[1]
    assert problem.code == "delad-placering"
    assert problem.message == f"{names} har samma värde, så storst kan inte välja en av dem."
    assert problem.remedy == f"Skriv meningen så att den nämner {all_of_them}."


def some_preliminary() -> dict[FactKey, Any]:
    found = [
        observed("foretag", "antal", 2025, area, str(Decimal(n)), Status.PRELIMINARY) for area, n in (("Berg", 72), ("Åre", 18))
    ]
    return {one.key: one for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Antalet {{ [riktning(foretag(ar), foretag(ar - 1)), 'så'] | uppraknat }}.\n",
        "{{ 'Så' | galler('minskade' in [riktning(foretag(ar), foretag(ar - 1))]) }} är det.\n",
        "{{ 'Så' | galler([skillnad(foretag(ar), foretag(ar - 1))]) }} är det.\n",
    ],
)
def test_an_uncertain_comparison_in_a_list_that_is_written_out(text: str) -> None:
    assert told(text, altered({NEW: PRELIMINARY})) == ["uppgiften för 2025 är preliminär."]
    document, problems = bound(text.replace("1))", "1), forbehall=true)"), dataset=altered({NEW: PRELIMINARY}))
    assert problems == () and "not 1: Jämförelsen är osäker" in outline(document)


def test_a_list_that_is_turned_tells_once_of_its_members() -> None:
    turned = "{% for word in [riktning(foretag(ar), foretag(ar - 1))] %}\nAntalet {{ word }}.\n\n{% endfor %}\n"
    assert len(told(turned, altered({NEW: PRELIMINARY}))) == 1
