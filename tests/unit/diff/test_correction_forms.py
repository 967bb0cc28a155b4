"""In which forms a number may stand."""

import pytest

from rapportbyggare.diff.correction_forms import forms, occurrences, stands


@pytest.mark.parametrize("text", ["ökade", "7", "2025", "juli 2025", "40", "0,5", ""])
def test_what_says_too_little_by_itself(text: str) -> None:
    assert forms(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("894\u00a0000\u00a0kr", "bara 894 000 per person"),
        ("894\u00a0000\u00a0kr", "hela 894 tkr"),
        ("4\u00a0000\u00a0kr", "hela 4000 kronor"),
        ("0,4\u00a0%", "upp 0,4 procent"),
        ("2025-08-18", "(uttag 2025-08-18)"),
        ("1\u00a0048,2", "var 1048,2 då"),
    ],
)
def test_a_number_stands_in_any_of_its_forms(text: str, said: str) -> None:
    assert stands(said, text)


@pytest.mark.parametrize(
    ("text", "said"), [("894", "894 000 kr"), ("0,4\u00a0%", "10,4 %"), ("4\u00a0000\u00a0kr", "4 000 bolag")]
)
def test_part_of_another_number_is_not_it(text: str, said: str) -> None:
    assert not stands(said, text)


def test_the_longest_form_is_found() -> None:
    said = "var 894 000 kr"
    assert [said[a:b] for a, b in occurrences(said, forms("894 000 kr"))] == ["894 000 kr"]
