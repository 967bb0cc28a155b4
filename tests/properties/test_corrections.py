"""The law of corrections: an untouched draft is listed exactly as its data have changed, and not at all when they have not."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.core.problem import has_errors
from rapportbyggare.diff.changes import Changes, Part
from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.passages.passage import PrintedKind
from tests.small import COUNTY, PLACES
from tests.unit.diff.edits import draft, listed, rewritten, specified
from tests.unit.diff.twice import altered as dataset
from tests.unit.diff.twice import twice, version

SECTION = """\
{% format 1 %}

# Företag {#foretag}

I länet finns {{ foretag(ar) }} företag.
Antalet {{ riktning(foretag(ar), foretag(ar - 1)) }} med {{ skillnad(foretag(ar), foretag(ar - 1)) | belopp }}.
Flest finns i {{ storst(foretag, ar) }}, färst i {{ minst(foretag, ar) }}[^not].

{% if foretag(ar, 'Berg') > foretag(ar, 'Åre') %}
Berg har fler än Åre, nämligen {{ foretag(ar, 'Berg') }} företag.
{% else %}
Åre har {{ foretag(ar, 'Åre') }} företag, minst lika många som Berg. Det är bra att veta.
{% endif %}

{% for k in kommuner %}
- I {{ k }} finns {{ foretag(ar, k) }}.
{% endfor %}

{% tabell tal %}

{% diagram antal %}

# Pengar {#pengar}

Omsättningen var {{ omsattning(ar - 1) | mnkr(1) }} i länet.

[^not]: I {{ storst(foretag, ar) }} finns {{ foretag(ar, storst(foretag, ar)) }}.
"""
TURNOVER = FactKey("omsattning", "belopp", 2024, COUNTY)
KEYS = [FactKey("foretag", "antal", year, place) for year in (2024, 2025) for place in (*PLACES, COUNTY)]
counts = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 1600).map(str), max_size=4)
money = st.sampled_from([{}, {"base": 336}, {"status": Status.DEFINITIVE}])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return specified(tmp_path_factory.mktemp("projekt"))


@pytest.fixture(scope="module")
def file(project: Path) -> Path:
    path = project / "utkast.docx"
    path.write_bytes(draft(SECTION, project=project))
    return path


def test_an_untouched_draft_asked_against_its_own_data_lists_nothing(file: Path, project: Path) -> None:
    assert listed(file.read_bytes(), SECTION, facts={}, project=project) == ()


@given(counts, money)
def test_an_untouched_draft_lists_what_has_changed_and_nothing_else(
    file: Path, project: Path, facts: dict[FactKey, str], more: dict[str, object]
) -> None:
    altered = facts | ({TURNOVER: more} if more else {})
    assume(not has_errors(version(SECTION, dataset=dataset(altered), project=project).problems))
    found = listed(file.read_bytes(), SECTION, facts=altered, project=project)
    told = twice(SECTION, facts=altered, project=project)
    assert all(one.standing is Standing.TODO for one in found)
    assert values(found) == values_told(told)
    assert drawn(found) == drawn_told(told)
    assert passages(found) == passages_told(told)


@given(counts, money)
def test_when_the_text_is_what_it_should_be_nothing_is_left(
    file: Path, project: Path, facts: dict[FactKey, str], more: dict[str, object]
) -> None:
    altered = facts | ({TURNOVER: more} if more else {})
    assume(not has_errors(version(SECTION, dataset=dataset(altered), project=project).problems))
    content = rewritten(file.read_bytes(), SECTION, facts=altered, project=project)
    found = listed(content, SECTION, facts=altered, project=project)
    assert [one for one in found if one.standing is not Standing.DONE] == []


def values(found: tuple[Correction, ...]) -> Counter[tuple[str, str]]:
    kinds = (What.VALUE, What.ALT, What.DESCRIPTION)
    return Counter((one.old, one.right) for one in found if one.what in kinds)


def values_told(told: Changes) -> Counter[tuple[str, str]]:
    both = [(one.old, one.new) for one in told.printed() if one.old and one.new]
    drawn = (PrintedKind.CHART, PrintedKind.CHART_TEXT)
    return Counter((old.text, new.text) for old, new in both if old.text != new.text and new.kind not in drawn)


def drawn(found: tuple[Correction, ...]) -> Counter[tuple[str, str]]:
    return Counter((old, new) for one in found for _, old, new in one.drawn)


def drawn_told(told: Changes) -> Counter[tuple[str, str]]:
    both = [(one.old, one.new) for one in told.printed() if one.old and one.new]
    return Counter((old.text, new.text) for old, new in both if old.text != new.text and new.kind is PrintedKind.CHART)


def passages(found: tuple[Correction, ...]) -> Counter[tuple[str, str]]:
    kinds = (What.PASSAGE, What.ROW, What.NOTE)
    return Counter((one.old, one.right) for one in found if one.what in kinds)


def passages_told(told: Changes) -> Counter[tuple[str, str]]:
    marks = Counter(("", one.note) if one.came else (one.note, "") for one in told.marks)
    notes = {one.note for one in told.marks}
    whole = [one for one in told.passages if one.part is not Part.NOTE or (one.after or one.before) not in notes]
    return marks + Counter((one.before, one.after) for one in whole)
