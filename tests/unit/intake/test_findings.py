from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake.findings import MOST, Findings


def found(problems: int, remarks: int = 0, same: bool = False) -> Findings:
    """Findings of one file, all of them alike or none."""
    one = Findings("a.csv")
    for number in range(1, max(problems, remarks) + 1):
        place = Place("a.csv", 1 if same else number)
        if number <= problems:
            one.add(Problem("fel", place, "Fel."))
        if number <= remarks:
            one.remark(Remark, "Anmärkning.", place)
    return one


def told(findings: Findings) -> tuple[int, str, int, str]:
    """How many problems and remarks are listed, and the last of each."""
    return len(findings.problems), findings.problems[-1].message, len(findings.said), findings.said[-1].text


def test_what_is_not_listed_is_counted() -> None:
    assert told(found(MOST, MOST)) == (50, "Fel.", 50, "Anmärkning.")
    assert told(found(MOST + 2, MOST + 1)) == (51, "Filen har ytterligare 2 fel.", 51, "Ytterligare 1 anmärkning.")


def test_what_another_only_counted_is_counted_still() -> None:
    one = Findings("a.csv")
    one.take(found(MOST + 7, MOST + 3))
    assert one.count == MOST + 7
    assert told(one) == (51, "Filen har ytterligare 7 fel.", 51, "Ytterligare 3 anmärkningar.")


def test_what_two_have_found_is_listed_together_and_counted_together() -> None:
    one = found(MOST - 1, MOST)
    one.take(found(3, 2))
    assert told(one) == (51, "Filen har ytterligare 2 fel.", 51, "Ytterligare 2 anmärkningar.")


def test_the_same_thing_is_taken_once() -> None:
    one = Findings("a.csv")
    one.take(found(MOST, MOST, same=True))
    assert (one.count, told(one)) == (1, (1, "Fel.", 1, "Anmärkning."))
    one.take(found(MOST + 4, same=True))
    assert (len(one.listed), one.problems[-1].message) == (2, "Filen har ytterligare 4 fel.")
