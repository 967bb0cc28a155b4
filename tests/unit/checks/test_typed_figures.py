"""Typed numbers against the dataset: what is said, and about what there is silence."""

from dataclasses import replace

import pytest

from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.pieces import pieces_of
from rapportbyggare.checks.subject import PieceKind
from rapportbyggare.core.problem import Severity
from tests.unit.checks.figure_samples import faults, found, in_table, line, subject, table

CONTRADICTED = (
    ("I juli 2025 fanns 1 135 KKB-företag i länet.", "tal-avviker", "1 135"),
    ("I juli 2025 var bara 2,3 % av företagen i Krokom KKB-företag.", "tal-avviker", "2,3 %"),
    ("KKB-företagen utgjorde 3,2 % av företagen i Krokom 2025.", "tal-avviker", "3,2 %"),
    ("Antalet KKB-företag i länet minskade med 3,4 % från juli 2024 till juli 2025.", "forandring-avviker", "3,4 %"),
    ("Andelen KKB-företag i länet var 5.3% i juli 2025.", "tal-avviker", "5.3%"),
    ("I Krokom finns 285 KKB-företag.", "tal-avviker", "285"),
    ("Länets KKB-bolag omsatte 1 582 mnkr år 2023.", "tal-avviker", "1 582 mnkr"),
    ("Andelen KKB-företag i Krokom nådde 4,4 % i juli 2023.", "tal-avviker", "4,4 %"),
    ("Mellan juli 2023 och juli 2024 tillkom netto 92 KKB-företag i länet.", "forandring-avviker", "92"),
    ("Det finns 258 KKB-företag i Åre och 144 i Krokom.", "tal-avviker", "258"),
    ("Drygt 1 300 KKB-företag finns i länet.", "tal-avviker", "1 300"),
    ("Andelen KKB-företag i Åre var 6,8 procent i juli 2025.", "tal-avviker", "6,8 procent"),
    ("I juli 2026 fanns 1 106 KKB-företag i länet.", "tal-avviker", "1 106"),
    ("Nettoomsättningen i KKB-bolagen var 1 214,5 mnkr 2024.", "tal-avviker", "1 214,5 mnkr"),
    ("Nettoomsättningen i KKB-bolagen uppgick 2023 till 1 528 tkr.", "enhet-avviker", "1 528 tkr"),
    ("KKB-företagen utgjorde 5,1 av samtliga aktiva företag i länet 2025.", "enhet-avviker", "5,1"),
    ("Antalet KKB-företag i Östersund minskade med 19 från 2024 till 2025.", "forandring-avviker", "19"),
    ("Östersund har 65 % av länets KKB-företag.", "andel-avviker", "65 %"),
    ("Vid uttaget hade 353 aktiebolag registrerat bokslut för 2024.", "underlag-avviker", "353 aktiebolag"),
    ("Andelen KKB-företag minskade med 0,2 procent jämfört med 2024.", "procent-eller-procentenheter", "0,2 procent"),
    ("Statistiken visar att det fanns 1 106 aktiva företag i länet.", "population-oklar", "1 106 aktiva företag"),
)


@pytest.mark.parametrize(("text", "code", "quote"), CONTRADICTED)
def test_a_number_that_its_words_say_otherwise_is_found(text: str, code: str, quote: str) -> None:
    assert faults(text) == [(code, quote)]


