"""What the same draft prints differently with two datasets."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.changes import BROKEN_CLAIM, Part, WordKind
from rapportbyggare.diff.compare import compare
from tests.small import COUNTY, DATASET, write
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, altered, drafts, printed, twice, version
from tests.unit.passages.test_printed import CHART, TABLE

OSTERSUND = FactKey("foretag", "antal", 2025, "Östersund")
ARE = FactKey("foretag", "antal", 2025, "Åre")
SHARE = FactKey("andel_kkb", "andel", 2025, COUNTY)
DEFINITIVE = {"status": Status.DEFINITIVE}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def sentences(*sections: str, facts: dict[FactKey, str]) -> list[tuple[str, str]]:
    return [(plain(change.before), plain(change.after)) for change in twice(*sections, facts=facts).words]


def test_nothing_differs_from_itself() -> None:
    text = "# A\n\nI Berg {{ foretag(ar, 'Berg') }}, {{ riktning(foretag(ar), foretag(ar - 1)) }}.\n"
    assert compare(version(text), version(text), drafts(text)).nothing


def test_a_figure_is_told_with_its_fact_and_so_is_what_is_computed_from_it() -> None:
    text = "Det var {{ foretag(ar) }}, {{ skillnad(foretag(ar), foretag(ar - 1)) | belopp }} färre.\n"
    (fact,) = twice(text, facts={COUNTY_2025: "1390"}).facts
    assert [(plain(a), plain(b)) for _, a, b in printed(fact)] == [("1 392", "1 390"), ("7", "9")]
    assert [change.derived for change in fact.printed] == [False, True]


def test_what_is_computed_from_two_changed_facts_is_told_once() -> None:
    text = "Andelen är {{ andel(foretag(ar, 'Berg'), foretag(ar)) | decimaler(2) }}.\n"
    found = twice(text, facts={COUNTY_2025: "1300", BERG_2025: "80"})
    (large,) = [fact for fact in found.facts if fact.printed]
    (small,) = [fact for fact in found.facts if fact.shared]
    assert (large.key, small.key) == (BERG_2025, COUNTY_2025)
    assert large.printed == small.shared
    assert len(list(found.printed())) == 1


def test_a_sentence_rewrites_itself_and_is_shown_whole() -> None:
    text = "Först. I länet {{ riktning(foretag(ar), foretag(ar - 1)) }} antalet till {{ foretag(ar) }}. Sist.\n"
    found = twice(text, facts={COUNTY_2025: "1500"})
    (change,) = found.words
    assert (plain(change.before), plain(change.after)) == (
        "I länet minskade antalet till 1 392.",
        "I länet ökade antalet till 1 500.",
    )
    assert change.words == (("minskade", "ökade"),)
    assert change.facts == (COUNTY_2025,)
    assert found.facts[0].rewordings == (change,)


def test_a_rank_a_name_and_a_list_are_words() -> None:
    text = (
        "Åre är {{ rang(foretag, ar, 'Åre') | rangord }}. Flest har {{ storst(foretag, ar) }}.\n\n"
        "Det ökade i {{ okade(foretag, ar, ar - 1) | uppraknat }}.\n"
    )
    assert sentences(text, facts={ARE: "2000"}) == [
        ("Åre är tredje störst.", "Åre är störst."),
        ("Flest har Östersund.", "Flest har Åre."),
        ("Det ökade i Berg.", "Det ökade i Berg och Åre."),
    ]


def test_a_figure_that_is_another_fact_than_before_belongs_to_the_sentence() -> None:
    found = twice("Flest, {{ foretag(ar, storst(foretag, ar)) }}, har {{ storst(foretag, ar) }}.\n", facts={ARE: "2000"})
    (change,) = found.words
    assert [(plain(a), plain(b)) for a, b in change.words] == [("1 302", "2 000"), ("Östersund", "Åre")]
    assert found.facts[0].printed == ()


def test_a_whole_sentence_comes_from_an_expression() -> None:
    text = "Så är det.{{ ' Berg är störst.' if foretag(ar, 'Berg') > foretag(ar, 'Åre') else '' }} Sist.\n"
    assert sentences(text, facts={BERG_2025: "1"}) == [("Berg är störst.", "")]


def test_arms_of_one_choice_take_each_others_place() -> None:
    text = """{% if foretag(ar) > foretag(ar - 1) %}
