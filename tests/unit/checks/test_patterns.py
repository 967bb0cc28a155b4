"""Patterns that are made when they are used, and tried only where a word may begin."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportbyggare.checks import (
    announced_counts,
    direction_words,
    levels,
    periods,
    references,
    second_figures,
    share_words,
    superlatives,
)
from rapportbyggare.checks.patterns import at_words, lazy

GUARDED = (
    share_words.WORDS,
    direction_words.WORDS,
    superlatives.WORDS,
    levels.WORDS,
    second_figures.COMPARED,
    announced_counts.FIRSTLY,
    references.NUMBERED,
    references.NAMED,
    periods.FROM_TO,
    periods.AGAINST,
    periods.EXTRACT,
)
GLANCE = re.compile(r"\(\?=\(\?-i:\[[^\]]*\]\)\)")
OTHER = (" ", ".", ", ", "2024", "2025-09-03", "3", "KKB", "Åre", "Tillväxt", "i", "med", "år", "det", "”", "till", "än", "av")


def test_a_lazy_pattern_finds_what_a_made_one_does() -> None:
    one, made = lazy(r"\bÖ(\w+)", re.IGNORECASE), re.compile(r"\bÖ(\w+)", re.IGNORECASE)
    text = "Öka, ökade och fördes"
    assert [found[1] for found in one.finditer(text)] == [found[1] for found in made.finditer(text)] == ["ka", "kade"]
    assert (one.pattern, one.findall(text), one.sub("x", text)) == (made.pattern, made.findall(text), made.sub("x", text))


def test_a_pattern_that_cannot_be_made_says_so_when_it_is_used() -> None:
    wrong = lazy("(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_a_word_is_met_in_either_case_and_only_where_it_begins() -> None:
    words = r"ökade|gick upp|gått upp|höjning(?:en)?"
    assert at_words(words) == r"\b(?=(?-i:[GHghÖö]))"
    found = re.findall(rf"{at_words(words)}(?:{words})", "Ökade gick upp förhöjning", re.IGNORECASE)
    assert found == ["Ökade", "gick upp"]


@pytest.mark.parametrize("guarded", GUARDED, ids=lambda one: one.pattern[30:60])
def test_a_glance_at_the_first_letter_hides_nothing(guarded: re.Pattern[str]) -> None:
    bare, times = GLANCE.subn("", guarded.pattern)
    assert times == 1
    whole = re.compile(bare, re.IGNORECASE if guarded is not references.NAMED else 0)
    vocabulary = sorted({*re.findall(r"[^\W\d_]{2,}", bare), *OTHER})
    words = st.lists(st.sampled_from(vocabulary), max_size=9).map(" ".join)

    @settings(max_examples=60)
    @given(st.one_of(words, words.map(str.capitalize), words.map(str.upper)))
    def alike(text: str) -> None:
        assert [found.span() for found in guarded.finditer(text)] == [found.span() for found in whole.finditer(text)]

    alike()
