"""An intake in the terminal."""

import pytest

from rapportbyggare.app.taking_in import Taken
from rapportbyggare.cli.taking import MOST_REMARKS, taken_text
from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place


@pytest.mark.parametrize(("more", "said"), [(1, "… och 1 anmärkning till"), (2, "… och 2 anmärkningar till")])
def test_remarks_beyond_the_first_are_counted(more: int, said: str) -> None:
    remarks = tuple(Remark("Tom cell.", Place("a.csv", cell=f"B{n}")) for n in range(MOST_REMARKS + more))
    *lines, last = taken_text(Taken(remarks=remarks), False).splitlines()
    assert (len(lines), last) == (MOST_REMARKS, f"  {said} (alla visas med --format json).")