TRUE = (
    "I juli 2025 fanns 1 106 KKB-företag i länet, jämfört med 1 135 ett år tidigare.",
    "I juli 2025 fanns, jämfört med juli 2024, 29 färre KKB-företag i länet.",
    "Antalet KKB-företag var 1 114, 1 135 respektive 1 106 åren 2023, 2024 och 2025.",
    "Drygt 1 100 KKB-företag finns i länet, knappt 1 150 året före.",
    "Åre (285) och Krokom (144) har många KKB-företag.",
    "I Åre ökade antalet KKB-företag från 279 till 285 mellan juli 2024 och juli 2025.",
    "Krokom hade 144 KKB-företag både 2024 och 2025, men andelen minskade från 4,4 % till 4,3 %.",
    "Länets andel var 5,3 % både 2023 och 2024.",
    "Andelen KKB-företag i Åre var 8,6 procent 2025, mer än i länet som helhet (5,1 procent).",
    "Av de 1 106 KKB-företagen finns 614 i Östersund.",
    "Under året deltog 25 KKB-företag i ett mingel.",
    "12 % av KKB-företagen drivs av kvinnor.",
    "Sammanlagt 61 företag i länet har fått stöd i Samspel63.",
    "Ett enskilt bolag hade en nettoomsättning på 12 mnkr 2024.",
    "År 2023 omsatte länets KKB-bolag 1 528 mnkr.",
    "De tio största KKB-bolagen i länet omsatte 700 mnkr år 2023.",
    "Utan några enstaka bolag hade nettoomsättningen i KKB-bolagen varit 900 mnkr 2023.",
    "Andelen KKB-företag i Krokom nådde 4,4 % i juli 2024.",
    "Antalet besökare ökade och projektet nådde 45 KKB-företag i Åre i juli 2024.",
    "Mellan juli 2023 och juli 2024 tillkom netto 21 KKB-företag i länet.",
    "Mellan juli 2023 och juli 2024 tillkom 92 KKB-företag i länet.",
    "Nettoomsättningen i KKB-bolagen uppgick 2023 till 1,5 miljarder kronor.",
    "Andelen KKB-företag minskade med 0,2 procentenheter, eller 3,8 procent, från 2024 till 2025.",
    "Åre och Östersund har tillsammans 81 % av länets KKB-företag.",
    "Sedan 2023 har antalet KKB-företag i Åre ökat med 9.",
    "I juli 2023 fanns 1 114 KKB-företag. Ett år senare var antalet 1 135.",
    "Andelen företagsstöd till KKB-företag var 6 % av antalet stöd och 0,4 % av beviljade belopp 2024.",
    "Riksgenomsnittet är 9 %, länets andel KKB-företag 5,1 %.",
    "Vid uttaget den 3 september 2025 hade 335 aktiebolag registrerat bokslut för 2024.",
    "I Åre fanns 276, 279 respektive 285 KKB-företag i juli 2023, 2024 och 2025.",
    "Berg har minskat två år i rad: från 71 till 69 och sedan till 63 KKB-företag.",
    "År 2024 var 6 procent av de beviljade företagsstöden till KKB-företag.",
    "Åre hade 285 KKB-företag i juli 2025. Antalet ökade med 6 sedan juli 2024.",
    "Andelen KKB-företag i länet var 5.1% i juli 2025.",
    "I juli 2025 var 8,6 % av företagen i Åre KKB-företag.",
    "Bland företagen i Krokom är 40 % av företagen med i KKB-nätverket.",
    "I Krokom är 4,3 procent av alla aktiva företag KKB-företag.",
    "Åre har fler KKB-företag än Krokom, 285 jämfört med 144.",
    "Mellan 63 och 614 KKB-företag finns i varje kommun.",
    "I Trøndelag finns 3 200 KKB-företag.",
    "Toppåret 2024 hade länet 1 135 KKB-företag; nu är de 1 106.",
    "I projektet är 5 KKB-företag med.",
    "Åres andel KKB-företag är 3,5 procentenheter högre än länets.",
    "KKB-företagen i länet blev 21 fler mellan 2023 och 2024 och 29 färre året därpå.",
    "Åre kommun har flest KKB-företag näst efter Östersund.",
    "Av Bergs 63 KKB-företag har de flesta inga anställda.",
    "Målet är att antalet KKB-företag ska öka till 1 500 år 2027.",
)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_left_alone(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    (
        "I 33 100-till-100 och %20 enligt SOU 2022:44, Skr. 2023/24:111 och 2018:1937 finns KKB-företag.",
        "”Det finns 5 000 KKB-företag i Åre”, sade en företagare.",
        "Läs mer i https://example.se/2025/1374%20foretag.pdf och rapport-250331.pdf.",
        "Enligt RUN/113/2022, § 212 och 5 § lagen, kl. 10.30 den 3 september 2025, se tabell 2 och avsnitt 3.1.",
        "Samspel63 pågår 2023–2026.",
    ),
)
def test_what_looks_like_a_figure_and_is_none_is_not_even_listed(text: str) -> None:
    assert found(text) == []


def test_numbers_without_source_are_one_note_for_a_file() -> None:
    notes = found("Projektet har 4 500 besökare.", "Det kostade 12 mnkr.")
    assert [(one.code, one.severity, one.quote) for one in notes] == [("tal-utan-kalla", Severity.NOTE, "4 500")]
    assert "12 mnkr" in notes[0].message and notes[0].remedy.startswith("Kontrollera dem")
    assert found("Projektet har 4 500 besökare.")[0].remedy.startswith("Kontrollera det ")


def test_a_finding_says_the_known_figure_its_source_and_delivery_and_stands_at_the_number() -> None:
    text = "I Krokom finns 285 KKB-företag."
    (one,) = [each for each in found(text) if each.code == "tal-avviker"]
    assert (one.place.line, one.place.column, one.place.end) == (1, text.index("285") + 1, text.index("285") + 4)
    assert one.expected == "144"
    assert "SCB, uttag juli\u00a02025, leverans 1" in one.message
    assert "Åre, 2025" in one.message


def test_a_bound_number_is_never_held_against_the_dataset() -> None:
    wrong = line("I Krokom finns 285 KKB-företag.")
    bound = replace(wrong, pieces=tuple(replace(one, kind=PieceKind.BOUND) for one in wrong.pieces))
    assert list(figures(subject(bound))) == []
    assert pieces_of(()) == ()


HEADS = ("juli 2023", "juli 2024", "juli 2025")
COUNTS = (
    ("Berg", "71", "69", "63"),
    ("Krokom", "135", "144", "144"),
    ("Åre", "276", "279", "285"),
    ("Östersund", "632", "643", "614"),
)
SHARES = (
    ("Berg", "3,5 %", "3,4 %", "3,2 %"),
    ("Krokom", "4,1 %", "4,4 %", "4,3 %"),
    ("Åre", "8,5 %", "8,5 %", "8,6 %"),
    ("Östersund", "6,6 %", "6,6 %", "6,2 %"),
)
OF_COUNTS, OF_SHARES = "Antal KKB-företag per kommun, juli 2023–2025", "Andel KKB-företag av samtliga aktiva företag per kommun"


