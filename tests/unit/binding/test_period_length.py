"""How long a period is."""

import pytest

from rapportbyggare.binding.period_length import months_of


@pytest.mark.parametrize(
    ("period", "months"),
    [
        ("juli 2025", 1),
        ("2025", 12),
        ("räkenskapsåret 2024", 12),
        ("2024/25", 12),
        ("1 april 2024–31 mars 2025", 12),
        ("1 april–31 mars 2025", None),
        ("januari–juni 2025", 6),
        ("januari 2024–juni 2025", 18),
        ("1 januari–30 september 2025", 9),
        ("16 januari – 15 juli 2025", 5),
        ("juli 2025 till och med december 2025", 6),
        ("2022–2024", 36),
        ("första halvåret 2025", 6),
        ("andra kvartalet 2025", 3),
        ("31 december 2024", None),
        ("2024–2022", None),
        ("uttag i juli", None),
        ("", None),
    ],
)
def test_the_months_of_a_period(period: str, months: int | None) -> None:
    assert months_of(period) == months


def test_a_month_with_a_letter_that_folds_to_ours_is_that_month() -> None:
    assert months_of("april 2024–\u017feptember 2024") == 6
