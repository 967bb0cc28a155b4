from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.alignment.edits import edits
from rapportbyggare.alignment.tokens import tokens, weight


def said(old: str, new: str) -> list[str | tuple[str, str]]:
    before, after = tokens(old), tokens(new)
    found = edits(before, after, lambda index: weight(before[index]))
    return [
        "".join(before[one.old_start : one.old_end])
        if one.same
        else ("".join(before[one.old_start : one.old_end]), "".join(after[one.new_start : one.new_end]))
        for one in found
    ]


def test_a_figure_is_replaced_whole() -> None:
    assert said("Det fanns 1\u00a0341 företag.", "Det fanns 1\u00a0342 företag.") == [
        "Det fanns ",
        ("1\u00a0341", "1\u00a0342"),
        " företag.",
    ]


def test_a_word_that_came_is_told_alone() -> None:
    assert said("Antalet ökade i länet.", "Antalet företag ökade i länet.") == ["Antalet ", ("", "företag "), "ökade i länet."]


def test_a_small_word_between_two_changes_is_taken_into_them() -> None:
    assert said("Berg och Åre växte.", "Krokom och Ragunda växte.") == [("Berg och Åre", "Krokom och Ragunda"), " växte."]


def test_a_space_that_both_changes_end_with_is_kept() -> None:
    assert said("För bred länet om vi.", "Länet länet för hållbar.")[:2] == [("För bred", "Länet"), " länet "]


def test_a_heavy_word_between_two_changes_is_kept() -> None:
    assert said("Berg kommuner Åre.", "Krokom kommuner Ragunda.") == [("Berg", "Krokom"), " kommuner ", ("Åre", "Ragunda"), "."]


def test_a_hard_space_alone_is_a_change() -> None:
    assert said("5 kap.", "5\u00a0kap.") == ["5", (" ", "\u00a0"), "kap."]


def test_nothing_and_something() -> None:
    assert said("", "") == []
    assert said("", "Nytt") == [("", "Nytt")]
    assert said("Nytt", "Nytt") == ["Nytt"]


@given(st.text("ab c,1", max_size=40), st.text("ab c,1", max_size=40))
def test_the_edits_cover_both_in_order_and_what_is_kept_is_the_same(old: str, new: str) -> None:
    found = edits(old, new, lambda index: weight(old[index]))
    assert [(one.old_end, one.new_end) for one in found[:-1]] == [(one.old_start, one.new_start) for one in found[1:]]
    assert (found[0].old_start, found[0].new_start) == (0, 0) if found else old == new == ""
    assert not found or (found[-1].old_end, found[-1].new_end) == (len(old), len(new))
    assert all(old[one.old_start : one.old_end] == new[one.new_start : one.new_end] for one in found if one.same)
    changed = [(old[one.old_start : one.old_end], new[one.new_start : one.new_end]) for one in found if not one.same]
    assert all(first[:1] != second[:1] and first[-1:] != second[-1:] for first, second in changed)
    assert all(first.same != second.same for first, second in pairwise(found))
    assert [one.same for one in edits(old, old, lambda _: 1)] == ([True] if old else [])
