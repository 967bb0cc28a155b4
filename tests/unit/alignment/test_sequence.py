from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.alignment.sequence import Item, aligned, moves
from rapportbyggare.alignment.tokens import tokens


def item(text: str, values: str = "", key: str | None = None, kind: str = "stycke") -> Item:
    return Item(kind, key, (text, values), tokens(text))


FIRST = item("Regionen följer upp planen varje år.")
SECOND = item("Antalet företag med färre än tio anställda har ökat.")
THIRD = item("Uppgifterna kommer från Statistiska centralbyrån.")


def test_what_is_the_same_is_paired_and_what_came_stands_alone() -> None:
    assert aligned([FIRST, THIRD], [FIRST, SECOND, THIRD]) == ((0, 0), (None, 1), (1, 2))
    assert aligned([FIRST, SECOND, THIRD], [FIRST, THIRD]) == ((0, 0), (1, None), (2, 1))


def test_another_figure_is_the_same_passage() -> None:
    before = [item("Det fanns företag.", value) for value in ("1", "2", "3")]
    after = [item("Det fanns företag.", value) for value in ("4", "2", "5")]
    assert aligned(before, after) == ((0, 0), (1, 1), (2, 2))


def test_a_reworded_passage_is_paired_and_another_one_is_not() -> None:
    reworded = item("Antalet företag med färre än tio anställda har minskat.")
    assert aligned([FIRST, SECOND], [FIRST, reworded]) == ((0, 0), (1, 1))
    assert aligned([FIRST, SECOND], [FIRST, THIRD]) == ((0, 0), (1, None), (None, 1))


def test_a_name_holds_whatever_it_says() -> None:
    before, after = item("Helt andra ord", key="t1"), item("Antal per kommun", key="t1")
    assert aligned([before], [after]) == ((0, 0),)
    assert aligned([before], [item("Helt andra ord", key="t2")]) == ((0, None), (None, 0))


def test_kinds_are_never_mixed() -> None:
    assert aligned([FIRST], [item("Regionen följer upp planen varje år.", kind="rubrik")]) == ((0, None), (None, 0))


def test_what_changed_places_is_told_as_moved() -> None:
    old, new = [FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND]
    pairs = aligned(old, new)
    assert pairs == ((None, 0), (0, 1), (1, 2), (2, None))
    assert moves(old, new, pairs) == ((2, 0),)


def test_a_few_words_that_stand_elsewhere_have_not_moved() -> None:
    short = item("Se tabell.")
    old, new = [short, FIRST, SECOND], [FIRST, SECOND, short]
    assert moves(old, new, ((0, None), (1, 0), (2, 1), (None, 2))) == ((0, 2),)
    changed = [item("Se tabell.", "9"), FIRST]
    assert moves([short, FIRST], changed, ((0, None), (None, 0), (1, 1))) == ()


ITEMS = st.lists(
    st.builds(item, st.sampled_from(("a b c d", "a b c e", "f g", "")), st.sampled_from("12"), st.sampled_from((None, "x", "y")))
)


@given(ITEMS, ITEMS)
def test_every_item_stands_once_and_in_order(old: list[Item], new: list[Item]) -> None:
    pairs = aligned(old, new)
    assert [first for first, _ in pairs if first is not None] == list(range(len(old)))
    assert [second for _, second in pairs if second is not None] == list(range(len(new)))
    assert all(first is not None or second is not None for first, second in pairs)
    moved = moves(old, new, pairs)
    assert len({first for first, _ in moved}) == len({second for _, second in moved}) == len(moved)


@given(ITEMS)
def test_a_document_beside_itself_is_kept(items: list[Item]) -> None:
    assert aligned(items, items) == tuple((n, n) for n in range(len(items)))
