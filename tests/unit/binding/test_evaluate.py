from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.binding.evaluate import ALL_FUNCTIONS, evaluate
from rapportbyggare.binding.filters import FILTERS
from rapportbyggare.binding.operators import truth
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import scope_of
from rapportbyggare.binding.things import Items, Words, Year
from rapportbyggare.binding.vocabulary import FILTER_WORDS, FUNCTIONS, reserved_names, vocabulary
from rapportbyggare.core.figure import Figure, Status, Unit
from tests.small import DATASET, SPACE, fault, manifest, scope, shown, value

PRINTED = {
    "'ja' if 2025 in aren(2023, 2025) else 'nej'": "ja",
    "'ja' if 'Berg' in kommuner else 'nej'": "ja",
    "1 + ar": "2026",
    "1 / 3": "0,3333",
    "andel_kkb(ar) | ord": "5,1 %",
    "skillnad(andel_kkb(ar) | enhet('procent'), andel_kkb(ar - 1))": "−0,2 procentenheter",
    "foretag()": "1 392",
    "foretag(ar - 1)": "1 399",
    "foretag(2024, 'Åre')": "18",
    "foretag(plats='Berg')": "72",
    "omsattning(2023, matt='bolag')": "8 st",
    "omsattning(2023, 'Jämtlands län', 'bolag')": "8 st",
    "riksandel(plats='Riket')": "7 %",
    "andel_kkb(ar, 'Berg')": "4,4 %",
    "andel(foretag(ar, 'Berg'), foretag())": "5,2 %",
    "andel(foretag(ar, 'Berg'), foretag()) | decimaler(2)": "5,17 %",
    "skillnad(foretag(), foretag(ar - 1))": "−7",
    "skillnad(andel_kkb(), andel_kkb(ar - 1))": "−0,2 procentenheter",
    "andel_kkb() - andel_kkb(ar - 1)": "−0,2 procentenheter",
    "forandring(foretag(), foretag(ar - 1))": "−0,5 %",
    "summa(foretag(ar, 'Berg'), foretag(ar, 'Åre'))": "90",
    "summa([foretag(ar, 'Berg'), foretag(ar, 'Åre')])": "90",
    "foretag(ar, 'Berg') + foretag(ar, 'Åre')": "90",
    "foretag() / foretag(ar, 'Åre')": "77,3",
    "omsattning(2023) / omsattning(2023, matt='bolag')": "154 320 986 kr",
    "foretag() * 2": "2 784",
    "2 * foretag()": "2 784",
    "foretag() / 3 * 3": "1 392",
    "-foretag(ar, 'Åre')": "−18",
    "foretag(ar, 'Åre') / 4": "5",
    "riktning(foretag(), foretag(ar - 1))": "minskade",
    "riktning(foretag(ar, 'Berg'), foretag(ar - 1, 'Berg'))": "ökade",
    "riktning(foretag(ar, 'Åre'), foretag(ar - 1, 'Åre'))": "var oförändrat",
    "riktning(foretag(), foretag(ar - 1), 'fler', 'färre', 'lika många')": "färre",
    "riktning(foretag(ar, 'Åre'), foretag(ar - 1, 'Åre'), lika='lika många')": "lika många",
    "storst(foretag, ar)": "Östersund",
    "storst(foretag, ar, nr=2)": "Berg",
    "storst(foretag)": "Östersund",
    "minst(foretag, ar)": "Åre",
    "minst(foretag, ar, 2)": "Berg",
    "rang(foretag, ar, 'Åre')": "3",
    "rang(foretag, ar, 'Åre') | rangord": "tredje störst",
    "rang(foretag, ar, 'Åre') | rangord('minst')": "minst",
    "rang(foretag, ar, 'Berg') | rangord('högst')": "näst högst",
    "rang(andel_kkb, 2023, 'Östersund')": "1",
    "okade(foretag, ar, ar - 1) | uppraknat": "Berg",
    "minskade(foretag, ar, ar - 1) | uppraknat": "Östersund",
    "oforandrade(foretag, ar, ar - 1) | uppraknat": "Åre",
    "antal_i(oforandrade(foretag, ar, ar))": "3",
    "antal_i(kommuner) | ord": "tre",
    "antal_i(aren(ar - 2, ar))": "3",
    "antal_i([])": "0",
    "'ja' if finns(foretag()) else 'nej'": "ja",
    "'ja' if finns(stod()) else 'nej'": "nej",
    "'ja' if finns(foretag(1999)) else 'nej'": "nej",
    "'ja' if preliminar(omsattning(2024)) else 'nej'": "ja",
    "'ja' if preliminar(omsattning(2023)) else 'nej'": "nej",
    "'ja' if preliminar(stod()) else 'nej'": "nej",
    "'få' | galler(foretag() > 1000)": "få",
    "'få' | galler(foretag() < 1000)": "få",
    "'få' | galler(villkor=okade(foretag, ar, ar - 1)) | stor": "Få",
    "rang(foretag, ar, 'Åre') | rangord | galler(foretag() > 1)": "tredje störst",
    "skillnad(omsattning(2024), omsattning(2023), forbehall=true) | mnkr": "−404 mnkr",
    "forandring(omsattning(2024), omsattning(2023), forbehall=true)": "−32,7 %",
    "andel(omsattning(2024), omsattning(2023), forbehall=true)": "67,3 %",
    "riktning(omsattning(2024), omsattning(2023), forbehall=true)": "minskade",
    "okade(foretag, ar, ar - 1, forbehall=true) | uppraknat": "Berg",
    "riktning(foretag(), foretag(ar - 1), 'fler', 'färre', forbehall=false)": "färre",
    "antal_i(okade(foretag, ar, ar - 1)) | ord": "ett",
    "antal_i(kommuner) - antal_i(okade(foretag, ar, ar - 1))": "2",
    "antal_i(okade(foretag, ar, ar - 1)) + 1": "2",
    "'x' if antal_i(okade(foretag, ar, ar - 1)) == 1 else 'y'": "x",
    "storst(foretag, ar) | utan_not": "Östersund",
    "'ja' if finns(tryckt(foretag())) else 'nej'": "nej",
    "underlag(omsattning(2024))": "335",
    "period(foretag())": "juli 2025",
    "period(omsattning(2023))": "räkenskapsåret 2023",
    "uttag(foretag())": "juli 2025",
    "uttag(omsattning(2023)) | datum": "3 september 2025",
    "kalla(foretag())": "SCB",
    "omsattning(2023) | tkr": "1 234 568 tkr",
    "omsattning(2023) | tkr(1)": "1 234 567,9 tkr",
    "omsattning(2023) | mnkr": "1 235 mnkr",
    "omsattning(2023) | mdkr(2)": "1,23 mdkr",
    "omsattning(2023) | mnkr | utan_enhet": "1 235",
    "omsattning(2023) | mnkr | enhet('miljoner kronor')": "1 235 miljoner kronor",
    "skillnad(foretag(), foretag(ar - 1)) | belopp": "7",
    "skillnad(foretag(ar - 1), foretag()) | tecken": "+7",
    "omsattning(2023, matt='bolag') | ord": "åtta",
    "omsattning(2023, matt='bolag') | ord | stor": "Åtta",
    "'ökade' | stor": "Ökade",
    "lan | genitiv": "Jämtlands läns",
    "kommuner | uppraknat": "Berg, Åre och Östersund",
    "rapport.diarienummer | uppraknat": "RUN/1/2025 och RUN/2/2025",
    "'2025-10-14' | datum": "14 oktober 2025",
    "omsattning(2024) | utan_not": "830 500 000 kr",
    "omsattning(2024) | utan_not | mnkr": "830 mnkr",
    "ar": "2025",
    "ar + 1": "2026",
    "ar - ar": "0",
    "2024": "2024",
    "1234567": "1 234 567",
    "10 / 4": "2,5",
    "1.5": "1,5",
    "rapport.titel": "Uppföljning",
    "'a' 'b'": "ab",
    "'x' if ar > 2024 and ar < 2026 else 'y'": "x",
    "'x' if 2024 < ar < 2026 else 'y'": "x",
    "'x' if lan == 'Riket' or not true else 'y'": "y",
    "'x' if 'Berg' in kommuner else 'y'": "x",
    "'x' if 'Malmö' not in kommuner else 'y'": "x",
    "'x' if okade(foretag, ar, ar) else 'y'": "y",
    "'x' if rang(foretag, ar, 'Åre') == 3 else 'y'": "x",
    "'x' if foretag() > 1000 else 'y'": "x",
    "'x' if foretag() != foretag(ar - 1) else 'y'": "x",
    "företag(år, 'Åre')": "18",
}
FAULTS = {
    "[foretag(), foretag(2024)] | uppraknat": "tal-i-lista",
    "foretag() in kommuner": "fel-slags-varde",
    "'\u202e'": "otillatet-uttryck",
    "foretag(aar)": "okand-namn",
    "foretagg()": "okand-indikator",
    "summma(foretag())": "okand-indikator",
    "foretag(ar, 'Arjeplog')": "okand-plats",
    "foretag(ar, Berg)": "citattecken-saknas",
    "foretag(ar, 5)": "fel-slags-varde",
    "foretag('Berg')": "fel-slags-varde",
    "foretag(25)": "fel-slags-varde",
    "foretag(matt='x')": "okand-matt",
    "foretag(ort='Berg')": "okant-argument",
    "foretag(ar, ar=ar)": "okant-argument",
    "foretag(ar, 'Berg', 'antal', 1)": "fel-antal",
    "ar()": "inte-funktion",
    "lan(1)": "inte-funktion",
    "rapport.x": "okand-falt",
    "lan.x": "inget-falt",
    "foretag": "inte-skrivbart",
    "kommuner": "inte-skrivbart",
    "rapport": "inte-skrivbart",
    "true": "inte-skrivbart",
    "finns": "parentes-saknas",
    "foretag() | finns": "okand-filter",
    "stod()": "uppgift-saknas",
    "stod(2022)": "uppgift-saknas",
    "foretag(1999)": "uppgift-saknas",
    "foretag() + stod()": "uppgift-saknas",
    "riktning(stod(), stod(2021))": "uppgift-saknas",
    "'x' if stod() > 1 else 'y'": "uppgift-saknas",
    "rang(stod, ar, 'Berg')": "uppgift-saknas",
    "rang(foretag, ar, 'Malmö')": "okand-plats",
    "okade(stod, ar, ar - 1)": "uppgift-saknas",
    "andel(foretag(), stod(2021))": "division-med-noll",
    "forandring(stod(2021), stod(2021))": "division-med-noll",
    "foretag() / 0": "division-med-noll",
    "1 / 0": "division-med-noll",
    "foretag() + andel_kkb()": "olika-enheter",
    "foretag() - omsattning(2023)": "olika-enheter",
    "andel(omsattning(2023), foretag())": "olika-enheter",
    "'x' if foretag() > andel_kkb() else 'y'": "olika-enheter",
    "summa(foretag(), andel_kkb())": "olika-enheter",
    "foretag() * foretag()": "oraknelig",
    "foretag() + 1": "oraknelig",
    "1 / foretag()": "oraknelig",
    "'a' + 'b'": "oraknelig",
    "lan * 2": "oraknelig",
    "-lan": "oraknelig",
    "summa()": "tom-summa",
    "summa([])": "tom-summa",
    "summa(kommuner)": "fel-slags-varde",
    "summa(a=1)": "okant-argument",
    "okade(foretag, ar, ar) | uppraknat": "tom-lista",
    "[] | uppraknat": "tom-lista",
    "[foretag] | uppraknat": "inte-skrivbart",
    "foretag() | uppraknat": "fel-slags-varde",
    "storst(andel_kkb, 2023)": "delad-placering",
    "storst(andel_kkb, 2023, nr=2)": "delad-placering",
    "storst(foretag, ar, nr=4)": "fel-placering",
    "storst(foretag, ar, nr=0)": "fel-placering",
    "storst(foretag, ar, nr=1.5)": "fel-placering",
    "storst(foretag())": "fel-slags-varde",
    "storst('foretag')": "fel-slags-varde",
    "aren(1000, 9000)": "for-manga-ar",
    "aren(1, 2)": "fel-slags-varde",
    "antal_i(foretag())": "fel-slags-varde",
    "finns(ar)": "fel-slags-varde",
    "underlag(foretag())": "underlag-saknas",
    "uttag(foretag(1999))": "uppgift-saknas",
    "kalla(foretag(1999))": "uppgift-saknas",
    "foretag() | tkr": "inte-kronor",
    "foretag() | decimaler(7)": "fel-decimaler",
    "foretag() | decimaler(-1)": "fel-decimaler",
    "foretag() | decimaler": "fel-antal",
    "foretag() | enhet(1)": "fel-slags-varde",
    "ar | decimaler(1)": "fel-slags-varde",
    "kommuner | stor": "fel-slags-varde",
    "foretag() | rangord": "fel-slags-varde",
    "'14/10' | datum": "fel-datum",
    "foretag() | datum": "fel-datum",
    "lan | utan_not": "fel-slags-varde",
    "foretag() | galler(foretag() > 1)": "fel-slags-varde",
    "'få' | galler": "fel-antal",
    "'få' | galler()": "fel-antal",
    "'få' | galler(foretag())": "inget-villkor",
    "'få' | galler(stod() > 1)": "uppgift-saknas",
    "'få' | galler(true, false)": "fel-antal",
    "'få' | galler(true, forbehall=ar)": "fel-slags-varde",
    "skillnad(foretag(), foretag(ar - 1), forbehall='ja')": "fel-slags-varde",
    "skillnad(foretag(), foretag(ar - 1), true)": "fel-antal",
    "summa(foretag(), foretag(ar - 1), forbehall=true)": "okant-argument",
    "preliminar(ar)": "fel-slags-varde",
    "'x' if ar else 'y'": "inget-villkor",
    "'x' if 'a' else 'y'": "inget-villkor",
    "'x' if not foretag() else 'y'": "inget-villkor",
    "'x' if lan > 1 else 'y'": "fel-slags-varde",
    "'x' if true == true else 'y'": "fel-slags-varde",
    "'x' if 'a' in lan else 'y'": "fel-slags-varde",
}


