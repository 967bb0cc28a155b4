"""Words that figures say otherwise: shares, directions, ranks, counts, periods."""

import pytest

from rapportbyggare.checks.figures import figures
from rapportbyggare.checks.settings import Settings
from tests.unit.checks.figure_samples import faults, found, in_table, line, said, subject

WRONG = (
    ("Av länets KKB-företag finns merparten i Åre (26 %).", "andelsord-avviker", "merparten"),
    ("Av länets KKB-företag finns 46 % i Östersund.", "andel-avviker", "46 %"),
    ("Knappt hälften (53 %) svarade.", "andelsord-avviker", "Knappt hälften"),
    ("En tredjedel (41 procent) svarade.", "andelsord-avviker", "En tredjedel"),
    ("Merparten av länets KKB-företag finns i Åre.", "andelsord-avviker", "Merparten"),
    ("Antalet KKB-företag i Östersund ökade från 2024 till 2025.", "riktning-avviker", "ökade"),
    ("Antalet KKB-företag var oförändrat i Berg från 2024 till 2025.", "riktning-avviker", "var oförändrat"),
    ("Antalet besökare ökade från 1 374 till 1 341.", "riktning-avviker", "ökade"),
    ("Andelen var 5,1 %, högre än 5,3 %.", "riktning-avviker", "högre"),
    ("Länets andel KKB-företag är förhållandevis hög: riksgenomsnittet är 9 %.", "riktning-avviker", "förhållandevis hög"),
    ("Andelen KKB-företag är störst i Östersund.", "rang-avviker", "störst i Östersund"),
    ("Räknat i antal KKB-företag är Krokom näst störst.", "rang-avviker", "Krokom näst störst"),
    ("Flest företag har scenkonst (252), följt av litteratur (268).", "riktning-avviker", "Flest"),
    ("Statistiken från juni 2025 visar att det fanns 1 106 KKB-företag i länet.", "period-avviker", "juni 2025"),
    ("Från juli 2024 till juli 2024 hände mycket.", "period-avviker", "Från juli 2024 till juli 2024"),
    ("Uppgiften mäts. Mäts 2025.", "mats-passerat", "Mäts 2025"),
    ("Källa: SCB (uttag juli 2024).", "uttag-avviker", "juli 2024"),
    ("Antalet KKB-företag i Östersund har gått upp sedan juli 2024.", "riktning-avviker", "gått upp"),
    ("Åre hade färre KKB-företag i juli 2025 än i juli 2024.", "riktning-avviker", "färre"),
    ("I Berg blev KKB-företagen fler under det senaste året.", "riktning-avviker", "fler"),
    ("Åre hade 285 KKB-företag i juli 2025. Det är en minskning sedan juli 2024.", "riktning-avviker", "minskning"),
    ("Östersund hade 614 KKB-företag i juli 2025. Antalet har ökat sedan juli 2024.", "riktning-avviker", "ökat"),
    ("Andelen KKB-företag var 5,1 % i juli 2025, vilket är högre än i juli 2024.", "riktning-avviker", "högre"),
    ("Nettoomsättningen i KKB-bolagen var 1 125 mnkr 2024, 1 528 mnkr 2023. Beloppet ökade alltså.", "riktning-avviker", "ökade"),
    ("Andelen KKB-företag är högre i Berg än i Krokom.", "riktning-avviker", "högre"),
    ("Krokom har fler KKB-företag än Åre.", "riktning-avviker", "fler"),
    ("Åre har fler KKB-företag än någon annan kommun.", "rang-avviker", "Åre har fler"),
    ("Lägst andel KKB-företag har Krokom.", "rang-avviker", "Lägst andel KKB-företag har Krokom"),
    ("Berg och Krokom hade tillsammans 217 KKB-företag i juli 2025.", "summa-stammer-inte", "217"),
    ("I Krokom är andelen KKB-företag något högre i juli 2025 än ett år tidigare.", "riktning-avviker", "högre"),
    ("Tre kommuner var med: Berg, Krokom, Åre och Östersund.", "antal-i-lista", "Tre kommuner"),
    ("Det finns tre brister. För det första saknas slöjd. För det andra räknas stora företag.", "antal-i-lista", "tre brister"),
    ("Vart tionde KKB-företag i länet finns i Åre.", "andelsord-avviker", "Vart tionde"),
    ("Tre fjärdedelar av KKB-företagen i länet finns i Åre och Berg.", "andelsord-avviker", "Tre fjärdedelar"),
    ("Vart tionde aktivt företag i länet är ett KKB-företag.", "andelsord-avviker", "Vart tionde"),
    ("De flesta KKB-företag finns i Östersund. Drygt vart femte finns i Krokom.", "andelsord-avviker", "Drygt vart femte"),
    ("Störst minskning av antalet KKB-företag från 2024 till 2025 hade Berg.", "rang-avviker", "Berg"),
    ("Ingen kommun ökade sitt antal KKB-företag så mycket mellan 2023 och 2024 som Åre.", "rang-avviker", "Åre"),
    ("Flest KKB-företag har Östersund, följt av Krokom.", "rang-avviker", "Flest KKB-företag har Östersund, följt av Krokom"),
    ("Krokom är tvåa i antal KKB-företag.", "rang-avviker", "Krokom är tvåa"),
    ("Andra plats i antal KKB-företag intas av Berg.", "rang-avviker", "Andra plats i antal KKB-företag intas av Berg"),
    ("I tre av länets kommuner minskade antalet KKB-företag från 2024 till 2025.", "antal-kommuner", "tre"),
    ("Merparten av kommunerna hade fler KKB-företag 2025 än 2024.", "antal-kommuner", "Merparten"),
    ("Utanför Åre fanns 921 KKB-företag i länet 2025.", "summa-stammer-inte", "921"),
    ("I genomsnitt hade kommunerna 286 KKB-företag var 2025.", "summa-stammer-inte", "286"),
    ("Berg och Krokom är små. De har ihop 217 KKB-företag.", "summa-stammer-inte", "217"),
    ("Projektet gav stöd till sammanlagt 51 företag (39 + 22).", "summa-stammer-inte", "51"),
    ("Åre har mer än tre gånger så många KKB-företag som Krokom.", "riktning-avviker", "mer än tre gånger så många"),
    ("Färre företag kom 2024 (70) än 2023 (39).", "riktning-avviker", "Färre"),
    ("Antalet besökare, som 2023 var 1 200, steg året därpå till 1 100.", "riktning-avviker", "steg"),
    ("Ett tillskott på 29 KKB-företag syns i Östersund mellan 2024 och 2025.", "riktning-avviker", "tillskott"),
    ("Antalet besökare sjönk från 80 till 60, en minskning med 30 procent.", "forandring-avviker", "30 procent"),
    ("Andelen nöjda föll från 17 till 6 procent, det vill säga med 11 procent.", "procent-eller-procentenheter", "11 procent"),
    ("Antalet besökare växte med 25 procentenheter, från 80 till 100.", "procent-eller-procentenheter", "25 procentenheter"),
    ("Andelen KKB-företag i Östersund var 6,6 procent i juli 2024 och juli 2025.", "tal-avviker", "6,6 procent"),
    ("Nettoomsättningen i KKB-bolagen var 1 528 187 mnkr 2023.", "enhet-avviker", "1 528 187 mnkr"),
    ("I Krokom fanns etthundrafyrtiofem KKB-företag 2025.", "tal-avviker", "etthundrafyrtiofem"),
    ("Planen har två delar: kartläggning, dialog samt uppföljning.", "antal-i-lista", "två delar"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "code", "quote"), WRONG)
