"""Words compared as a reader does, and the counterpart of a value in a sentence that somebody has changed."""

import pytest

from rapportbyggare.diff.folding import counterpart, every, folded, holds, same, skeleton


def test_spaces_hyphens_and_capitals_make_no_difference() -> None:
    assert same("1\u00a0341", "1 341") and same("1\u202f341 ", " 1 341")
    assert same("2023–2025", "2023-2025") and same("\u22125", "-5")
    assert same("Ökade", "ökade")
    assert not same("1 341", "1341") and not same("ökade", "okade")


def test_folding_keeps_every_sign_in_its_place() -> None:
    assert len(folded("İ\u00a0”Å–”")) == len("İ\u00a0”Å–”")


def test_a_number_is_one_word() -> None:
    assert every("Av 1\u00a0341 är 5,1\u00a0% kvar.") == ("av", "1 341", "är", "5,1", "%", "kvar", ".")
    assert skeleton("Av 1\u00a0341 är 5,1\u00a0% kvar.") == ("av", "#", "är", "#", "%", "kvar", ".")


@pytest.mark.parametrize(
    ("standing", "found"),
    [
        ("Det finns 33 företag här.", "33"),
        ("Det finns 1 350 företag här.", "1 350"),
        ("I dag finns det hela 42 företag här i länet.", "hela 42"),
        ("Det finns företag här.", ""),
        ("Helt andra ord.", "Helt andra ord"),
    ],
)
def test_the_counterpart_of_a_value_stands_between_the_words_round_it(standing: str, found: str) -> None:
    start, end = counterpart("Det finns 33 företag här.", 10, 12, standing)
    assert standing[start:end] == found


def test_only_whole_words_are_held() -> None:
    assert holds("hela 1 350 företag", "1\u00a0350")
    assert not holds("1 350", "350") and not holds("330", "33") and not holds("ord", "")
