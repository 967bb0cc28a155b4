"""A comparison tells all of both editions, and nothing of an edition beside itself."""

from hypothesis import given

from rapportbyggare.core.compared import Side
from rapportbyggare.diff.editions.compare import compare_editions
from tests.editions import EDITIONS, pairs_of_editions, said, sayings


@given(pairs_of_editions())
def test_the_tree_says_what_each_of_the_editions_says(pair: tuple[Side, Side]) -> None:
    old, new = pair
    compared = compare_editions(old, new)
    assert sayings(compared, old=True) == said(old)
    assert sayings(compared, old=False) == said(new)


@given(EDITIONS)
def test_an_edition_beside_itself_gives_nothing(edition: Side) -> None:
    compared = compare_editions(edition, edition)
    assert compared.same
    assert compared.sections[0].blocks == edition.sections[0].blocks


@given(pairs_of_editions())
def test_changes_are_numbered_from_one(pair: tuple[Side, Side]) -> None:
    changes = compare_editions(*pair).changes
    assert [change.number for change in changes] == list(range(1, len(changes) + 1))
    assert all(change.kind and change.where for change in changes)
