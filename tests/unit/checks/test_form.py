from dataclasses import replace

import pytest

from rapportbyggare.checks import form_remarks, form_typography
from rapportbyggare.checks.form import form
from rapportbyggare.checks.form_masks import masked
from rapportbyggare.checks.subject import Subject
from rapportbyggare.core.problem import Problem
from tests.unit.checks.subjects import built, quotes, typed


def typography(subject: Subject) -> tuple[Problem, ...]:
    return tuple(form_typography.typography(masked(subject), subject.document is not None))


def remarks(subject: Subject) -> tuple[Problem, ...]:
    return tuple(form_remarks.remarks(masked(subject), subject.document is not None))


def found(text: str) -> list[tuple[str, int, int, str, str]]:
    return [(one.code, one.place.line, one.place.column, one.quote, one.expected) for one in typography(built(text))]


def test_a_finding_has_its_place_and_its_words() -> None:
    assert found("Andelen är 5% i år.") == [("mellanslag-saknas", 1, 13, "5%", "5\u00a0%")]


def test_a_hard_space_is_asked_for_where_an_author_typed_a_number() -> None:
    assert found("Andelen är 5 % i år.") == [("hart-mellanslag", 1, 13, "5 %", "5\u00a0%")]


def test_a_remedy_names_the_command_that_does_it_for_a_section_only() -> None:
    (own,) = typography(built("Andelen är 5% i år."))
    (foreign,) = typography(typed("Andelen är 5% i år."))
    assert "--stada" in own.remedy
    assert "--stada" not in foreign.remedy


def test_soft_spaces_of_a_foreign_file_are_one_finding() -> None:
    (one,) = typography(typed("Fick 5 % och 100 kr.", "Den 14 oktober 2025, § 7."))
    assert (one.code, one.place.line, "4 ställen" in one.message) == ("hart-mellanslag", 1, True)


def test_a_single_soft_space_of_a_foreign_file_is_told_in_the_singular() -> None:
    (one,) = typography(typed("Fick 5 % nu."))
    assert one.message.endswith("Här står ett vanligt mellanslag i ”5 %”.")
    assert one.remedy == "Byt det mot ett hårt (Ctrl+Skift+mellanslag i Word)."


def test_a_date_is_one_finding() -> None:
    assert [one[3] for one in found("Från 1 april 2023–31 mars 2024 gäller det.")] == ["1 april 2023–31 mars 2024"]


def test_quotation_marks_are_told_and_the_words_in_them_are_not() -> None:
    assert [one[0] for one in found('Han sa "5% tex" där.')] == ["citattecken", "citattecken"]


@pytest.mark.parametrize(
    "text",
    [
        "I juli {{ ar }} fanns {{ foretag(ar) }} företag, {{ andel_kkb(ar) }} av alla.",
        "Läs *Rapport 2019-2020* och **mer**.",
        "Läs [Rapport 2019-2020](https://example.se/5%20).",
        "> Så sa  han 5%.",
        "Se `5%  tex`.",
        "Ärende RUN/113/2022 och 33 100-till-100 i SOU 2022:44.",
        "Se [](#statistik) i år.\n\n# Statistik {#statistik}\n\nText.",
    ],
)
def test_silence_in_a_report(text: str) -> None:
    assert found(text) == []
    assert list(remarks(built(text))) == []


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("Andelen är 5.1 % i år.", "decimalpunkt", "5.1"),
        ("Justerades 20250903 senast.", "datumform", "20250903"),
        ("Den 14/10 2025 kom det.", "datumform", "14/10 2025"),
        ("Ett mål. 2024 års bokslut saknas.", "siffra-forst-i-mening", "mål. 2024 års"),
        ("KKB- finansieringsteamet finns.", "lost-bindestreck", "KKB- finansieringsteamet"),
        ("Det finns 5 kommuner här.", "litet-tal-i-siffror", "5 kommuner"),
    ],
)
def test_what_the_author_mends(text: str, code: str, quote: str) -> None:
    assert [(one.code, one.quote) for one in remarks(typed(text))] == [(code, quote)]


def test_a_note_of_a_foreign_file_that_begins_with_a_number_is_told_and_its_first_paragraph_is_not() -> None:
    (line,) = typed("335 aktiebolag hade registrerat bokslut.").lines
    note = replace(typed(), lines=(replace(line, part="not"),))
    assert [(one.code, one.quote) for one in remarks(note)] == [("siffra-forst-i-mening", "335 aktiebolag")]
    numbered = replace(note, lines=(replace(note.lines[0], text="8 Senaste justering i maj."),))
    assert list(remarks(numbered)) == []
    assert list(remarks(typed("335 aktiebolag hade registrerat bokslut."))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Version 5.1 av filen och kapitel 5.1.",
        "Ärende 20259903 och fil-20250903.pdf.",
        "Läsåret 2024/25 och 24/7.",
        "Slut på noten. 33 Kreametern säger så.",
        "Stöd- och bidragsgivare, kultur- eller fritidsnämnd.",
        "Mellan 5 och 20 kommuner, 5 % av 5 kr.",
        "Enligt tabell 5 kommuner och punkt 3 företag.",
        "5 kap. lagen",
    ],
)
def test_remarks_that_are_not_made(text: str) -> None:
    assert list(remarks(typed(text))) == []


def test_a_sentence_of_a_report_does_not_begin_with_a_figure() -> None:
    assert quotes(remarks(built("{{ foretag(ar, 'Berg') }} företag finns."))) == ["72 företag"]


def test_an_entry_of_a_list_may() -> None:
    assert quotes(remarks(built("- {{ foretag(ar, 'Berg') }} företag\n- 16 st"))) == []


def test_a_mark_without_its_pair_is_told_in_a_report() -> None:
    assert [one.code for one in remarks(built("Han sa ”så är det."))] == ["citattecken-utan-par"]
    assert list(remarks(built('Ett rör på 15".'))) == []


def test_the_typography_of_all_lines_is_told_before_the_remarks() -> None:
    assert [one.code for one in form(built("Det finns 5 kommuner.\n\nAndelen är 5% nu."))] == [
        "mellanslag-saknas",
        "litet-tal-i-siffror",
    ]


def test_a_long_paragraph_is_told_with_a_few_words_round_each_finding() -> None:
    (one, *others) = remarks(typed("Det finns 5 kommuner här. " * 3000))
    assert (one.quote, len(others)) == ("5 kommuner", 2999)
    assert {len(one.quote) for one in typography(typed("Ett ord - ett till. " * 3000))} == {len("ord - ett")}


def test_a_small_number_first_in_a_sentence_gets_a_capital() -> None:
    found = remarks(typed("Så är det. 5 kommuner ökade, och 4 kommuner minskade."))
    assert [one.expected for one in found if one.code == "litet-tal-i-siffror"] == ["Fem kommuner", "fyra kommuner"]
    (entry,) = remarks(built("- 5 kommuner"))
    assert entry.expected == "fem kommuner"
