"""An expression's tree as its author would write it."""

import pytest

from rapportbyggare.binding.syntax import parse
from rapportbyggare.binding.written import written


@pytest.mark.parametrize(
    "source",
    [
        "foretag(ar, 'Berg', matt='antal')",
        "foretag() | decimaler(1) | stor",
        "rapport.titel",
        "['a', 1.5, true]",
        "a < b <= 3",
        "'a' not in okade(foretag, ar, ar - 1)",
        "((a + b) * -c) / d",
        "(a and b) or (not c)",
        "'x' if a else 'y'",
        "('x' if a else 'y') | stor",
        "'x' if a",
    ],
)
def test_it_is_written_as_it_was(source: str) -> None:
    assert written(parse(source)) == source


def test_what_the_language_does_not_have_is_left_out() -> None:
    assert written(parse("{'a': 1}")) == "…"
