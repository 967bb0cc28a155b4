"""Bookmark names Word accepts, whatever the key."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.word.names import bookmark_name


@given(st.text(max_size=80))
def test_name_is_one_word_accepts(key: str) -> None:
    assert re.fullmatch(r"_rb_[A-Za-z0-9_]{0,36}", bookmark_name("_rb_", key))


def test_plain_key_is_kept_and_others_do_not_collide() -> None:
    assert bookmark_name("_rb_", "a1B") == "_rb_a1B"
    assert bookmark_name("_Ref_", "antal-a") != bookmark_name("_Ref_", "antal_a") != bookmark_name("_Ref_", "antal.a")
