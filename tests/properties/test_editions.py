"""Laws of frozen editions: names are safe or refused with a way out, and a record says what was put into it."""

import re
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.app.edition_names import composed, unfit
from rapportbyggare.app.edition_record import FrozenEdition, StoredDelivery, parsed_record, record_of, seal_in
from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.sources.paths import inside
from tests.conftest import ROOT

LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Co", "Cn"]), max_size=70)
NAMES = st.one_of(LETTERS, st.text("aÅö09-_. /", max_size=70), st.sampled_from(["CON", "nul", "com1", "2025-09", "leverans-1"]))
# What a file of the project can be called, and so what a record can hold.
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
WORDS = LETTERS.map(lambda text: normalize("NFC", HARMFUL.sub("", text)))
SUMS = st.text("0123456789abcdef", min_size=64, max_size=64)
EDITIONS = st.builds(
    FrozenEdition,
    name=WORDS,
    frozen=WORDS,
    status=st.sampled_from(DocumentStatus),
    data_date=WORDS,
    fingerprint=SUMS,
    version=WORDS,
    environment=st.lists(WORDS, max_size=4).map(tuple),
    document=WORDS,
    deliveries=st.lists(st.builds(StoredDelivery, st.integers(0, 10**9), WORDS, SUMS), max_size=3).map(tuple),
    files=st.dictionaries(WORDS, SUMS, max_size=4),
    decided=WORDS,
    decision_date=WORDS,
    paragraph=WORDS,
)


@given(NAMES)
def test_a_name_is_a_folder_of_its_own_everywhere_or_is_refused_with_one_that_is(name: str) -> None:
    name = composed(name)
    problem = unfit(name, ())
    if problem is None:
        assert inside(ROOT, f"report/utgavor/{name}") == ROOT.resolve() / "report" / "utgavor" / name
        assert not name.startswith((".", "-")) and not name.endswith((".", " ")) and len(name.encode()) < 255
        assert unfit(name, [name.upper()]) is not None
    else:
        offered = re.search(r"frys (\S+)\.$", problem.remedy)
        assert problem.remedy and (offered is None or unfit(offered[1], ()) is None)


@given(EDITIONS)
def test_a_record_says_what_was_put_into_it(edition: FrozenEdition) -> None:
    content = record_of(edition)
    assert parsed_record(content, "utgava.toml", edition.name) == (edition._replace(seal=seal_in(content)), ())


@given(EDITIONS, st.data())
def test_no_byte_of_a_record_can_be_changed_unseen(edition: FrozenEdition, data: st.DataObject) -> None:
    content = record_of(edition)
    at = data.draw(st.integers(0, len(content) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[at]))
    read, problems = parsed_record(content[:at] + bytes([other]) + content[at + 1 :], "utgava.toml", edition.name)
    assert read is None and [problem.code for problem in problems] == ["utgava-andrad"]
