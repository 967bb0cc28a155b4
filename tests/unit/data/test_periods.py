import pytest

from rapportbyggare.data.periods import names_year, strange_in_period, strange_names
from rapportbyggare.typography.periods import write_period


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("juli {ar}", "juli 2025"),
        ("1 april {ar}–31 mars {ar+1}", "1 april 2025–31 mars 2026"),
        ("{ ar - 1 }", "2024"),
        ("våren", "våren"),
        ("{namn} {ar}", "{namn} 2025"),
    ],
)
def test_write_period(pattern: str, text: str) -> None:
    assert write_period(pattern, 2025) == text


def test_names() -> None:
    assert strange_names("{ar} {antal}", ("antal",)) == ("ar",)
    assert strange_in_period("{ar} { ar - 1 } {år} {antal}") == ("år", "antal")
    assert names_year("{ar+1}") and not names_year("{antal}")