Fler, {{ foretag(ar) }}.
{% else %}
Färre.

Mycket.
{% endif %}

{% if foretag(ar) > 5000 %}
Otroligt.
{% endif %}
"""
    found = twice(text, facts={COUNTY_2025: "6000"})
    assert [(change.part, change.before, plain(change.after)) for change in found.passages] == [
        (Part.PASSAGE, "Färre.\nMycket.", "Fler, 6 000."),
        (Part.PASSAGE, "", "Otroligt."),
    ]
    assert found.passages[0].facts == (COUNTY_2025,)
    assert not found.words


def test_the_same_words_in_another_arm_are_another_passage() -> None:
    text = "{% if foretag(ar) > 2000 %}\nDet är {{ foretag(ar) }}.\n{% endif %}\nDet är {{ foretag(ar) }}.\n"
    found = twice(text, facts={COUNTY_2025: "2001"})
    assert [str(change.spot.place) for change in found.passages] == ["sections/a.md:2:1"]
    assert [(place, plain(a), plain(b)) for place, a, b in printed(found.facts[0])] == [("rapportens början", "1 392", "2 001")]


def test_the_turns_of_a_loop_are_known_by_their_names() -> None:
    text = "{% for k in okade(foretag, ar, ar - 1) %}\n- {{ k }}: {{ foretag(ar, k) }}\n{% endfor %}\n"
    found = twice(text, facts={OSTERSUND: "1400"})
    assert [(change.part, plain(change.before), plain(change.after)) for change in found.passages] == [
        (Part.PASSAGE, "", "Östersund: 1 400")
    ]
    both = twice(text, facts={OSTERSUND: "1400", BERG_2025: "73"})
    berg = next(fact for fact in both.facts if fact.key == BERG_2025)
    assert [(a, b) for _, a, b in printed(berg)] == [("72", "73")]


def test_a_note_that_goes_and_the_marks_that_led_to_it() -> None:
    text = "Det var {{ omsattning(2024) | mnkr }} 2024.[^n]\n\n[^n]: En not.\n"
    found = twice(text, facts={TURNOVER: "831600000"})
    assert not found.passages and not found.marks
    known = altered({TURNOVER: DEFINITIVE})
    settled = compare(version(text), version(text, dataset=known), drafts(text))
    (note,) = settled.passages
    assert (note.part, note.after) == (Part.NOTE, "")
    assert note.before.startswith("Preliminär uppgift. 335 bolag")
    assert [(mark.came, str(mark.spot.place), mark.note) for mark in settled.marks] == [(False, "sections/a.md:1:9", note.before)]
    assert [(one.old, one.new) for one in settled.renumbered] == [("not 2", "not 1")]
    (fact,) = settled.facts
    assert [plain(thing.text) for thing in fact.same] == ["830 mnkr"]


def test_a_preliminary_note_with_another_base_is_the_same_note() -> None:
    text = "Det var {{ omsattning(2024) }}.\n"
    found = compare(version(text), version(text, dataset=altered({TURNOVER: {"base": 340}})), drafts(text))
    (fact,) = found.facts
    assert printed(fact) == [("not 1", "335", "340")]
    assert not found.passages and not found.marks


def test_what_is_said_of_the_source_is_told_after_other_words() -> None:
    origin = DATASET.observations[COUNTY_2025].origin._replace(extract="2025-11")
    text = "Uttag {{ uttag(foretag(ar)) }}.\n\nDet {{ riktning(foretag(ar), foretag(ar - 1)) }}.\n"
    later = altered({COUNTY_2025: {"origin": origin, "amount": Decimal(2000)}})
    found = compare(version(text), version(text, dataset=later), drafts(text))
    assert [change.kind for change in found.words] == [WordKind.WORDING, WordKind.ABOUT]
    assert plain(found.words[1].after) == "Uttag november 2025."


def test_a_fact_that_reads_as_before_and_one_that_is_printed_nowhere() -> None:
    found = twice(
        "Andelen är {{ andel_kkb(ar) }}.\n", facts={FactKey("andel_kkb", "andel", 2025, COUNTY): "5.06", BERG_2025: "9"}
    )
    assert [fact.key.indicator for fact in found.facts] == ["andel_kkb"]
    assert [plain(thing.text) for thing in found.facts[0].same] == ["5,1 %"]
    assert [fact.key for fact in found.unprinted] == [BERG_2025]


def test_facts_in_sentences_come_before_facts_in_tables_and_large_before_small(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    are = "I Åre {{ riktning(foretag(ar, 'Åre'), foretag(ar - 1, 'Åre')) }} den."
    text = f"Andelen är {{{{ andel_kkb(ar) }}}}. {are}\n\n{{% tabell antal %}}\n"
    found = twice(text, facts={BERG_2025: "200", OSTERSUND: "1303", SHARE: "5.2", ARE: "19"}, project=tmp_path)
    assert [fact.key for fact in found.facts] == [ARE, SHARE, BERG_2025, OSTERSUND]


def test_a_table_its_total_a_chart_and_its_alt_text(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    write(tmp_path, "figures/diagram.toml", CHART)
    found = twice("{% tabell antal %}\n\n{% diagram diagram %}\n", facts={OSTERSUND: "1301"}, project=tmp_path)
    (fact,) = found.facts
    assert [(where, plain(a), plain(b)) for where, a, b in printed(fact)[:3]] == [
        ("tabell 1, rad Östersund, kolumn juli 2025", "1 302", "1 301"),
        ("figur 1, Östersund, juli 2025", "1 302", "1 301"),
        ("tabell 1, rad Summa, kolumn juli 2025", "1 392", "1 391"),
    ]
    where, before, after = printed(fact)[3]
    assert where == "alternativtexten till figur 1"
    assert "högst Östersund (1 302)" in before and "högst Östersund (1 301)" in after
    largest = twice("{% tabell antal %}\n\n{% diagram diagram %}\n", facts={ARE: "5000"}, project=tmp_path)
    assert [(change.kind, change.spot.where) for change in largest.words] == [(WordKind.MADE, "alternativtexten till figur 1")]


def test_rows_tables_and_charts_come_and_go(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE.replace('for = "kommuner"', 'for = "okade(foretag, ar, ar - 1)"'))
    text = "{% if foretag(ar) > 1390 %}\n{% tabell antal %}\n{% endif %}\n"
    (row,) = twice(text, facts={ARE: "30"}, project=tmp_path).passages
    assert (row.part, row.spot.where, row.after) == (Part.ROW, "tabell 1, rad Åre, radrubriken", "Åre | 18 | 30")
    (table,) = twice(text, facts={COUNTY_2025: "1"}, project=tmp_path).passages
    assert (table.part, table.before, table.after) == (Part.TABLE, "Antal 2025", "")
    assert len(table.things) > 8


def test_claims_that_break_are_parted_from_other_new_problems() -> None:
    def problem(code: str, line: int) -> Problem:
        return Problem(code, Place("sections/a.md", line), f"{code} {line}")

    old = replace(version("Ord.\n"), problems=(problem(BROKEN_CLAIM, 1), problem("annat", 2)))
    new = replace(version("Ord.\n"), problems=(problem(BROKEN_CLAIM, 3), problem("annat", 2), problem("annat", 4)))
    found = compare(old, new)
    assert [one.place.line for one in (*found.broken, *found.mended, *found.raised)] == [3, 1, 4]
    assert not found.nothing


@pytest.mark.parametrize("gone", [None, {"status": Status.MISSING, "amount": None}])
def test_a_figure_that_is_gone_reads_as_nothing(gone: dict[str, object] | None) -> None:
    text = "Det var {{ foretag(ar, 'Berg') }}.\n"
    found = compare(version(text), version(text, dataset=altered({BERG_2025: gone})), drafts(text))
    assert printed(found.facts[0]) == [("rapportens början", "72", "")]
    assert [problem.code for problem in found.raised] == ["uppgift-saknas"]
