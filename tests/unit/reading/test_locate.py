from rapportbyggare.core.place import Place
from rapportbyggare.reading.locate import NEAR_COLUMNS, Locator


def test_walks_forward() -> None:
    where = Locator(["aa b aa", "aa"], "f", 0, 2)
    assert [where.find("aa") for _ in range(3)] == [Place("f", 1, 1, 3), Place("f", 1, 6, 8), Place("f", 2, 1, 3)]


def test_what_is_not_there_has_the_present_place() -> None:
    where = Locator(["a b"], "f", 0, 1)
    where.find("a")
    assert where.find("z") == Place("f", 1, 2, 0)


def test_a_line_break_is_followed() -> None:
    where = Locator(["a", "a b"], "f", 0, 2)
    where.newline()
    assert where.find("a") == Place("f", 2, 1, 2)
    where.newline()
    assert where.find("b") == Place("f", 2, 3, 4)


def test_shifted_into_another_file() -> None:
    where = Locator(["a", "a"], "f", 0, 2, base=5, shift=10)
    assert [where.find("a"), where.find("a")] == [Place("f", 5, 11, 12), Place("f", 6, 1, 2)]


def test_looks_only_near() -> None:
    where = Locator([" " * (NEAR_COLUMNS + 1) + "a"], "f", 0, 1)
    assert where.find("a").end == 0
