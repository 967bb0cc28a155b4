"""Spelling: the rule on a small dictionary of its own, and on the real one."""

from dataclasses import replace
from pathlib import Path

import pytest

from rapportbyggare.app.dictionary import swedish
from rapportbyggare.checks.excuses import judged, read_excuses
from rapportbyggare.checks.markdown_subject import lines_of_markdown
from rapportbyggare.checks.plain_subject import lines_of_text
from rapportbyggare.checks.rules import checked
from rapportbyggare.checks.settings import Settings, Term
from rapportbyggare.checks.speller import Speller, open_speller
from rapportbyggare.checks.spelling import spelling
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.problem import Problem, Severity
from tests.small import DATASET
from tests.unit.checks.subjects import quotes

TEXT = """\
arbetet är kontinuerligt och det finns samverkan mellan region regionen företag företagen i länet struktur bilder projekt
plattform tillsammans på att kultur näring lönen nivåer lönenivåer av många
"""
WORDS = frozenset(TEXT.split())
SMALL = Speller(lambda word: word in WORDS or word.lower() in WORDS, lambda _: ())


def findings(text: str, settings: Settings = Settings(), speller: Speller = SMALL) -> list[Problem]:  # noqa: B008
    return list(spelling(Subject(lines_of_text(text, "a.txt"), DATASET, 2025, None, settings, speller)))


def found(text: str, settings: Settings = Settings(), speller: Speller = SMALL) -> list[str]:  # noqa: B008
    return quotes(findings(text, settings, speller))


def test_nothing_is_said_without_a_dictionary() -> None:
    subject = Subject(lines_of_text("Arbetet är kontunuerligt.", "a.txt"), DATASET, 2025)
    assert list(spelling(subject)) == []
    assert [one.code for one in checked(replace(subject, speller=SMALL))] == ["stavfel"]


def test_a_word_is_told_once_with_what_was_meant() -> None:
    (one,) = findings("Arbetet är kontunuerligt. Samverkan är kontunuerligt.\n\nRegionen är kontunuerligt.")
    assert (one.code, one.severity, one.quote, one.expected) == ("stavfel", Severity.FORM, "kontunuerligt", "”kontinuerligt”")
    assert "3 ställen" in one.message and (one.place.line, one.place.column) == (1, 12)


@pytest.mark.parametrize("word", ["samvrekan", "samverkann", "samverkna", "samverrkan", "samverka", "sammverkan", "samvekran"])
def test_slips_of_the_hand(word: str) -> None:
    assert found(f"Det finns {word} mellan företagen.") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Det finns 3-samvrekan och 10-samvrekan.",
        "Det finns ”samvrekan” i länet.",
        "Det finns på https://www.samvrekan.se/samvrekan-och i länet.",
        "Det finns på www.lanet.se/a-b-\nsamvrekan/ i länet.",
        "Det finns i samvrekan.docx och i samvrekan_a.",
        "Det finns SAMVREKAN och SamVrekan.",
        "I länet finns Samvrekan.",
        "Det finns samvrekan- och företag.",
        "Det finns samv. i länet.",
        "Det finns the samvrekan i länet.",
        "Det finns samvrekan företagne i länet.",
        "Det finns strukturprojekt i länet.",
        "Det finns regionsplattform i länet.",
        "Det finns xylofon i länet.",
        "Det finns trønder i länet.",
        "Det finns Berg-företag och östersundsprojekt i länet.",
    ],
)
def test_what_is_likelier_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_compound_with_a_letter_doubled_or_swapped_is_none() -> None:
    assert found("Det finns lönennivåer i länet.") == ["lönennivåer"]


def test_a_space_that_is_lost() -> None:
    with_compound = SMALL._replace(knows=lambda word: word in {*WORDS, "företagsprojekt"})
    (one,) = findings("Det finns ettföretagsprojekt i länet.", speller=with_compound)
    assert one.expected == "”ett företagsprojekt”"


