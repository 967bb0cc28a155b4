"""A claim is told of exactly when its condition does not hold, whichever way it is written."""

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.binding.claims_messages import CODE
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
