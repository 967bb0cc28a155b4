"""Corrections in words: how many, what is shown when, and what is said together."""

from dataclasses import replace

import pytest

from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.correction_telling import closing, tell_corrections

TODO = Correction(Standing.TODO, What.VALUE, 1, "1 Läget", "", "Det finns 5.", "5", "5", "6")
DONE = replace(TODO, standing=Standing.DONE, stands="6")
LOST = replace(TODO, standing=Standing.LOST, order=-1, stands="", remark="Stycket är borttaget.")


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], "Inget att rätta för hand"),
        ([TODO], "1 att rätta för hand"),
        ([DONE], "Inget att rätta för hand, 1 redan rättad"),
        ([*[TODO] * 9, DONE, DONE, LOST], "9 att rätta för hand, 2 redan rättade, 1 hittades inte"),
    ],
)
def test_how_many_there_are(items: list[Correction], said: str) -> None:
    assert closing(items) == said


def test_what_is_corrected_already_is_shown_only_while_there_is_more_to_correct() -> None:
    assert tell_corrections([DONE]).chapters == ()
    assert len(tell_corrections([TODO, replace(DONE, sentence="En annan.")]).chapters[0].items) == 2


def test_a_sentence_is_said_once_with_all_that_is_to_be_corrected_in_it() -> None:
    (chapter,) = tell_corrections([TODO, replace(TODO, old="ökade", stands="ökade", right="minskade")]).chapters
    (item,) = chapter.items
    assert (chapter.heading, item.lead) == ("1 Läget", "”Det finns 5.”")
    assert [(line.label, line.text) for line in item.lines] == [("Rätta", "5 → 6"), ("Rätta", "ökade → minskade")]


def test_each_heading_is_said_once() -> None:
    other = replace(TODO, heading="2 Slutet", order=2)
    assert [chapter.heading for chapter in tell_corrections([TODO, other, replace(LOST, heading="1 Läget")]).chapters] == [
        "1 Läget",
        "2 Slutet",
    ]


def test_a_chart_with_much_in_it_is_not_told_in_full() -> None:
    drawn = tuple((f"kommun {n}", "1", "2") for n in range(20))
    picture = replace(TODO, what=What.PICTURE, where="figur 1", sentence="", drawn=drawn, remark="Byt bilden.")
    ((item,),) = (chapter.items for chapter in tell_corrections([picture]).chapters)
    assert [line.text for line in item.lines][-2:] == ["… och 12 till", "Byt bilden."]
    assert item.lead == "Figur 1"


def test_what_was_not_found_says_what_stood_there() -> None:
    ((item,),) = (chapter.items for chapter in tell_corrections([LOST]).chapters)
    assert [(line.label, line.text) for line in item.lines] == [("Hittades inte", "5 → 6"), ("Obs", "Stycket är borttaget.")]
