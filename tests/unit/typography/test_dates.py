import pytest

from rapportbyggare.typography.dates import is_date, is_month, kept_together, write_date, write_extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-10-14", True),
        ("2024-02-29", True),
        ("2025-02-29", False),
        ("20251014", False),
        ("2025-W01-1", False),
        ("2025-10", False),
        ("", False),
        ("2025-10-14\n", False),
    ],
)
def test_is_date(text: str, expected: bool) -> None:
    assert is_date(text) is expected


@pytest.mark.parametrize(("text", "expected"), [("2025-07", True), ("2025-13", False), ("2025-7", False), ("0000-07", False)])
def test_is_month(text: str, expected: bool) -> None:
    assert is_month(text) is expected


@pytest.mark.parametrize(("iso", "text"), [("2025-10-14", "14 oktober 2025"), ("2025-05-01", "1 maj 2025")])
def test_dates_in_prose_have_hard_spaces(iso: str, text: str) -> None:
    assert write_date(iso) == text.replace(" ", "\u00a0")


def test_extracts() -> None:
    assert write_extract("2025-07") == "juli\u00a02025"
    assert write_extract("2025-09-03") == "2025-09-03"


def test_a_period_breaks_no_line_within_a_day() -> None:
    assert kept_together("1 april 2024–31 mars 2025") == "1\u00a0april\u00a02024–31\u00a0mars\u00a02025"
    assert kept_together("1 april–31 mars 2025, juli 2025") == "1\u00a0april–31\u00a0mars\u00a02025, juli 2025"
    assert kept_together("räkenskapsåret 2024") == "räkenskapsåret 2024"
