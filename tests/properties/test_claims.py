"""A claim is told of exactly when its condition does not hold, whichever way it is written."""

from hypothesis import example, given
from hypothesis import strategies as st

from rapportbyggare.binding.claims_messages import CODE
from rapportbyggare.binding.evaluate import ALL_FUNCTIONS
from rapportbyggare.binding.filters import FILTERS
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.things import Fault
from rapportbyggare.core.plain import plain
from rapportbyggare.core.walk import all_texts
from tests.small import bound, scope, value

FACTS = st.sampled_from(["foretag()", "foretag(2024)", "foretag(ar, 'Berg')", "stod()", "stod(2021)", "omsattning(2024)"])
NUMBERS = st.sampled_from(["0", "71", "72.5", "1392", "antal_i(okade(foretag, ar, 2024))", "rang(foretag, ar, 'Åre')"])
LISTS = st.sampled_from(["okade(foretag, ar, 2024)", "minskade(andel_kkb, ar, 2024)", "oforandrade(foretag, ar, 2023)", "[]"])
PLACES = st.sampled_from(["'Berg'", "'Åre'", "storst(foretag, ar)", "minst(andel_kkb, ar)"])
SIGNS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
COMPARED = FACTS | NUMBERS
LEAVES = (
    st.tuples(COMPARED, SIGNS, COMPARED).map(" ".join)
    | st.tuples(COMPARED, SIGNS, COMPARED, SIGNS, COMPARED).map(" ".join)
    | st.tuples(PLACES, st.sampled_from(["in", "not in"]), LISTS).map(" ".join)
    | LISTS
    | FACTS.map("finns({})".format)
    | FACTS.map("preliminar({})".format)
    | st.sampled_from(["true", "false", "foretag()"])
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda three: f"({' '.join(three)})")
        | inner.map("not ({})".format)
    ),
    max_leaves=5,
)
WORDS = st.sampled_from(["'Berg'", "''", "'4'", "storst(foretag, ar)", "'lågt' | galler(foretag() < 0)", "kalla(foretag())"])
VALUES = (
    *(
        "foretag()",
        "foretag('Berg')",
        "stod()",
        "stod(2021)",
        "omsattning(2024)",
        "per_bolag(2024)",
        "besok(2024)",
        "besok(2025)",
    ),
    *("riksandel(plats='Riket')", "tryckt(foretag())", "finns(stod())", "okade(foretag, ar, 2024)", "rang(foretag, ar, 'Berg')"),
    *(
        "antal_i(okade(foretag, ar, 2024))",
        "ar",
        "lan",
        "kommuner",
        "rapport",
        "rapport.titel",
        "rapport.diarienummer",
        "foretag",
    ),
    *("finnsinte", "true", "none", "0", "1.5", "4e3", "1e300", "-7", "2025", "[]", "[[]]", "{}", "x[1]"),
)
NONSENSE = st.recursive(
    st.sampled_from(VALUES) | WORDS,
    lambda inner: (
        st.tuples(inner, st.sampled_from([*"+-*/<>|.~", "==", "!=", "in", "not in", "and", "or", "if", "is"]), inner).map(
            " ".join
        )
        | st.lists(inner, max_size=3).map(lambda them: f"[{', '.join(them)}]")
        | st.tuples(st.sampled_from(sorted(ALL_FUNCTIONS)), st.lists(inner, max_size=3)).map(
            lambda two: f"{two[0]}({', '.join(two[1])})"
        )
        | st.tuples(inner, st.sampled_from(sorted(FILTERS))).map(lambda two: f"({two[0]}) | {two[1]}")
        | inner.map("not ({})".format)
        | inner.map("({})".format)
    ),
    max_leaves=6,
)


def outcome(condition: str) -> str:
    """Whether a condition holds, as the language's own `if` has it; or why nobody can say."""
    try:
        return printed(value(f"'ja' if ({condition}) else 'nej'"), scope()).text
    except Fault as fault:
        return fault.code


@given(CONDITIONS)
def test_a_claim_holds_when_its_condition_does(condition: str) -> None:
    held = outcome(condition)
    for text in (
        f"{{{{ 'Så är det.' | galler({condition}) }}}}\n",
        f"{{% pastaende {condition} %}}\nSå är det.\n{{% endpastaende %}}\n",
    ):
        document, problems = bound(text)
        codes = {problem.code for problem in problems} - {"osaker-jamforelse", "tom-rapport"}
        assert codes == {"ja": set(), "nej": {CODE}}.get(held, {held})
        said = [plain(words) for words in all_texts(document)]
        assert held not in ("ja", "nej") or "Så är det." in said


@given(NONSENSE)
@example("not [foretag() > 3]")
@example("'a' not in ['a', stod(), foretag]")
def test_what_an_author_writes_as_a_condition_has_a_verdict_or_a_problem(condition: str) -> None:
    for text in (
        f"{{{{ 'Så är det.' | galler({condition}) }}}}\n",
        f"{{{{ 'Så är det.' | galler(not ({condition})) }}}}\n",
        f"{{% pastaende {condition} %}}\nSå är det.\n{{% endpastaende %}}\n",
        f"{{% pastaende not ({condition}) %}}\nSå är det.\n{{% endpastaende %}}\n",
    ):
        document, problems = bound(text)
        said = [plain(words) for words in all_texts(document)]
        assert problems or "Så är det." in said
