"""Numbers found in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import NumeralKind, numerals


@pytest.mark.parametrize(
    ("text", "found"),
    (
        ("fanns 1 341 företag (268)", [("1 341", "1341", "1"), ("268", "268", "1")]),
        ("5,1 % och −0,2 procentenheter", [("5,1 %", "5.1", "0.1"), ("−0,2 procentenheter", "-0.2", "0.1")]),
        ("830 tkr, 1,1 mdkr", [("830 tkr", "830000", "1000"), ("1,1 mdkr", "1100000000", "100000000")]),
        ("12 miljoner kronor", [("12 miljoner kronor", "12000000", "1000000")]),
        ("mellan 5,1 och 5,3 procent", [("5,1", "5.1", "0.1"), ("5,3 procent", "5.3", "0.1")]),
        ("5.1%, 5.12 % och 1.5 mnkr", [("5.1%", "5.1", "0.1"), ("5.12 %", "5.12", "0.01"), ("1.5 mnkr", "1500000", "100000")]),
        ("mellan 5.1 och 5.3 procent", [("5.1", "5.1", "0.1"), ("5.3 procent", "5.3", "0.1")]),
        ("10–15 procent", [("10", "10", "1"), ("15 procent", "15", "1")]),
        ("1 448 086 000 kr 1 528 187 000 kr", [("1 448 086 000 kr", "1448086000", "1"), ("1 528 187 000 kr", "1528187000", "1")]),
        ("71 st 70 st", [("71 st", "71", "1"), ("70 st", "70", "1")]),
        ("åtta kommuner, fem procent", [("åtta", "8", "1"), ("fem procent", "5", "1")]),
    ),
)  # fmt: skip
def test_what_measures_is_found_with_its_unit_and_precision(text: str, found: list[tuple[str, str, str]]) -> None:
    expected = [(words, Decimal(amount), Decimal(step)) for words, amount, step in found]
    assert [(one.text, one.amount, one.step) for one in numerals(text) if one.measures] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    (
        ("33 100-till-100", NumeralKind.NAME),
        ("%20", NumeralKind.NAME),
        ("SOU 2022:44", NumeralKind.REGISTRY),
        ("Skr. 2023/24:111", NumeralKind.REGISTRY),
        ("2018:1937", NumeralKind.REGISTRY),
        ("RUN/113/2022", NumeralKind.REGISTRY),
        ("§ 212", NumeralKind.PARAGRAPH),
        ("5 §", NumeralKind.PARAGRAPH),
        ("kl. 10.30", NumeralKind.TIME),
        ("31 mars 2025", NumeralKind.DATE),
        ("2025-09-03", NumeralKind.DATE),
        ("20250903", NumeralKind.DATE),
        ("2025", NumeralKind.YEAR),
        ("Samspel63", NumeralKind.NAME),
        ("företag7", NumeralKind.NAME),
        ("1990-talet", NumeralKind.NAME),
        ("21:a", NumeralKind.ORDINAL),
        ("tabell 2", NumeralKind.LABEL),
        ("avsnitt 2.1", NumeralKind.LABEL),
        ("vecka 9", NumeralKind.LABEL),
        ("1:1", NumeralKind.NAME),
    ),
)
def test_other_digits_are_what_they_are(text: str, kind: NumeralKind) -> None:
    (one,) = numerals(f"och {text}, till")
    assert (one.text, one.kind, one.measures) == (text, kind, False)


def test_a_point_without_a_unit_after_it_is_no_decimal_sign() -> None:
    assert [one.kind for text in ("Mötet 10.30 i salen", "avsnitt 5.1 om", "1.5 Mål") for one in numerals(text)] == [
        NumeralKind.TIME,
        NumeralKind.LABEL,
        NumeralKind.LIST,
    ]


def test_the_number_of_a_list_or_a_heading_measures_nothing() -> None:
    assert [one.kind for text in ("1. Statistik", "2.1 Regionens", "3 Kreativ") for one in numerals(text)] == [
        NumeralKind.LIST
    ] * 3


def test_the_number_of_a_note_that_a_file_has_run_into_its_text_measures_nothing() -> None:
    text = "SCB (uttag juli 2025) 7 Kreametern. 8 Bokslut https://a.se/ 21 https://b.se/ 22 www.c.se"
    assert [one.text for one in numerals(text) if one.kind is NumeralKind.LIST] == ["7", "8", "21", "22"]
    assert [one.text for one in numerals("Berg hade 63. 12 av dem (4) i Åre, 15 Åre") if one.measures] == ["63", "12", "4", "15"]


@given(st.decimals(0, 10**12, places=1), st.sampled_from((Unit.PERCENT, Unit.KRONOR, Unit.PIECES)))
def test_what_the_formatter_writes_is_read_as_one_number(amount: Decimal, unit: Unit) -> None:
    text = write_amount(amount, Format(unit, 1))
    (one,) = numerals(f"var {text} under")
    assert (one.text, one.amount) == (text, amount)


@pytest.mark.parametrize("text", ("ſex kommuner", "\u212btta kommuner"))
def test_a_word_with_a_letter_that_only_folds_to_ours_is_no_number(text: str) -> None:
    assert numerals(text) == ()


@pytest.mark.parametrize("space", ("\u2009", "\u202f"))
def test_a_thin_space_is_a_gap_like_any_other_and_stays_in_the_words(space: str) -> None:
    (one,) = numerals(f"fanns 1{space}341{space}företag")
    assert (one.text, one.amount) == (f"1{space}341", Decimal(1341))
    (one,) = numerals(f"var 5,1{space}procent")
    assert one.text == f"5,1{space}procent"


@pytest.mark.parametrize("space", ("\u2009", "\u202f"))
def test_a_number_shares_the_unit_of_one_with_thin_gaps(space: str) -> None:
    first, _ = numerals(f"5–1{space}200,5 kr")
    assert (first.amount, first.step) == (Decimal(5), Decimal(1))


def test_a_letter_inside_a_word_that_only_folds_to_ours_is_read_as_ours() -> None:
    (one,) = numerals("i t\u0131o kommuner")
    assert one.amount == 10


def test_a_number_longer_than_any_fact_measures_nothing() -> None:
    (one,) = numerals(f"var {'9' * 41} kr")
    assert (one.kind, one.amount) == (NumeralKind.NAME, None)