def test_a_word_that_the_figures_say_otherwise_is_found(text: str, code: str, quote: str) -> None:
    assert faults(text) == [(code, quote)]


@pytest.mark.parametrize(
    "text",
    (
        "Östersund har 56 % av länets KKB-företag, alltså drygt hälften.",
        "De flesta KKB-företag finns i Östersund.",
        "En tredjedel (34 procent) svarade, medan hälften (51 procent) av de äldre gjorde det.",
        "Antalet KKB-företag ökade i Åre från 2024 till 2025, men minskade i Berg och Östersund.",
        "Antalet KKB-företag väntas öka under 2026.",
        "Om andelen KKB-företag ökade till 6 % skulle länet ligga närmare riket.",
        "Andelen är lägre än riksgenomsnittet på 9 %.",
        "Andelen KKB-företag är störst i Åre och minst i Berg.",
        "Flest KKB-företag finns i Östersund, näst flest i Åre.",
        "Arbetet görs inte minst i Krokom.",
        "I mars 2025 presenterades en rapport om de 1 106 KKB-företagen.",
        "Uppgiften för 2025 är inte klar. Mäts 2026.",
        "Källa: SCB (uttag juli 2025), Bisnis Analys (uttag 2025-09-03), justerade senast 20250903.",
        "Fyra kommuner var med: Berg, Krokom, Åre och Östersund.",
        "Krokom hade lika många KKB-företag i juli 2025 som i juli 2024, men andelen var lägre.",
        "Från juli 2023 till juli 2024 ökade antalet KKB-företag i länet, men därefter har det minskat.",
        "Härjedalens rapport kom i maj. Åre hade 285 KKB-företag i juli 2025. Antalet har ökat sedan juli 2024.",
        "Åre och Krokom är stora. Antalet KKB-företag har ökat sedan juli 2024.",
        "Berg och Krokom hade tillsammans 207 KKB-företag i juli 2025.",
        "Berg har färre KKB-företag än Krokom och Åre.",
        "Andelen KKB-företag är inte högre i Berg än i Krokom.",
        "Mötet i Berg lockade fler deltagare än mötet i Åre.",
        "Fler KKB-företag i Berg än i Åre har anställda.",
        "Fler KKB-företag har fått stöd i Berg än i Åre.",
        "Andelen kvinnor i KKB-företag är högre i Berg än i Åre.",
        "Sedan 2024 har antalet KKB-företag som exporterar ökat.",
        "Antalet ansökningar från KKB-företag har ökat sedan 2024.",
        "Åre och Östersund hade tillsammans 40 KKB-företag med export 2025.",
        "Fler än hälften av KKB-företagen i Åre startade efter 2020.",
        "Åre har fler hotell än någon annan kommun.",
        "Östersund och Åre har gått ihop om ett projekt.",
        "Effekterna minskade intresset, däremot ökade kraven.",
        "Inte ens hälften av länets KKB-företag finns i Åre.",
        "Om hälften av länets KKB-företag funnits i Åre skulle kommunen ha varit störst.",
        "Vart tredje år följs KKB-företagen i Åre upp.",
        "Vartannat KKB-företag i undersökningen i Åre svarade.",
        "Minskningen motsvarar 2,6 procent av KKB-företagen och är störst i Östersund.",
        "Östersund har flest KKB-företag men inte störst andel; den har Åre.",
        "I antal är Östersund störst, men sett till andelen KKB-företag leder Åre.",
        "I en kommun ökade antalet KKB-företag från 2024 till 2025.",
        "I alla kommuner utom Åre minskade andelen KKB-företag från 2024 till 2025.",
        "Utanför Åre fanns 821 KKB-företag i länet 2025.",
        "Två av länets kommuner har fler än 150 KKB-företag.",
        "Riksgenomsnittet är högre än andelen KKB-företag i länet.",
        "Antalet KKB-företag i länet gick från 1 135 till 1 106, en minskning med 29 eller 2,6 procent.",
        "Antalet KKB-företag ökade i Åre och minskade i Östersund från 2024 till 2025.",
        "Åre hade 285 KKB-företag 2025, sex fler än 2024, och Krokom 144.",
        "Fyra frågor ställdes: vem, vad, var och när.",
        "Satsningen kostade 2 miljoner kronor och nådde 3 miljoner tittare.",
    ),
)
def test_words_that_hold_are_left_alone(text: str) -> None:
    assert faults(text) == []