def test_a_word_that_begins_a_sentence_is_a_name_unless_a_slip_makes_it_one() -> None:
    assert found("Regionenn är i länet. Samverka är i länet.") == ["Regionenn"]


def test_a_name_is_known_wherever_it_stands() -> None:
    assert found("I länet finns Samverka. Samverkas projekt är av samverkaprojekt.") == []


def test_the_reports_own_words_are_known_with_endings_and_in_compounds() -> None:
    text = "Det finns samverkna i länet. Samverknas projekt är på samverknaprojekt. Det är samverknan."
    assert found(text.lower()) == ["samverkna", "samverknan"]
    for own in (Settings(words=frozenset({"samverkna"})), Settings(terms=(Term("samverkna", ("samråd",)),))):
        assert found(text.lower(), own) == []


def test_the_catalogues_words_are_known() -> None:
    assert found("Det finns regionena i länet.") == ["regionena"]
    areas = {**DATASET.catalogue.areas, "x": next(iter(DATASET.catalogue.areas.values()))._replace(name="Regionena")}
    dataset = replace(DATASET, catalogue=DATASET.catalogue._replace(areas=areas))
    subject = Subject(lines_of_text("Det finns regionena i länet.", "a.txt"), dataset, 2025, speller=SMALL)
    assert list(spelling(subject)) == []


def test_code_and_links_are_left_alone() -> None:
    lines = lines_of_markdown("Det finns `samvrekan` och [samvrekan](http://a.se) i länet, samvrekan.", "a.md")
    (one,) = spelling(Subject(lines, DATASET, 2025, speller=SMALL))
    assert one.place.column == 61


def test_a_misspelling_can_be_excused() -> None:
    excuses, _ = read_excuses("{# godkänn stavfel: så hette det #}\nDet finns samvrekan i länet.\n", "a.md")
    lines = lines_of_markdown("\nDet finns samvrekan i länet.\n", "a.md")
    said = judged(spelling(Subject(lines, DATASET, 2025, speller=SMALL)), excuses)
    assert (said.findings, len(said.excused)) == ((), 1)


def test_a_dictionary_that_is_not_there(tmp_path: Path) -> None:
    assert open_speller(tmp_path, "sv_SE") is None


@pytest.fixture(scope="module")
def real() -> Speller:
    opened = swedish()
    assert isinstance(opened, Speller), opened
    return opened


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("kontunuerligt", "kontinuerligt"),
        ("medfinansering", "medfinansiering"),
        ("lönennivåer", "lönenivåer"),
        ("kulturavet", "kulturarvet"),
        ("omvärd", "omvärld"),
        ("muséer", "museer"),
        ("nettomsättning", "nettoomsättning"),
        ("företgasregister", "företagsregister"),
        ("ensamverkansplattform", "en samverkansplattform"),
    ],
)
def test_real_faults(word: str, meant: str, real: Speller) -> None:
    (one,) = findings(f"Det är {word} som gäller.", speller=real)
    assert (one.quote, f"”{meant}”" in one.expected) == (word, True)


@pytest.mark.parametrize(
    "text",
    [
        "Tvärpolitiskt samarbete och flerpartssamarbete i värdeskapande kärnor.",
        "De framåtspanande strukturbildsarbetena är upplevelsebaserade.",
        "Hälso- och sjukvården har kompetensförsörjningsplaner för coronapandemin.",
        "Kulturskaparmingel och folkhögskoleutbildningar vid Mittuniversitetet, PlatsKonstKultur och UNESCO Creative Cities.",
        "KKB-bolagens nettoomsättning per anställd räknas i SNI-koderna, enligt SCB:s företagsregister.",
        "I Krokom, Bräcke, Härjedalen, Strömsund, Ragunda och Åre finns upphovsrättsbaserade företag.",
    ],
)
def test_real_words(text: str, real: Speller) -> None:
    assert found(text, speller=real) == []
