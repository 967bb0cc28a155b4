"""Five hundred pairs of editions, each judged by what knows nothing of the project, and a hundred of them by the validators."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from openxml_audit import OpenXmlValidator

from rapportbyggare.word.redline.data import Attribution
from rapportbyggare.word.redline.redline import redline
from tests.unit.word import oracle
from tests.unit.word.chance import edited, report
from tests.unit.word.pairs import package

pytestmark = pytest.mark.prov
PAIRS, VALIDATED = 500, 100
BY = Attribution("2025-09-15T00:00:00Z", {2: "2025-09-03T00:00:00Z"})


def pair(seed: int) -> tuple[bytes, bytes]:
    """Two editions made by chance."""
    chance = Random(seed)
    before = report(chance)
    return package(before), package(edited(chance, before))


@pytest.mark.parametrize("first", range(0, PAIRS, 50))
def test_the_independent_judge_agrees(first: int, shared: Path) -> None:
    judge = oracle.load(shared)
    for seed in range(first, first + 50):
        old, new = pair(seed)
        assert oracle.judged(judge, old, new, redline(old, new, BY)) == [], seed


def test_the_validators_find_nothing(shared: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.docx" for seed in range(VALIDATED)]
    for seed, file in enumerate(files):
        file.write_bytes(redline(*pair(seed), BY))
    done = subprocess.run([sys.executable, shared / "tools" / "docx_xsd.py", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    # A new one for each file: it mixes up files that it has seen in turn.
    assert [str(fault) for file in files for fault in OpenXmlValidator().validate(str(file)).errors] == []
