"""The glossary has one word per idea, and each word is in use on its side."""

import re
from collections import Counter

import pytest

from tests.docs.handbook import DOCS, ROOT, listings

ROWS = [row for one in listings((DOCS / "ordlista.md").read_text(encoding="utf-8")) for row in one.rows]
CODE = sorted((ROOT / "src").rglob("*.py"))


@pytest.fixture(scope="module")
def code() -> str:
    """The code's own words: identifiers taken apart, in small letters."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    return re.sub(r"_|(?<=[a-z])(?=[A-Z])", " ", text).lower()


@pytest.fixture(scope="module")
def swedish() -> str:
    """What an author reads: the handbook, the messages and the terminal."""
    pages = [DOCS / "handbok.md", *(path for path in CODE if "messages" in path.name or path.parent.name == "cli")]
    return "\n".join(path.read_text(encoding="utf-8") for path in pages).lower()


@pytest.mark.parametrize("term", [row[1] for row in ROWS])
def test_the_word_of_the_code_is_in_the_code(term: str, code: str) -> None:
    assert re.search(rf"\b{term}s?\b|\b{term[:-1]}ies\b", code)


@pytest.mark.parametrize("term", [row[0] for row in ROWS])
def test_the_word_of_the_author_is_in_what_authors_read(term: str, swedish: str) -> None:
    assert re.search(rf"\b{term}", swedish)


@pytest.mark.parametrize("side", [0, 1])
def test_each_word_stands_once(side: int) -> None:
    counts = Counter(row[side] for row in ROWS)
    assert [word for word, count in counts.items() if count > 1] == []
