"""Excuses: read where they stand, held against findings, and told of when nothing needs them."""

from rapportbyggare.checks.excuses import judged, read_excuses
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

FILE = "sections/a.md"


def finding(line: int, code: str = "skrivet-tal", file: str = FILE) -> Problem:
    return Problem(code, Place(file, line, 3), "Ett tal.", quote="400")


def covered(text: str, file: str = FILE) -> list[tuple[str, str, int, int]]:
    excuses, problems = read_excuses(text, file)
    assert problems == ()
    return [(one.code, one.reason, one.first, one.last) for one in excuses]


def test_a_comment_alone_is_about_the_next_block() -> None:
    assert covered("A\n\n{# godkänn skrivet-tal: ur planen #}\n\nB 400\nC\n\nD\n") == [("skrivet-tal", "ur planen", 5, 6)]


def test_a_comment_in_a_block_is_about_that_block() -> None:
    assert covered("A\n\n{# godkänn skrivet-tal: ur planen #}\nB 400\n\nC\n") == [("skrivet-tal", "ur planen", 3, 4)]
    assert covered("A 400 {# Godkänn skrivet-tal: ur\nplanen #}\n\nB\n") == [("skrivet-tal", "ur planen", 1, 2)]


def test_two_comments_in_a_row_are_about_the_same_block() -> None:
    text = "{# godkänn ett-fel: därför #}\n{# godkänn annat-fel: också #}\n\n{# en anmärkning #}\n\nB 400\n"
    assert [(code, first, last) for code, _, first, last in covered(text)] == [("ett-fel", 6, 6), ("annat-fel", 6, 6)]


def test_a_comment_with_empty_lines_in_it_is_one_block() -> None:
    assert covered("{# godkänn ett-fel: lång\n\nmotivering #}\n\nB\n") == [("ett-fel", "lång motivering", 5, 5)]


def test_the_last_comment_of_a_file_is_about_itself() -> None:
    assert covered("A\n\n{# godkänn ett-fel: därför #}\n") == [("ett-fel", "därför", 3, 3)]


def test_toml() -> None:
    text = 'rubrik = "A"\n\n# godkänn skrivet-tal: ur planen\nnot = "400"\n\nb = 1\n'
    assert covered(text, "report/tabeller.toml") == [("skrivet-tal", "ur planen", 3, 4)]


def test_an_excuse_without_code_or_reason() -> None:
    for words in ("godkänn", "godkänn skrivet-tal", "godkänn: därför", "godkänn skrivet-tal:", "godkänn skrivet tal: därför"):
        excuses, (problem,) = read_excuses(f"A\n\nB {{# {words} #}}\n", FILE)
        assert excuses == ()
        assert (problem.code, problem.place, problem.quote) == ("ofullstandig-ursakt", Place(FILE, 3, 3), words)


def test_other_comments_are_none() -> None:
    assert read_excuses("{# Till dig som skriver: godkännandet kommer i höst #}\n", FILE) == ((), ())


def test_findings_are_excused_by_code_file_and_line() -> None:
    excuses, _ = read_excuses("{# godkänn skrivet-tal: ur planen #}\nB 400\n", FILE)
    said = judged((finding(2), finding(3), finding(2, "annat"), finding(2, file="sections/b.md")), excuses)
    assert [one.place.line for one in said.findings if one.code == "skrivet-tal"] == [3, 2]
    assert [(one.finding, one.excuse.reason) for one in said.excused] == [(finding(2), "ur planen")]
    assert "onodig-ursakt" not in {one.code for one in said.findings}


def test_an_excuse_that_nothing_needs_is_told() -> None:
    excuses, _ = read_excuses("{# godkänn skrivet-tal: ur planen #}\nB 400\n", FILE)
    (problem,) = judged((finding(3, "annat"),), excuses).findings[1:]
    assert (problem.code, problem.place, problem.quote) == ("onodig-ursakt", Place(FILE, 1, 1), "skrivet-tal")
