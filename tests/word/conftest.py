"""Files saved by other programs."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def saved_by_word(shared: Path) -> tuple[Path, ...]:
    """Documents that Word has saved."""
    return tuple(sorted((shared / "data").glob("word-*/*.docx")))
