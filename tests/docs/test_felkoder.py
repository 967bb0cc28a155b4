"""The page of codes says what the source says."""

import re

from tools.felkoder import TARGET, entries, page


def test_the_page_is_up_to_date() -> None:
    assert TARGET.read_text(encoding="utf-8") == page(), "kör python -m tools.felkoder"


def test_codes_from_every_way_of_making_a_problem_are_found() -> None:
    found = {(one.room, one.code): one for one in entries()}
    assert found["checks", "platshallare"].severity == "fel"  # Problem(…) with a text
    assert found["reading", "slarv-i-markdown"].severity == "brist"  # a constant, through a function
    assert found["word", "tomma-stycken"].severity == "form"  # a function that takes the code
    assert found["checks", "intervall"].message.startswith("I ett intervall")  # a table of messages
    assert len({one.code for one in entries()}) > 250


def test_codes_are_plain_and_messages_are_sentences() -> None:
    for one in entries():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.code)
        assert not one.message or one.message.endswith((".", "?", "…")), one
