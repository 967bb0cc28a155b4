"""Texts that nobody means to write: the rules of figures read them to the end, and in time."""

from dataclasses import replace

import pytest

from rapportbyggare.checks.changes_near import is_change
from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.reading import read
from tests.unit.checks.figure_samples import PLACES, faults, line, subject


@pytest.mark.parametrize(
    "text",
    (
        "I tıo kommuner, och i ungefär fıemtio tıo av dem, ökade antalet KKB-företag.",
        "Det fanns ſextio KKB-företag, och etthundraſextio\u212a i tio.",
        "Två ſjundedelar av KKB-företagen finns i Berg, och vart ſjätte aktivt företag i Berg är ett KKB-företag.",
        "Berg har ſex gånger så många KKB-företag som Åre.",
        "Flest KKB-företag har Åre: Berg är på förſta plats.",
        "Två svagheter finns. För det förſta är den liten. För det andra är den kort.",
    ),
)
def test_letters_that_a_pattern_takes_for_others_stop_no_rule(text: str) -> None:
    assert isinstance(faults(text), list)


@pytest.mark.parametrize("digits", (5000, 1_100_000))
def test_a_number_too_long_for_any_fact_measures_nothing(digits: int) -> None:
    assert faults(f"I juli 2025 fanns {'9' * digits} KKB-företag i Krokom, 12 företag ({'9' * digits} + 3).") == []


def test_a_row_of_numbers_without_end_is_cut_and_none_is_lost() -> None:
    sentences = read(subject(line("Antalet: " + "5 eller " * 1200 + "6 procent."))).sentences
    assert max(len(one.numbers) for one in sentences) <= 60 and sum(len(one.numbers) for one in sentences) == 1201
    assert not is_change(sentences[-1], sentences[-1].numbers[-1])


def test_where_there_is_one_municipality_nobody_is_second() -> None:
    whole = subject(line("Näst störst är minskningen av antalet KKB-företag i Krokom mellan 2024 och 2025."))
    areas = {name: area for name, area in whole.dataset.catalogue.areas.items() if name not in PLACES or name == "Krokom"}
    alone = replace(whole, dataset=replace(whole.dataset, catalogue=whole.dataset.catalogue._replace(areas=areas)))
    assert [one.code for one in figures(alone) if one.code == "rang-avviker"] == []