def test_numbers_in_the_order_of_their_places_are_each_its_own() -> None:
    assert faults("Berg och Krokom hade 63 respektive 144 KKB-företag 2025.") == []
    assert faults("Berg och Krokom hade 144 respektive 63 KKB-företag 2025.") == [("tal-avviker", "144"), ("tal-avviker", "63")]


def _list(text: str, *entries: str) -> list[tuple[str, str]]:
    lines = [line(text), *(line(entry, number, listed="lista") for number, entry in enumerate(entries, 2))]
    return said(list(figures(subject(*lines))))


def test_a_number_word_is_held_against_the_list_it_announces() -> None:
    assert _list("Planen har följande två fokusområden:", "Kunskap", "Samarbete", "Platsen") == [
        ("antal-i-lista", "två fokusområden")
    ]
    assert _list("Planen har tre fokusområden:", "Kunskap", "Samarbete", "Platsen") == []
    assert _list("Två områden ansvarar. Arbetet görs så.", "Kunskap", "Samarbete", "Platsen") == []


def test_a_list_goes_on_with_the_years_and_the_measure_of_its_introduction() -> None:
    intro = "Så förändrades antalet KKB-företag från juli 2024 till juli 2025:"
    assert _list(intro, "Antalet ökade i Åre.", "Antalet var oförändrat i Krokom.") == []
    assert _list(intro, "Antalet ökade i Åre och Berg.") == [("riktning-avviker", "ökade")]


