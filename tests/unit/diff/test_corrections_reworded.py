"""What is listed when colleagues have rewritten what stands round the figures: no old figure is left unsaid."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.correction_telling import closing
from tests.unit.diff.edits import (
    DONE,
    LOST,
    TODO,
    Edit,
    Root,
    W,
    deleted,
    draft,
    edited,
    listed,
    plain,
    remove,
    retyped,
    tracked,
    typed_over,
)
from tests.unit.diff.test_corrections import SHOWN, TEXT, UP
from tests.unit.diff.twice import BERG_2025

SEE, CHANGED = Standing.SEE, Standing.CHANGED
LAST = "Det var allt som fanns att säga."
MANY = {BERG_2025: "73"}


def final(*sections: str, project: Path | None = None) -> bytes:
    """A document without anchors."""
    return draft(*sections, project=project, status=DocumentStatus.DECIDED)


def columns_without(number: int) -> Edit:
    """Take a column away from the table of figures."""

    def edit(root: Root) -> None:
        for row in list(root.iter(W + "tr")):
            cells = row.findall(W + "tc")
            if len(cells) == 3:
                remove(cells[number])

    return edit


def cells(found: tuple[Correction, ...]) -> list[Correction]:
    return [one for one in found if "rad Berg" in one.where and one.what is What.VALUE]


def remarks(found: tuple[Correction, ...], standing: Standing) -> list[str]:
    return [plain(one.remark) for one in found if one.standing is standing]


def test_a_cell_whose_row_is_called_something_else(project: Path) -> None:
    content = edited(final(SHOWN, project=project), retyped("Berg", "Bergs kommun"))
    (one,) = cells(listed(content, SHOWN, facts=MANY, project=project))
    assert (one.standing, one.stands, one.right) == (TODO, "72", "73")
    assert one.remark.endswith("Står i rad Bergs kommun, kolumn 2025.")
    corrected = edited(content, retyped("72", "73"))
    assert [one.standing for one in cells(listed(corrected, SHOWN, facts=MANY, project=project))] == [DONE]


@pytest.mark.parametrize("make", [final, draft])
def test_a_cell_whose_column_has_moved(project: Path, make: Callable[..., bytes]) -> None:
    content = edited(make(SHOWN, project=project), columns_without(1))
    (one,) = cells(listed(content, SHOWN, facts=MANY, project=project))
    assert (one.standing, one.stands, one.right) == (TODO, "72", "73")


def test_a_cell_whose_column_is_gone_is_not_looked_for_in_another_year(project: Path) -> None:
    content = edited(final(SHOWN, project=project), columns_without(2))
    (one,) = cells(listed(content, SHOWN, facts=MANY, project=project))
    assert (one.standing, one.remark[:22]) == (LOST, "Raden, kolumnen eller ")


def test_an_old_figure_in_a_rewritten_sentence_is_to_be_corrected() -> None:
    content = edited(
        final(TEXT),
        retyped("I länet finns ", "Vi räknar med "),
        retyped(" företag. Ant", " bolag inom länets gränser just nu. Ant"),
    )
    (one, *_) = listed(content, TEXT, facts=UP)
    assert (one.standing, plain(one.stands), plain(one.right)) == (TODO, "1 392", "1 405")
    assert one.remark.startswith("Meningen är omskriven")


def test_several_old_figures_in_the_chapter_are_pointed_at() -> None:
    words = " bolag, och i fjol var 1 392 också vad andra gissade på. Antalet "
    content = edited(final(TEXT), retyped("I länet finns ", "Vi räknar med "), retyped(" företag. Antalet ", words))
    found = listed(content, TEXT, facts=UP)
    (remark, *_) = remarks(found, LOST)
    assert remark.startswith(
        "Stället är borttaget eller omskrivet. Se efter själv: ”1 392” står kvar i ”Vi räknar med 1 392 bolag"
    )
    assert len(remarks(found, SEE)) == 2


@pytest.mark.parametrize("words", ["Någon sade 1 392 förra veckan.", "Det heter att 1392 är rätt."])
def test_an_old_figure_in_a_sentence_of_somebodys_own_is_never_left_unsaid(words: str) -> None:
    content = edited(
        draft(TEXT), retyped("1 392", "1 405"), retyped("minskade", "ökade"), tracked("7", "6"), retyped(LAST, words)
    )
    found = listed(content, TEXT, facts=UP)
    assert [one.standing for one in found] == [DONE, DONE, DONE, SEE]
    assert plain(found[-1].remark).endswith("står också här. Se efter om det är uppgiften 1 392, som nu är 1 405.")
    assert closing(found) == "1 gammalt tal att se efter, 3 redan rättade"


def test_a_short_number_or_a_year_is_not_looked_for() -> None:
    content = edited(draft(TEXT), retyped(LAST, "Sidan 7 handlar om 2025."))
    assert remarks(listed(content, TEXT, facts=UP), SEE) == []


def test_the_new_number_beside_the_old_one_is_done_and_the_old_one_told() -> None:
    content = edited(draft(TEXT), retyped(" företag. Antalet ", " företag (nu 1 405). Antalet "))
    found = listed(content, TEXT, facts=UP)
    assert [one.standing for one in found] == [DONE, TODO, TODO, SEE]


@pytest.mark.parametrize("edit", [retyped, typed_over])
def test_a_figure_that_has_not_changed_and_was_written_over(edit: Callable[[str, str], Edit]) -> None:
    content = edited(draft(TEXT), edit("1 392", "1 300"), retyped("I länet finns ", "I länet finns det "))
    (one,) = listed(content, TEXT, facts={})
    assert one.standing is CHANGED
    assert plain(one.remark) == "Någon har ändrat 1 392 till 1 300; uppgiften är 1 392."
    assert closing([one]) == "Inget att rätta för hand, 1 uppgift ändrad av någon"


def test_a_cell_that_was_written_over(project: Path) -> None:
    content = edited(draft(SHOWN, project=project), retyped("72", "27"))
    assert remarks(listed(content, SHOWN, facts={}, project=project), CHANGED) == [
        "Någon har ändrat 72 till 27; uppgiften är 72."
    ]


def test_a_figure_that_was_deleted_or_moved_within_its_sentence_is_nobodys_mistake() -> None:
    assert listed(edited(draft(TEXT), deleted("företag")), TEXT, facts={}) == ()
    moved = edited(draft(TEXT), retyped("1 392", "numera"), retyped(" företag. Antalet ", " 1 392 företag. Antalet "))
    assert listed(moved, TEXT, facts={}) == ()


@pytest.mark.parametrize("words", ["ökade inte", "minskade alltså inte, utan ökade", "gick inte upp utan ned"])
def test_a_word_that_cannot_be_exchanged_alone_is_told_with_its_sentence(words: str) -> None:
    content = edited(draft(TEXT), retyped("minskade", words), retyped(" från året före", " jämfört med året före"))
    (one,) = [one for one in listed(content, TEXT, facts=UP) if one.what is What.SENTENCE]
    assert one.standing is TODO
    assert plain(one.stands) == f"Antalet {words} med 7 jämfört med året före, och det är många."
    assert plain(one.right) == "Antalet ökade med 6 från året före, och det är många."
    followed = edited(content, retyped(words, "ökade"), tracked("7", "6"), retyped("jämfört med", "från"))
    assert {one.standing for one in listed(followed, TEXT, facts=UP)[1:]} == {DONE}


def test_a_number_with_more_words_in_a_rewritten_sentence_is_told_with_its_sentence() -> None:
    content = edited(
        draft(TEXT), retyped("1 392", "nästan 1 400"), retyped(" företag. Antalet ", " bolag av alla slag. Antalet ")
    )
    (one, *_) = listed(content, TEXT, facts=UP)
    assert (one.what, plain(one.right)) == (What.SENTENCE, "I länet finns 1 405 företag.")


def test_the_right_number_in_another_place_of_the_sentence_does_not_make_a_wrong_one_right() -> None:
    content = edited(draft(TEXT), retyped("1 392", "1 300"), retyped(" företag. Antalet ", " av 1 405 företag. Antalet "))
    (one, *_) = listed(content, TEXT, facts=UP)
    assert (one.standing, plain(one.stands)) == (TODO, "1 300")