@pytest.mark.parametrize(("source", "text"), PRINTED.items())
def test_what_an_expression_prints(source: str, text: str) -> None:
    assert shown(source) == text


@pytest.mark.parametrize(("source", "code"), FAULTS.items())
def test_what_an_expression_lacks(source: str, code: str) -> None:
    assert fault(source).code == code


def test_every_function_and_filter_is_tried_here() -> None:
    tried = " ".join(PRINTED)
    assert all(f"{name}(" in tried for name in ALL_FUNCTIONS)
    assert all(f"| {name}" in tried for name in FILTERS)


def test_missing_figures_are_all_named() -> None:
    message = fault("rang(stod, ar, 'Berg')").message
    assert all(f"stod(2025, '{name}'" in message for name in ("Berg", "Åre", "Östersund"))


def test_only_the_missing_one_is_blamed() -> None:
    message = fault("skillnad(foretag(2026), foretag())").message
    assert "2026" in message and "2025" not in message


def test_units_of_computed_figures() -> None:
    units = {
        "andel(foretag(), foretag())": Unit.PERCENT,
        "skillnad(andel_kkb(), andel_kkb())": Unit.POINTS,
        "summa(andel_kkb(), andel_kkb())": Unit.PERCENT,
        "forandring(omsattning(2024), omsattning(2023))": Unit.PERCENT,
        "omsattning(2023) / foretag()": Unit.KRONOR,
        "foretag() / foretag()": Unit.INDEX,
    }
    for source, unit in units.items():
        found = value(source)
        assert isinstance(found, Figure) and found.form.unit is unit, source


