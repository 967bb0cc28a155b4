"""What the tests of comparisons share."""

from pathlib import Path

import pytest

from tests.unit.diff.edits import specified


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The specifications of a table and a chart."""
    return specified(tmp_path)
