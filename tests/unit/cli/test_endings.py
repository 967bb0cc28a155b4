"""Names after --ut."""

import pytest

from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.comparing import _check_folder
from rapportbyggare.cli.endings import check_ending

LONG = "a" * 300


def test_a_name_that_no_disk_can_hold_is_left_to_the_one_who_writes() -> None:
    check_ending(f"{LONG}.docx", ".docx", "rapport.docx")


def test_the_ending_of_such_a_name_is_looked_at_all_the_same() -> None:
    with pytest.raises(UsageError, match="slutar inte på"):
        check_ending(f"{LONG}.pdf", ".docx", "rapport.docx")
    with pytest.raises(UsageError, match="ser ut som en fil"):
        _check_folder(f"{LONG}.html")
