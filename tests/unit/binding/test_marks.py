import pytest

from rapportbyggare.binding.marks import Letters, Register, Target, letter
from rapportbyggare.core.blocks import HeadingKind
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import NoteNumber, TableNoteMark, Text

NUMBERED, UNNUMBERED, APPENDIX = HeadingKind.NUMBERED, HeadingKind.UNNUMBERED, HeadingKind.APPENDIX


def numbers(*headings: tuple[int, HeadingKind]) -> tuple[list[str], list[str]]:
    problems: list[Problem] = []
    register = Register(problems)
    found = [register.heading(level, kind, "", "", NOWHERE)[1] for level, kind in headings]
    return found, [problem.code for problem in problems]


def test_headings_are_numbered_in_levels() -> None:
    one, two, three = (1, NUMBERED), (2, NUMBERED), (3, NUMBERED)
    assert numbers(one, two, two, three, one, two, three) == (["1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1"], [])


def test_what_stands_under_an_unnumbered_heading_has_no_number() -> None:
    assert numbers((1, UNNUMBERED), (2, NUMBERED), (1, NUMBERED), (2, UNNUMBERED), (2, NUMBERED)) == (
        ["", "", "1", "", "1.1"],
        [],
    )


def test_appendices_have_their_own_series() -> None:
    assert numbers((1, NUMBERED), (1, APPENDIX), (2, NUMBERED), (1, APPENDIX)) == (["1", "1", "", "2"], [])


def test_a_skipped_level_is_a_problem() -> None:
    assert numbers((2, NUMBERED))[1] == ["hoppad-rubrikniva"]
    assert numbers((1, NUMBERED), (3, NUMBERED), (2, NUMBERED), (3, NUMBERED))[1] == ["hoppad-rubrikniva"]


def test_notes_are_counted_and_repeated() -> None:
    register = Register([])
    assert register.note("a", NOWHERE) is None
    assert register.reserve_note("a", "a", NOWHERE) == NoteNumber(1, False)
    register.fill_note("a", (Text("x"),))
    assert register.reserve_note("b", "", NOWHERE) == NoteNumber(2, False)
    assert register.note("a", NOWHERE) == NoteNumber(1, True)
    assert register.notes["a"].content == (Text("x"),)
    assert register.targets == {"not-a": Target("not", "not", "1", NOWHERE)}


def test_a_label_in_two_files_is_ambiguous_only_when_led_to() -> None:
    problems: list[Problem] = []
    register = Register(problems)
    register.reserve_note("f:a", "a", NOWHERE)
    register.reserve_note("g:a", "a", NOWHERE)
    assert (register.ambiguous, problems) == ({"not-a"}, [])


def test_a_key_used_twice() -> None:
    problems: list[Problem] = []
    register = Register(problems)
    assert (register.table("t", Place("f", 1)), register.figure("t", Place("f", 2))) == (1, 1)
    assert [(problem.code, problem.place.line) for problem in problems] == [("dubbel-nyckel", 2)]
    assert register.targets["t"].kind == "tabell"


@pytest.mark.parametrize(("index", "name"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")])
def test_letters(index: int, name: str) -> None:
    assert letter(index) == name


def test_notes_under_a_table_are_lettered_in_order() -> None:
    letters = Letters()
    marks = [letters.mark("b", (Text("B"),)), letters.mark("a", (Text("A"),)), letters.mark("b", ())]
    assert marks == [TableNoteMark("a"), TableNoteMark("b"), TableNoteMark("a")]
    assert letters.notes() == [(TableNoteMark("a"), (Text("B"),)), (TableNoteMark("b"), (Text("A"),))]