def test_right_tables_are_left_alone() -> None:
    assert in_table(OF_COUNTS, HEADS, *COUNTS, ("Summa", "1 114", "1 135", "1 106")) == []
    assert in_table(OF_SHARES, HEADS, *SHARES, (COUNTY_ROW, "5,3 %", "5,3 %", "5,1 %")) == []
    assert in_table("Nettoomsättning i KKB-bolagen", ("2023", "2024"), ("Nettoomsättning, mnkr", "1 528,2", "1 124,5")) == []


def test_what_is_expected_is_written_as_the_number_it_replaces() -> None:
    """Followed literally, the remedy must not put kronor in a column of millions."""
    rows = (("Nettoomsättning, mnkr", "1 528,2", "1 142,5"),)
    (problem,) = figures(subject(*table("Nettoomsättning i KKB-bolagen", ("2023", "2024"), *rows)))
    assert problem.expected == "1\u00a0124,5"
    (problem,) = found("Länets KKB-bolag omsatte 1 582 mnkr år 2023.")
    assert problem.expected == "1\u00a0528\u00a0mnkr"


COUNTY_ROW = "Jämtland/Härjedalen"


def test_a_place_that_the_catalogue_does_not_know_is_not_taken_for_the_county() -> None:
    rows = (("Berg", "69", "63"), ("Vilhelmina", "276", "279"))
    assert in_table("Antal KKB-företag per kommun", ("juli 2024", "juli 2025"), *rows) == []


def test_two_swapped_cells_are_both_found() -> None:
    swapped = (("Berg", "71", "69", "144"), ("Krokom", "135", "144", "63"), *COUNTS[2:])
    assert in_table(OF_COUNTS, HEADS, *swapped) == [("tal-avviker", "144"), ("tal-avviker", "63")]


def test_a_wrong_total_is_found_even_of_what_the_dataset_does_not_know() -> None:
    rows = (("Norr", "10", "12"), ("Söder", "20", "21"), ("Öster", "30", "30"), ("Summa", "60", "65"))
    assert in_table("Besökare", ("2019", "2020"), *rows) == [("summa-stammer-inte", "65")]


def test_parts_with_decimals_may_miss_their_total_by_rounding() -> None:
    rows = (
        ("Norr", "1,4 mnkr", "1,4 mnkr"),
        ("Söder", "1,4 mnkr", "1,4 mnkr"),
        ("Öster", "1,4 mnkr", "1,4 mnkr"),
        ("Summa", "4,3 mnkr", "4,9 mnkr"),
    )
    assert in_table("Kostnad", ("2019", "2020"), *rows) == [("summa-stammer-inte", "4,9 mnkr")]


def test_the_mean_of_shares_is_named_as_the_wrong_way() -> None:
    assert in_table(OF_SHARES, HEADS, *SHARES, (COUNTY_ROW, "5,7 %", "5,7 %", "5,6 %")) == [
        ("medelvarde-av-andelar", "5,7 %"),
        ("medelvarde-av-andelar", "5,7 %"),
        ("medelvarde-av-andelar", "5,6 %"),
    ]


def test_a_cell_that_lost_its_unit_is_found() -> None:
    rows = (("Berg", "3,5 %", "3,4 %", "3,2"), *SHARES[1:])
    assert in_table(OF_SHARES, HEADS, *rows) == [("enhet-saknas", "3,2")]


def test_companies_are_told_from_all_companies_until_the_text_has_said_which() -> None:
    bare = "I Östersund fanns 614 företag i juli 2025."
    assert faults(bare) == [("population-oklar", "614 företag")]
    assert faults("Texten handlar om KKB-företag.", bare) == []
    whole = "I Östersund fanns 614 aktiva företag i juli 2025."
    assert faults("Texten handlar om KKB-företag.", whole) == [("population-oklar", "614 aktiva företag")]


def test_millions_are_money_where_money_was_spoken_of() -> None:
    assert faults("Nettoomsättningen i KKB-bolagen var 1 125 miljoner kronor 2024, 403,6 miljoner mindre än 2023.") == []
    assert faults("Nettoomsättningen i KKB-bolagen var 1 125 miljoner kronor 2024, mot 1 428 miljoner 2023.") == [
        ("tal-avviker", "1 428 miljoner")
    ]


def test_a_period_from_day_to_day_is_of_the_year_it_begins_in() -> None:
    assert faults("Under perioden 1 april 2023–31 mars 2024 fick 39 företag stöd i Samspel63.") == []
    assert faults("Under perioden 1 april 2023–31 mars 2024 fick 22 företag stöd i Samspel63.") == [("tal-avviker", "22")]


def test_a_bound_that_the_fact_keeps_is_no_contradiction() -> None:
    assert faults("Länet har fler än 900 KKB-företag.") == []
    assert faults("Länet har fler än 1 200 KKB-företag.") == [("tal-avviker", "1 200")]