def test_an_odd_month_in_the_head_of_a_table_is_found() -> None:
    rows = (("Berg", "71", "69", "63"), ("Krokom", "135", "144", "144"))
    assert in_table("Antal KKB-företag per kommun", ("juli 2023", "juni 2024", "Juli 2025"), *rows) == [
        ("period-avviker", "juni 2024")
    ]


def test_a_period_copied_into_the_wrong_column_is_found() -> None:
    row = (
        "Antal företag som fått stöd i Samspel63",
        "39 st (1 april 2023 - 31 mars 2024)",
        "22 st (1 april 2023 - 31 mars 2024)",
    )
    assert in_table("Indikatorer", ("2023", "2024"), row) == [("period-avviker", "1 april 2023 - 31 mars 2024")]


def test_a_promise_to_measure_is_held_against_the_datasets() -> None:
    row = ("Nettoomsättning i KKB-bolagen", "1 124 543 000 kr", "Mäts 2027")
    assert in_table("Indikatorer", ("2024", "2025"), row) == [("period-avviker", "Mäts 2027")]


def test_a_cell_without_a_figure_says_what_the_dataset_says_of_it() -> None:
    money = ("Nettoomsättning i KKB-bolagen", "1 124 543 000 kr", "Ingen statistik")
    assert in_table("Indikatorer", ("2024", "2025"), money) == [("saknas-avviker", "Ingen statistik")]
    rows = (("Åre", "279", "Inte aktuellt"), ("Berg", "69", "63"), ("Ragunda", "Ingen statistik", "Ingen statistik"))
    assert in_table("Antal KKB-företag per kommun, juli 2024–2025", ("juli 2024", "juli 2025"), *rows) == [
        ("saknas-avviker", "Inte aktuellt")
    ]
    unknown = (("Antal besökare", "Ingen statistik", "5"), ("Andel KKB-företag", "Ingen statistik", "5,1 %"))
    assert in_table("Indikatorer", ("2022", "2025"), *unknown) == []


def test_a_small_base_is_told_only_when_the_author_has_said_what_is_small() -> None:
    text = "Andelen KKB-företag var 5,1 % i länet 2025."
    assert [one.code for one in found(text)] == []
    assert [one.code for one in figures(subject(line(text), settings=Settings(small_base=50)))] == []


def test_a_comparison_without_its_second_figure_is_a_note() -> None:
    alone = "Omsättningen var 830 000 kr, en minskad omsättning jämfört med föregående år."
    assert [one.quote for one in found(alone) if one.code == "jamforelse-utan-tal"] == [
        "minskad omsättning jämfört med föregående år"
    ]
    both = "Omsättningen var 830 000 kr, en minskning jämfört med föregående år (890 000 kr)."
    assert [one.code for one in found(both, f"{alone} Då var den 890 000 kr.") if one.code == "jamforelse-utan-tal"] == []