def test_status_follows_the_weakest_part() -> None:
    found = value("summa(omsattning(2023), omsattning(2024))")
    assert isinstance(found, Figure)
    assert (found.status, found.base, found.key, len(found.facts)) == (Status.PRELIMINARY, 335, None, 2)
    lacking = value("summa(stod(2021), stod(2023), stod(2022))")
    assert isinstance(lacking, Figure)
    assert (lacking.amount, lacking.status) == (None, Status.CONFIDENTIAL)
    assert [fact.year for fact in lacking.facts] == [2023, 2022]


def test_sums_are_of_unrounded_amounts() -> None:
    found = value("summa(andel_kkb(ar, 'Berg'), andel_kkb(ar, 'Åre'), andel_kkb(ar, 'Östersund'))")
    assert isinstance(found, Figure) and found.amount == Decimal("16.95")


def test_division_rounds_once() -> None:
    assert shown("stod(2021) + omsattning(2023, matt='bolag') / 16 * 3") == "2 st"


def test_what_names_mean() -> None:
    assert value("ar") == Year(2025)
    assert value("kommuner") == Items((Words("Berg"), Words("Åre"), Words("Östersund")))
    assert truth(value("kommuner")) and not truth(value("okade(foretag, ar, ar)"))


def test_loop_names_shadow_nothing_else() -> None:
    names = {"self": Words("x"), "a": Words("y")}
    assert (evaluate("self", scope(), names), evaluate("a", scope(), names)) == (Words("x"), Words("y"))
    assert fault("self").code == "okand-namn"


def test_the_period_of_a_fact_is_its_indicators_pattern_with_the_year_filled_in() -> None:
    indicators = dict(DATASET.catalogue.indicators)
    indicators["foretag"] = indicators["foretag"]._replace(period="1 april {ar}–31 mars { ar + 1 }")
    dataset = replace(DATASET, catalogue=DATASET.catalogue._replace(indicators=indicators))
    seen = scope_of(dataset, manifest(), SPACE)
    assert printed(evaluate("period(foretag(2024))", seen), seen).text.replace(SPACE, " ") == "1 april 2024–31 mars 2025"


def test_the_vocabulary_tells_of_everything() -> None:
    assert set(FUNCTIONS) == set(ALL_FUNCTIONS)
    assert set(FILTER_WORDS) == set(FILTERS)
    assert {*ALL_FUNCTIONS, *FILTERS, "kommuner"} <= reserved_names()


def test_every_example_has_a_result() -> None:
    for entry in vocabulary(DATASET, manifest(), SPACE):
        assert entry.example and entry.result and not entry.result.startswith("("), entry


def test_examples_without_data_do_not_fail() -> None:
    for entry in vocabulary(replace(DATASET, observations={}), manifest(), SPACE):
        assert entry.result, entry
