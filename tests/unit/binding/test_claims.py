"""Words and passages that are true only while a condition holds, and what they rest on."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.checks.final import escalated
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.core.text import Value
from rapportbyggare.core.walk import all_texts, values_in
from tests.small import COUNTY, DATASET, SPACE, bound

NATION = FactKey("riksandel", "andel", 0, "Riket")
SHARE = FactKey("andel_kkb", "andel", 2025, COUNTY)
LOW = "Andelen är {{ 'låg' | galler(andel_kkb(ar) < riksandel(plats='Riket')) }}.\n"
PASSAGE = "{% pastaende andel_kkb(ar) < riksandel(plats='Riket') %}\nAndelen är låg.\n{% endpastaende %}\n"


def values(text: str) -> list[Value]:
    document, _ = bound(text)
    return [found for words in all_texts(document) for found in values_in(words)]


def behind(value: Value) -> set[FactKey]:
    return {fact for figure in value.facts for fact in figure.facts}


def told(text: str) -> list[str]:
    return [problem.message.replace(SPACE, " ") for problem in bound(text)[1]]


@pytest.mark.parametrize("text", [LOW, PASSAGE])
def test_a_claim_breaks_when_the_figures_do(text: str) -> None:
    assert bound(text)[1] == ()
    lower = {**DATASET.observations, NATION: DATASET.observations[NATION]._replace(amount=Decimal(5))}
    document, (problem,) = bound(text, dataset=replace(DATASET, observations=lower))
    assert problem.code == "pastaende-galler-inte"
    assert "andel_kkb(2025) är 5,1" in problem.message and "riksandel(plats='Riket') är 5" in problem.message
    assert "låg" in str(document.sections), "it stands in the draft all the same"


def test_a_flaw_in_a_draft_and_an_error_for_the_committee() -> None:
    (problem,) = bound("{{ 'fler' | galler(foretag(ar) > foretag(ar - 1)) }}\n")[1]
    (uncertain,) = bound("{{ riktning(omsattning(2024), omsattning(2023)) }}\n")[1]
    assert [problem.severity, uncertain.severity] == [Severity.FLAW] * 2
    assert [one.severity for one in escalated((problem, uncertain))] == [Severity.ERROR] * 2


def test_a_claim_rests_on_its_condition() -> None:
    (value,) = values(LOW)
    assert (value.text, value.figure, behind(value)) == ("låg", None, {NATION, SHARE})


def test_words_chosen_by_a_condition_rest_on_it() -> None:
    (value,) = values("{{ 'lågt' if andel_kkb(ar) < riksandel(plats='Riket') else 'högt' }}\n")
    assert behind(value) == {NATION, SHARE}


def test_what_did_not_decide_is_left_out() -> None:
    (value,) = values("{{ 'a' if foretag(ar) > 0 or stod(2021) > 0 else 'b' }}\n")
    assert behind(value) == {FactKey("foretag", "antal", 2025, COUNTY)}


def test_a_count_of_what_figures_chose_rests_on_them() -> None:
    (value,) = values("{{ antal_i(okade(foretag, ar, ar - 1)) }}\n")
    assert (value.text, len(behind(value))) == ("1", 6)


def test_a_figure_is_no_other_fact_for_the_condition_that_chose_it() -> None:
    (value,) = values("{{ foretag(ar) if andel_kkb(ar) > 0 else foretag(ar - 1) }}\n")
    assert behind(value) == {FactKey("foretag", "antal", 2025, COUNTY)}


def test_a_choice_keeps_the_facts_that_decided_it() -> None:
    document, _ = bound("{% if foretag(ar) > 5000 %}\nA\n{% elif stod(2021) == 0 %}\nB\n{% endif %}\n")
    (facts,) = document.choices.values()
    assert facts == (FactKey("foretag", "antal", 2025, COUNTY), FactKey("stod", "antal", 2021, COUNTY))


def test_each_turn_of_a_loop_claims_anew() -> None:
    text = "{% for k in kommuner %}\n{% pastaende foretag(ar, k) > 50 %}\n{{ k }} är stor.\n{% endpastaende %}\n{% endfor %}\n"
    assert told(text) == ["Påståendet som börjar ”Åre är stor.” gäller inte: foretag(2025, 'Åre') är 18."]


def test_a_claim_in_a_choice_not_made_claims_nothing() -> None:
    assert bound("{% if false %}\n{{ 'fel' | galler(false) }}\n{% endif %}\nOrd.\n")[1] == ()
    assert bound("{{ ('fel' | galler(false)) if false else 'rätt' }}\n")[1] == ()


def test_a_claim_follows_its_words() -> None:
    assert told("{{ 'fler' | galler(foretag(ar) > 5000) | stor }}\n") == [
        "Påståendet ”fler” gäller inte: foretag(2025) är 1 392."
    ]


def test_an_empty_passage_claims_nothing_less() -> None:
    (problem,) = bound("Ord.\n{% pastaende false %}\n{% endpastaende %}\n")[1]
    assert isinstance(problem, Problem) and problem.message == "Påståendet gäller inte."


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        ("not [foretag() > 3]", "[foretag() > 3] är sant"),
        ("'a' not in ['a', stod(), foretag]", "['a', stod(), foretag] är a, utan värde och en indikator utan parentes"),
        ("not [rapport, stod() | utan_not, []]", "[rapport, stod() | utan_not, []] är rapporten, utan värde och tom"),
    ],
)
def test_a_claim_tells_of_whatever_its_condition_compares(condition: str, values: str) -> None:
    assert told(f"{{{{ 'så' | galler({condition}) }}}}\n") == [f"Påståendet ”så” gäller inte: {values}."]
    passage = f"{{% pastaende {condition} %}}\nSå.\n{{% endpastaende %}}\n"
    assert told(passage) == [f"Påståendet som börjar ”Så.” gäller inte: {values}."]


@pytest.mark.parametrize(
    "words",
    ["['låg' | galler(foretag(ar) < 3), 'ny'] | uppraknat", "[['låg' | galler(foretag(ar) < 3), 'ny'] | uppraknat] | uppraknat"],
)
def test_a_claim_in_a_list_that_is_written_out(words: str) -> None:
    assert told(f"Den är {{{{ {words} }}}}.\n") == ["Påståendet ”låg” gäller inte: foretag(2025) är 1 392."]


def test_a_claim_in_a_date() -> None:
    assert told("{{ ('2025-10-14' | galler(false)) | datum }}\n") == ["Påståendet ”2025-10-14” gäller inte."]
