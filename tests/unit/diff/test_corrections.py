"""What is listed for an edited draft, by what has been done to it."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.diff.correction import Correction, What
from rapportbyggare.diff.corrections import corrections
from rapportbyggare.word.document import write_document
from tests.small import COUNTY
from tests.unit.diff.edits import (
    DONE,
    LOST,
    NEW_PICTURE,
    OLD_PICTURE,
    TODO,
    Edit,
    Root,
    W,
    copied,
    deleted,
    document,
    draft,
    edited,
    listed,
    moved_after,
    opened,
    plain,
    remove,
    retyped,
    short,
    tracked,
    typed_over,
    without_bookmark,
)
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, drafts
from tests.unit.word.sample import STYLE

DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TURNOVER_2023, BOLAG = FactKey("omsattning", "belopp", 2023, COUNTY), FactKey("omsattning", "bolag", 2024, COUNTY)
HEAD = "{% format 1 %}\n\n# Läget {#laget}\n\n"
COUNT = (
    "I länet finns {{ foretag(ar) }} företag. Antalet {{ riktning(foretag(ar), foretag(ar - 1)) }} med "
    "{{ skillnad(foretag(ar), foretag(ar - 1)) | belopp }} från året före, och det är många.\n\n"
)
END = "# Slutet {#slutet}\n\nDet var allt som fanns att säga.\n"
TEXT = HEAD + COUNT + END
UP = {COUNTY_2025: "1405"}
EXPECTED = [(TODO, "1 392", "1 405"), (TODO, "minskade", "ökade"), (TODO, "7", "6")]


def test_nothing_has_changed() -> None:
    assert listed(draft(TEXT), TEXT, facts={}) == ()


def test_every_value_of_a_changed_fact_is_listed_with_its_sentence_and_heading() -> None:
    found = listed(draft(TEXT), TEXT, facts=UP)
    assert short(found) == EXPECTED
    assert {one.heading for one in found} == {"1 Läget"}
    assert plain(found[0].sentence) == "I länet finns 1 392 företag."
    assert plain(found[1].sentence) == "Antalet minskade med 7 från året före, och det är många."


@pytest.mark.parametrize("edit", [retyped, typed_over, tracked])
def test_a_value_corrected_in_any_manner_is_done(edit: object) -> None:
    assert callable(edit)
    found = listed(edited(draft(TEXT), edit("1 392", "1 405"), edit("minskade", "ökade")), TEXT, facts=UP)
    assert short(found) == [(DONE, "1 405", "1 405"), (DONE, "ökade", "ökade"), EXPECTED[2]]


def test_nothing_is_left_when_all_is_corrected() -> None:
    edits = (retyped("1 392", "1 405"), typed_over("minskade", "ökade"), tracked("7", "6"))
    assert {one.standing for one in listed(edited(draft(TEXT), *edits), TEXT, facts=UP)} == {DONE}


@pytest.mark.parametrize("space", ["\u00a0", " ", "\u202f"])
def test_spaces_of_any_sort_make_no_difference(space: str) -> None:
    found = listed(edited(draft(TEXT), retyped("1 392", f"1{space}405")), TEXT, facts=UP)
    assert found[0].standing is DONE


def test_what_somebody_has_changed_to_something_else_is_shown_as_it_stands() -> None:
    found = listed(edited(draft(TEXT), typed_over("1 392", "1 400")), TEXT, facts=UP)
    assert short(found)[0] == (TODO, "1 400", "1 405")
    assert plain(found[0].remark) == "Någon har ändrat här: i utkastet stod det ”1 392”."


def test_half_a_number_typed_outside_its_bookmark_is_read_with_it() -> None:
    def edit(root: Root) -> None:
        retyped("1 392", "1 4")(root)
        retyped(" företag. Antalet ", "05 företag. Antalet ")(root)

    assert short(listed(edited(draft(TEXT), edit), TEXT, facts=UP))[0] == (DONE, "1 405", "1 405")


def test_a_lost_bookmark_is_found_by_the_words_of_its_sentence() -> None:
    content = edited(draft(TEXT), without_bookmark("1 392"), retyped("I länet finns ", "I hela länet finns nu "))
    found = listed(content, TEXT, facts=UP)
    assert short(found) == EXPECTED
    assert plain(found[0].sentence) == "I hela länet finns nu 1 392 företag."


def test_a_deleted_paragraph_leaves_nothing_to_correct() -> None:
    found = listed(edited(draft(TEXT), deleted("företag")), TEXT, facts=UP)
    assert [one.standing for one in found] == [LOST, LOST, LOST]
    assert plain(found[0].sentence) == "I länet finns 1 392 företag."
    assert found[0].remark.startswith("Stycket är borttaget")


def test_a_value_taken_out_of_its_sentence_leaves_nothing_to_correct() -> None:
    (first, *_) = listed(edited(draft(TEXT), retyped("1 392", "")), TEXT, facts=UP)
    assert (first.standing, first.remark.split(",")[0]) == (LOST, "Uppgiften är borttagen ur texten")


def test_a_copied_paragraph_is_listed_in_both_places() -> None:
    found = listed(edited(draft(TEXT), copied("företag")), TEXT, facts=UP)
    assert short(found) == [*EXPECTED, *EXPECTED]
    assert len({one.order for one in found}) == 2


def test_a_sentence_copied_without_its_bookmarks_is_listed_too() -> None:
    content = edited(draft(TEXT), retyped("Det var allt som fanns att säga.", "I länet finns 1 392 företag."))
    found = listed(content, TEXT, facts=UP)
    assert short(found) == [*EXPECTED, EXPECTED[0]]
    assert found[-1].heading == "2 Slutet"
    assert found[-1].remark.startswith("Meningen är en kopia")


def test_a_moved_paragraph_is_listed_under_its_present_heading() -> None:
    found = listed(edited(draft(TEXT), moved_after("företag", "Det var allt")), TEXT, facts=UP)
    assert short(found) == EXPECTED
    assert {one.heading for one in found} == {"2 Slutet"}


def test_a_reworded_sentence_without_changed_figures_is_left_alone() -> None:
    content = edited(draft(TEXT), retyped("I länet finns ", "Hos oss finns det "), retyped("Det var allt", "Mer är det inte"))
    assert listed(content, TEXT, facts={}) == ()


CHOICE = (
    "{% if foretag(ar) > foretag(ar - 1) %}\nDet har blivit fler företag i länet, nu är de {{ foretag(ar) }}.\n"
    "{% else %}\nDet har inte blivit fler företag i länet än de {{ foretag(ar - 1) }} som fanns.\n{% endif %}\n\n"
)


def test_a_paragraph_exchanged_for_another_arm() -> None:
    text = HEAD + CHOICE + END
    (one,) = listed(draft(text), text, facts=UP)
    assert (one.standing, one.what) == (TODO, What.PASSAGE)
    assert plain(one.stands) == "Det har inte blivit fler företag i länet än de 1 399 som fanns."
    assert plain(one.right) == "Det har blivit fler företag i länet, nu är de 1 405."
    corrected = edited(draft(text), deleted("inte blivit"), retyped("Det var allt som fanns att säga.", plain(one.right)))
    assert [one.standing for one in listed(corrected, text, facts=UP)] == [DONE]


def test_a_paragraph_that_comes_and_one_that_goes() -> None:
    text = (
        HEAD
        + "Inledande ord om länet.\n\n{% if foretag(ar) > 1400 %}\nNu är de fler än 1 400 i hela länet.\n{% endif %}\n\n"
        + END
    )
    (one,) = listed(draft(text), text, facts=UP)
    assert (one.standing, one.stands, one.heading) == (TODO, "", "1 Läget")
    assert one.remark == "Lägg till det efter ”Inledande ord om länet.”."
    gone = (
        HEAD
        + "{% if foretag(ar) < 1400 %}\nÄn så länge är de färre än 1 400, närmare bestämt {{ foretag(ar) }}.\n{% endif %}\n\n"
        + END
    )
    (other,) = listed(draft(gone), gone, facts=UP)
    assert (other.standing, other.right) == (TODO, "")
    assert [one.standing for one in listed(edited(draft(gone), deleted("Än så länge")), gone, facts=UP)] == [DONE]


def test_an_anchor_whose_number_another_paragraph_now_bears_is_not_mistaken() -> None:
    """In an arm that goes stand the first two of three mentions: the third becomes the first of the new document."""
    text = (
        HEAD
        + "{% if foretag(ar) < 1400 %}\nAntalet företag är {{ foretag(ar) }}, alltså bara {{ foretag(ar) }}.\n{% endif %}\n\n"
        "Till sist noteras att {{ foretag(ar) }} företag finns kvar.\n\n" + END
    )
    found = listed(draft(text), text, facts=UP)
    assert [(one.what, plain(one.stands), plain(one.right)) for one in found] == [
        (What.PASSAGE, "Antalet företag är 1 392, alltså bara 1 392.", ""),
        (What.VALUE, "1 392", "1 405"),
    ]
    assert plain(found[1].sentence) == "Till sist noteras att 1 392 företag finns kvar."


SHOWN = HEAD + "{% tabell tal %}\n\n{% diagram antal %}\n\n" + END


def test_cells_descriptions_charts_and_their_texts(project: Path) -> None:
    found = listed(draft(SHOWN, project=project), SHOWN, facts={BERG_2025: "1500"}, project=project)
    assert [(one.standing, one.what, one.where) for one in found if one.what is not What.ROW] == [
        (TODO, What.DESCRIPTION, "beskrivningen av tabell 1"),
        (TODO, What.VALUE, "tabell 1, rad Berg, kolumn 2025"),
        (TODO, What.ALT, "alternativtexten till figur 1"),
        (TODO, What.PICTURE, "figur 1"),
    ]
    (row,) = [one for one in found if one.what is What.ROW]
    assert plain(row.right) == "Länet | 1 399 | 1 392"
    assert found[-1].drawn == (("Berg, 2025", "72", "1\u00a0500"),)


def test_a_cell_without_its_bookmark_is_found_by_its_headings(project: Path) -> None:
    content = edited(draft(SHOWN, project=project), without_bookmark("72"))
    (one, *_) = [one for one in listed(content, SHOWN, facts={BERG_2025: "73"}, project=project) if one.what is What.VALUE]
    assert (one.standing, one.stands, one.right, one.where) == (TODO, "72", "73", "tabell 1, rad Berg, kolumn 2025")


def test_preliminary_notes_come_and_go() -> None:
    text = HEAD + "Omsättningen var {{ omsattning(ar - 1) | mnkr }} enligt boksluten.\n\n" + END
    found = listed(draft(text), text, facts={TURNOVER: {"base": 336}})
    assert [(one.standing, one.where, plain(one.stands), plain(one.right)) for one in found] == [(TODO, "not 1", "335", "336")]
    found = listed(draft(text), text, facts={TURNOVER: {"status": Status.DEFINITIVE}})
    assert [(one.standing, one.what) for one in found] == [(TODO, What.NOTE)]
    assert plain(found[0].remark) == "Ta bort fotnoten efter ”830 mnkr”."


def test_a_figure_that_becomes_preliminary_brings_its_note() -> None:
    text = HEAD + "Omsättningen var {{ omsattning(ar - 2) | mnkr }} enligt boksluten.\n\n" + END
    (one,) = listed(draft(text), text, facts={TURNOVER_2023: {"status": Status.PRELIMINARY, "base": 300}})
    assert (one.standing, one.what, one.stands) == (TODO, What.NOTE, "")
    assert plain(one.right) == "Preliminär uppgift. 300 bolag vid uttaget 2025-09-03."
    assert plain(one.remark) == "Sätt fotnoten efter ”1 235 mnkr”."


def test_a_note_with_other_marks_is_moved_not_taken_away() -> None:
    """The first mark holds the note: without it the others lead nowhere."""
    text = (
        HEAD
        + "Först {{ omsattning(ar - 1) | mnkr }} och sedan.\n\nAntalet är {{ omsattning(ar - 1, matt='bolag') }} bolag.\n\n"
        + END
    )
    both = {TURNOVER: {"base": 8}, BOLAG: {"base": 8}}
    old, new = document(text, facts=both), document(text, facts=both | {TURNOVER: {"base": 8, "status": Status.DEFINITIVE}})
    content = write_document(old, STYLE, {}, None)
    (one,) = corrections(old, new, drafts(text), opened(content), lambda _: (frozenset(), frozenset()))
    assert plain(one.remark).startswith("Flytta fotnoten: klipp ut den efter ”830 mnkr”")
    file = opened(content)
    moved = replace(file, texts=tuple(replace(t, notes=()) if "Först" in t.text else t for t in file.texts))
    assert [one.standing for one in corrections(old, new, drafts(text), moved, lambda _: (frozenset(), frozenset()))] == [DONE]


def pictured(project: Path, media: bytes = b"") -> list[Correction]:
    """What is said of a chart whose text alternative stays as it is, when its picture has been exchanged."""
    content = draft(SHOWN, project=project)
    file = opened(content)
    digests = frozenset({sha256(media).hexdigest()})
    pictures = tuple(replace(one, digests=digests if media else one.digests) for one in file.pictures)
    facts = {BERG_2025: "73"}
    old, new = document(SHOWN, project=project), document(SHOWN, facts=facts, project=project)
    images = frozenset({sha256(OLD_PICTURE).hexdigest()}), frozenset({sha256(NEW_PICTURE).hexdigest()})
    found = corrections(old, new, drafts(SHOWN), replace(file, pictures=pictures), lambda _: images)
    return [one for one in found if one.what in (What.PICTURE, What.ALT)]


def test_a_picture_is_exchanged_when_its_bytes_are_the_new_ones(project: Path) -> None:
    assert [one.standing for one in pictured(project)] == [TODO]
    assert [one.standing for one in pictured(project, media=NEW_PICTURE)] == [DONE]


def test_of_a_picture_written_anew_its_text_alternative_tells(project: Path) -> None:
    (one,) = pictured(project, media=b"annat")
    assert (one.standing, one.remark[:34]) == (DONE, "Bilden är en annan än utkastets. K")


def test_a_picture_that_is_gone_leaves_nothing_to_correct(project: Path) -> None:
    def take(root: Root) -> None:
        for drawing in list(root.iter(W + "drawing")):
            remove(drawing)

    content = edited(draft(SHOWN, project=project), take)
    found = listed(content, SHOWN, facts={BERG_2025: "1500"}, project=project)
    assert [one.standing for one in found if one.what in (What.PICTURE, What.ALT)] == [LOST, LOST]


def test_a_changed_text_alternative_is_compared_in_the_file(project: Path) -> None:
    facts = {BERG_2025: "1500"}

    def written(words: str) -> Edit:
        def edit(root: Root) -> None:
            for picture in root.iter(DOCPR):
                picture.set("descr", words)

        return edit

    content = draft(SHOWN, project=project)
    (alt,) = [one for one in listed(content, SHOWN, facts=facts, project=project) if one.what is What.ALT]
    for words, standing in ((alt.right, DONE), (alt.old, TODO), ("Ett diagram.", TODO)):
        (one,) = [
            one for one in listed(edited(content, written(words)), SHOWN, facts=facts, project=project) if one.what is What.ALT
        ]
        assert (one.standing, one.stands) == (standing, words)


def test_a_program_that_drops_descriptions_of_tables_leaves_nothing_to_correct(project: Path) -> None:
    def drop(root: Root) -> None:
        for description in list(root.iter(W + "tblDescription")):
            remove(description)

    content = edited(draft(SHOWN, project=project), drop)
    (one,) = [one for one in listed(content, SHOWN, facts={BERG_2025: "1500"}, project=project) if one.what is What.DESCRIPTION]
    assert (one.standing, one.remark[:42]) == (LOST, "Filens tabell har ingen beskrivning: Libre")


def test_a_lost_map_is_no_hindrance_while_the_bookmarks_are_there() -> None:
    file = replace(opened(edited(draft(TEXT), moved_after("företag", "Det var allt"))), edition=None)
    found = corrections(document(TEXT), document(TEXT, facts=UP), drafts(TEXT), file, lambda _: (frozenset(), frozenset()))
    assert short(found) == EXPECTED
    assert {one.heading for one in found} == {"2 Slutet"}


def test_two_sentences_merged_by_a_colleague() -> None:
    def merge(root: Root) -> None:
        retyped(" företag. Antalet ", " företag och antalet ")(root)
        retyped(" från året före, och det är många.", ".")(root)

    found = listed(edited(draft(TEXT), merge), TEXT, facts=UP)
    assert short(found) == EXPECTED
    assert {plain(one.sentence) for one in found} == {"I länet finns 1 392 företag och antalet minskade med 7."}
