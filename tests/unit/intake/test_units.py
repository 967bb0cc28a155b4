from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rapportbyggare.core.dataset import Coverage
from rapportbyggare.core.figure import Status
from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.intake.receive import receive
from rapportbyggare.intake.sheets import read_grids
from tests.unit.intake.project import ROOT, catalogue
from tests.unit.intake.registers import (
    ACCOUNTS,
    COMPANIES,
    COUNTY,
    Row,
    accounts,
    book,
    companies,
    every_way,
    limited,
    take,
    text_file,
)
from tools.sample_registers import accounts as sample_accounts
from tools.sample_registers import companies as sample_companies
from tools.sample_registers import decisions, write_registers

SAMPLES = ROOT / "report" / "kallor" / "exempel"
MAPS = ROOT / "report" / "kallor"
KKB, OTHER = "90.010 Artistisk verksamhet", "47.110 Livsmedelshandel"


def shipped(name: str) -> str:
    return (MAPS / f"{name}.toml").read_text(encoding="utf-8")


def test_the_register_sample_is_counted_per_municipality_and_county(tmp_path: Path) -> None:
    write_registers(tmp_path)
    taken = take(tmp_path / "scb-foretagsregister-2025-07.csv", shipped("scb"))
    assert taken.codes == []
    assert taken.facts("antal_kkb") == {
        (2025, COUNTY): 23,
        **{(2025, name): 2 for name in ("Berg", "Bräcke", "Härjedalen", "Ragunda", "Strömsund")},
        **{(2025, name): 3 for name in ("Krokom", "Åre")},
        (2025, "Östersund"): 7,
    }
    rows = list(sample_companies())[1:]
    ours = [row for row in rows if row[7] == "Aktiv" and str(row[2]).startswith("23")]
    creative = [row for row in ours if str(row[4])[:2] in ("90", "71", "74", "59")]
    assert (len(ours), len(creative)) == (51, 23)
    assert taken.county("andel_kkb") == (Decimal(2300) / 51).quantize(Decimal(1).scaleb(-15))
    artistic = sum(str(row[4]).startswith("90.010") for row in ours)
    assert taken.county("antal_kkb_sni", "artistisk") == artistic


def test_a_row_without_a_code_is_told_and_stays_among_all(tmp_path: Path) -> None:
    rows = companies((1, "Berg", KKB, ""), (2, "Berg", None, ""), (3, "Berg", OTHER, ""))
    for way, taken in every_way(tmp_path, rows, COMPANIES).items():
        assert taken.county("andel_kkb") == Decimal("33.333333333333333"), way
        assert taken.bases("andel_kkb")[2025, COUNTY] == 3
        assert "1 rad saknar ”SNI”" in taken.said and "C3" in taken.said


def test_the_accounts_sample_is_summed_exactly(tmp_path: Path) -> None:
    write_registers(tmp_path)
    taken = take(tmp_path / "bisnis-analys-2025-09.xlsx", shipped("bisnis"), "2025-09-03")
    rows = [row for row in list(sample_accounts())[1:] if row[4] in (date(2024, 12, 31), date(2024, 6, 30))]
    turnover = [row[5] for row in rows if isinstance(row[5], int)]
    both = [(row[5], row[7]) for row in rows if isinstance(row[5], int) and isinstance(row[7], int)]
    each = [(row[5], row[6]) for row in rows if isinstance(row[5], int) and isinstance(row[6], int)]
    assert len(rows) == 23 and len(turnover) == 22 and 0 in turnover
    assert taken.county("nettoomsattning", "belopp") == sum(turnover) * 1000 == 104_466_000
    assert taken.county("nettoomsattning", "jamforbar_belopp") == sum(now for now, _ in both) * 1000
    assert taken.county("nettoomsattning", "jamforbar_foregaende") == sum(before for _, before in both) * 1000
    ratio = Decimal(sum(one for one, _ in each) * 1000) / sum(employees for _, employees in each)
    assert taken.county("omsattning_per_anstalld") == ratio.quantize(Decimal(1).scaleb(-15))
    assert {one.status for one in taken.observations} == {Status.PRELIMINARY}
    assert [one.base for one in taken.observations] == [22, 20, 20, 21]
    assert "1 rad saknar ”Nettoomsättning (tkr)”" in taken.said and "Bolag!F14" in taken.said
    assert "2 enheter har brutet räkenskapsår" in taken.said
    assert "1 rad har ”Bokslut till” utanför 2024" in taken.said


def test_the_numbers_of_a_year_are_definitive_from_the_date_the_map_gives(tmp_path: Path) -> None:
    write_registers(tmp_path)
    map_text = shipped("bisnis").replace('"uttag - 1"', "2024")
    statuses = {
        extract: {one.status for one in take(tmp_path / "bisnis-analys-2025-09.xlsx", map_text, extract).observations}
        for extract in ("2026-03-31", "2026-04", "2026-04-01")
    }
    assert statuses == {
        "2026-03-31": {Status.PRELIMINARY},
        "2026-04": {Status.DEFINITIVE},
        "2026-04-01": {Status.DEFINITIVE},
    }


def test_the_decisions_sample_is_shared_by_number_and_by_amount(tmp_path: Path) -> None:
    write_registers(tmp_path)
    taken = take(tmp_path / "nyps-beslut-2025-09.csv", shipped("nyps"), "2025-09")
    granted = [row for row in list(decisions())[1:] if row[3] == "Bifall" and str(row[5]).startswith("2024")]
    ours = [row for row in granted if row[2] == "Ja"]

    def amount(rows: list[Row]) -> int:
        return sum(int(str(row[4]).replace(" ", "")) for row in rows)

    assert taken.facts("andel_foretagsstod", "antal")[2024, COUNTY] == Decimal(100 * len(ours)) / len(granted) == 20
    by_amount = Decimal(100 * amount(ours)) / amount(granted)
    assert taken.facts("andel_foretagsstod", "belopp")[2024, COUNTY] == by_amount.quantize(Decimal(1).scaleb(-15))
    assert set(taken.facts("andel_foretagsstod")) == {(2023, COUNTY), (2024, COUNTY)}
    assert taken.bases("andel_foretagsstod")[2024, COUNTY] == 15


@pytest.mark.parametrize("file", ["scb-foretagsregister-2025-07.csv", "nyps-beslut-2025-09.csv"])
def test_the_text_samples_are_as_the_tool_writes_them(tmp_path: Path, file: str) -> None:
    write_registers(tmp_path)
    plain = (SAMPLES / file).read_bytes().replace(b"\r\n", b"\n")
    assert (tmp_path / file).read_bytes() == plain


def test_the_workbook_sample_is_as_the_tool_writes_it(tmp_path: Path) -> None:
    write_registers(tmp_path)
    file = "bisnis-analys-2025-09.xlsx"
    assert read_grids(tmp_path / file) == read_grids(SAMPLES / file)


@pytest.mark.parametrize(
    ("file", "source", "facts"),
    [
        ("scb-foretagsregister-2025-07.csv", "scb", 20),
        ("bisnis-analys-2025-09.xlsx", "bisnis", 4),
        ("nyps-beslut-2025-09.csv", "nyps", 4),
    ],
)
def test_a_sample_is_received_by_its_name(file: str, source: str, facts: int) -> None:
    maps, _ = read_maps(ROOT, catalogue())
    delivered, problems = receive(SAMPLES / file, None, maps, catalogue(), ROOT, "2025-09")
    assert problems == () and delivered is not None
    assert (delivered.source, len(delivered.observations), len(delivered.checksum)) == (source, facts, 64)
    assert all(any(one.key in block for block in delivered.coverage) for one in delivered.observations)
    assert all(one.origin.cell and one.origin.extract == "2025-09" for one in delivered.observations)


def test_every_way_of_reading_gives_the_same(tmp_path: Path) -> None:
    rows = companies(
        ("556000-0001", "Berg", "90010", "Aktiv"),
        ("5560000002", "Östersund ", KKB, "Aktiv"),
        ("5560000003", "2380", "90.030", "Aktiv"),
        ("5560000004", "2380 Östersund", "00000", "Aktiv"),
        (5560000005, 2321, 47110, "Aktiv"),
        ("5560000006", "Åre kommun", "1130 Odling", "Aktiv"),
        ("5560000007", "1480 Göteborg", KKB, "Aktiv"),
        ("5560000008", "180", KKB, "Aktiv"),
        ("5560000009", "Berg", "", "Aktiv"),
        ("5560000010", "", KKB, "Aktiv"),
        ("", "Berg", KKB, "Aktiv"),
        ("556000-0001", "Berg", "90010", "Aktiv"),
        (),
        ("Summa", "", "", ""),
        ("Källa: SCB", "", "", ""),
    )
    ways = every_way(tmp_path, rows, COMPANIES)
    assert {way: taken.codes for way, taken in ways.items()} == {way: [] for way in ways}
    facts = {way: (taken.facts("antal_kkb"), taken.facts("andel_kkb")) for way, taken in ways.items()}
    assert facts["arbetsbok"] == facts["celler"] == facts["rakt av"]
    assert facts["celler"][0][2025, COUNTY] == 3 and facts["celler"][0][2025, "Östersund"] == 2
    assert facts["celler"][1][2025, COUNTY] == Decimal("42.857142857142857")
    told = {way: taken.said.replace("rader.xlsx", "rader.csv").replace("Företag!", "") for way, taken in ways.items()}
    for words in (
        "1 rad saknar ”Orgnr” och räknas inte: rad 12",
        "1 rad är en exakt kopia av en tidigare rad och räknas inte en gång till: rad 13",
        "2 rader gäller kommuner i andra län",
        "1 rad saknar ”Kommun” och kan inte placeras. De räknas inte: B11",
        "1 rad har en ”SNI” där den inledande nollan fallit bort. Den har satts tillbaka: C7",
        "1 rad saknar ”SNI”",
    ):
        assert all(words in said for said in told.values()), (words, told)


def test_an_origin_is_the_rows_and_how_many(tmp_path: Path) -> None:
    rows = companies(*[(number, "Berg", KKB, "") for number in range(1, 1201)], (1201, "Berg", OTHER, ""))
    ways = every_way(tmp_path, rows, COMPANIES)
    cells = {way: {one.origin.cell.replace("\u00a0", " ") for one in taken.observations} for way, taken in ways.items()}
    assert cells["arbetsbok"] == {"Företag!A2:D1202 (1 201 rader)"}
    assert cells["celler"] == cells["rakt av"] == {"A2:D1202 (1 201 rader)"}


def test_a_file_answers_for_all_places_of_its_measures(tmp_path: Path) -> None:
    taken = take(text_file(tmp_path / "a.csv", companies((1, "Berg", KKB, ""), (2, "Berg", OTHER, ""))), COMPANIES)
    areas = (COUNTY, *catalogue().municipalities)
    assert taken.coverage == (
        Coverage((("antal_kkb", "antal"),), (2025,), areas),
        Coverage((("andel_kkb", "andel"),), (2025,), (COUNTY,)),
    )
    assert taken.facts("antal_kkb")[2025, "Åre"] == 0


def test_zero_is_zero_and_nothing_is_nothing(tmp_path: Path) -> None:
    rows = accounts((1, "Berg", 0, 2), (2, "Berg", None, 3), (3, "Åre", "..", 1), (4, "Krokom", "1 234,5", 0))
    for way, taken in every_way(tmp_path, rows, ACCOUNTS).items():
        facts = taken.facts("nettoomsattning")
        assert (facts[2024, "Berg"], facts[2024, "Krokom"], facts[2024, COUNTY]) == (0, 1_234_500, 1_234_500), way
        assert facts[2024, "Åre"] == "saknas" and facts[2024, "Ragunda"] == 0
        assert taken.facts("omsattning_per_anstalld")[2024, "Krokom"] == "kan inte finnas"
        assert taken.bases("nettoomsattning")[2024, COUNTY] == 2
        assert "2 rader saknar ”Omsättning”" in taken.said


def test_amounts_are_exact_however_large_or_fine(tmp_path: Path) -> None:
    rows = accounts((1, "Berg", "0,1", 1), (2, "Berg", "0,2", 1), (3, "Berg", "900000000000000", 1), (4, "Berg", "0,005", 1))
    for taken in every_way(tmp_path, rows, ACCOUNTS.replace('"tkr"', '"mnkr"')).values():
        assert taken.codes == ["inget-tal"] and "C4" in taken.said  # 900 trillion kronor is a fault in the file
    small = accounts((1, "Berg", "0,1", 1), (2, "Berg", "0,2", 1), (3, "Berg", "99999999999", 1), (4, "Berg", "0,05", 1))
    for taken in every_way(tmp_path, small, ACCOUNTS).values():
        assert taken.facts("nettoomsattning")[2024, "Berg"] == Decimal("99999999999350")


@pytest.mark.parametrize(
    ("rows", "map_text", "code", "cells"),
    [
        (companies((1, "Bergg", KKB, ""), (2, "Berg", OTHER, "")), COMPANIES, "okand-plats", "B2. Menas ”Berg”?"),
        (companies((1, "2399", KKB, ""), (2, "Berg", OTHER, "")), COMPANIES, "okand-plats", "B2"),
        (companies((1, "Berg", "konst", ""), (2, "Berg", OTHER, "")), COMPANIES, "fel-kod", "C2"),
        (companies((1, "Berg", "90.01", ""), (2, "Berg", OTHER, "")), COMPANIES, "fel-kod", "C2"),
        (companies((1, "Berg", "901", ""), (2, "Berg", OTHER, "")), COMPANIES, "fel-kod", "C2"),
        (companies((1, "Berg", "9001", ""), (2, "Berg", "4711", "")), COMPANIES, "fel-kodniva", "C2"),
        (companies((1, "Berg", "90.200 Scenkonst", ""), (2, "Berg", KKB, "")), COMPANIES, "annan-kodversion", "C2"),
        (
            companies((1, "Berg", KKB, ""), (1, "Åre", KKB, ""), (2, "Åre", OTHER, "")),
            COMPANIES,
            "samma-enhet-olika-rader",
            "2 = 3",
        ),
        (companies((1, "Berg", KKB, ""), (2, "Berg", KKB, "")), COMPANIES, "filen-har-bara-urvalet", "A2"),
        (accounts((1, "Berg", "x", 1)), ACCOUNTS, "inget-tal", "C2"),
        (accounts((1, "Berg", "1.341", 1)), ACCOUNTS, "inget-tal", "C2"),
        (accounts((1, "Berg", 10, "-1")), ACCOUNTS, "inget-antal", "D2"),
        (accounts((1, "Berg", 10, "1,5")), ACCOUNTS, "inget-antal", "D2. hela tal"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_rows(
    tmp_path: Path, rows: list[Row], map_text: str, code: str, cells: str
) -> None:
    for way, taken in every_way(tmp_path, rows, map_text).items():
        assert taken.codes == [code], way
        assert cells in taken.said or code == "filen-har-bara-urvalet"
        assert taken.observations == () and taken.coverage == ()


def test_a_short_decimal_code_in_a_workbook_is_refused(tmp_path: Path) -> None:
    rows = companies((1, "Berg", 90.01, ""), (2, "Berg", 47110, ""))
    taken = take(book(tmp_path / "a.xlsx", rows), COMPANIES)
    assert taken.codes == ["fel-kod"] and "Företag!C2" in taken.said


def test_the_list_of_rows_is_bounded_and_the_total_told(tmp_path: Path) -> None:
    rows = companies((1, "Berg", KKB, ""), *[(number, "", OTHER, "") for number in range(2, 102)], (102, "Berg", OTHER, ""))
    for taken in every_way(tmp_path, rows, COMPANIES).values():
        assert "100 rader saknar ”Kommun” och kan inte placeras." in taken.said
        assert "B3, B4" in taken.said and "och 88 till" in taken.said and "B40" not in taken.said


def test_the_country_is_every_row_with_a_place(tmp_path: Path) -> None:
    map_text = COMPANIES.replace('per = ["kommun", "län"]', 'per = ["kommun", "län", "riket"]')
    places = ("2326", KKB), ("1480 Göteborg", KKB), ("", KKB), ("Jämtlands län", KKB), ("180", OTHER)
    rows = companies(*[(number, place, code, "") for number, (place, code) in enumerate(places, 1)])
    for way, taken in every_way(tmp_path, rows, map_text).items():
        facts = taken.facts("antal_kkb")
        assert (facts[2025, "Berg"], facts[2025, COUNTY], facts[2025, "Riket"]) == (1, 2, 3), way
        assert "1 rad har länet i stället för en kommun" in taken.said and "B5" in taken.said


def test_a_file_of_the_chosen_units_gives_counts_alone(tmp_path: Path) -> None:
    map_text = COMPANIES.replace('ar = "uttag"', 'ar = "uttag"\nomfattar = "urval"')
    taken = take(text_file(tmp_path / "a.csv", companies((1, "Berg", KKB, ""), (2, "Åre", KKB, ""))), map_text)
    assert taken.codes == [] and taken.county("antal_kkb") == 2
    assert taken.facts("andel_kkb") == {} and "andel_kkb räknas inte" in taken.said


def test_the_version_of_the_list_follows_the_extract(tmp_path: Path) -> None:
    rows = companies((1, "Berg", "90.200 Scenkonst", ""), (2, "Berg", OTHER, ""))
    path = text_file(tmp_path / "a.csv", rows)
    assert take(path, COMPANIES, "2026-07").county("antal_kkb") == 1
    assert take(path, COMPANIES, "2025-12").codes == ["annan-kodversion"]
    assert take(path, COMPANIES, "2007-01").codes == ["kodlista-utan-version"]


def test_an_extract_is_asked_for_where_it_is_needed(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", companies((1, "Berg", KKB, "")))
    assert take(path, COMPANIES, "").codes == ["kodlista-utan-version", "uttag-saknas"]


def test_the_share_without_employees_rests_on_the_known_size_classes(tmp_path: Path) -> None:
    map_text, _, prepared = shipped("scb").partition("# [[filter]]\n")
    map_text += "[[filter]]\n" + prepared.replace("# ", "").replace("#", "")
    size = catalogue().indicators["andel_utan_anstallda"]
    known = catalogue()._replace(indicators={**catalogue().indicators, size.name: size._replace(source="scb")})
    rows: list[Row] = [("Orgnr", "Kommun", "SNI", "Storleksklass", "Status")]
    rows += [(f"1600{number}", "Berg", KKB, size, "Aktiv") for number, size in enumerate("0011123", 1)]
    rows += [("16009", "Berg", OTHER, "1", "Aktiv"), ("16010", "Berg", KKB, "1", "Vilande")]
    taken = take(text_file(tmp_path / "a.csv", rows), map_text, known=known)
    assert taken.codes == [] and taken.county("andel_utan_anstallda") == 60
    assert taken.bases("andel_utan_anstallda") == {(2025, COUNTY): 5}


@pytest.mark.parametrize("way", ["arbetsbok", "celler", "rakt av"])
def test_nothing_of_a_persons_leaves_the_reader(tmp_path: Path, way: str) -> None:
    secret = "Hemliga Namnet"
    head = ("Orgnr", "Kommun", "SNI", "Status", "Namn")
    bad: list[Row] = [
        head,
        ("19700101-9999", "Berg", KKB, "", secret),
        ("19700101-9999", "Åre", KKB, "", secret),
        ("19700102-9999", secret, KKB, "", secret),
        ("19700103-9999", "Berg", secret, "", secret),
        ("19700104-9999", "", KKB, "", secret),
        ("", "Berg", KKB, "", secret),
        ("", "", "", "", secret),
        ("19700105-9999", "", "", "", ""),
        ("Summa 19700106-9999", "", "", "", secret),
        (secret, "", "", "", ""),
    ]
    good = [head, ("19700101-9999", "Berg", KKB, "", secret), ("19700102-9999", "Berg", OTHER, "", secret)]
    for rows in (bad, good, bad[1:]):
        taken = every_way(tmp_path, rows, COMPANIES)[way]
        everything = taken.said + repr(taken.observations) + repr(taken.coverage)
        assert secret not in everything and "9999" not in everything and "1970" not in everything


def test_limits_are_off_until_the_catalogue_sets_them_and_then_are_said(tmp_path: Path) -> None:
    rows = companies(
        *[(number, "Berg", KKB, "") for number in range(1, 3)],
        *[(number, "Åre", KKB, "") for number in range(3, 7)],
        (7, "Åre", OTHER, ""),
    )
    path = text_file(tmp_path / "a.csv", rows)
    assert take(path, COMPANIES).facts("antal_kkb")[2025, "Berg"] == 2
    taken = take(path, COMPANIES, known=limited("antal_kkb", smallest=3))
    facts = taken.facts("antal_kkb")
    assert (facts[2025, "Berg"], facts[2025, "Åre"], facts[2025, "Ragunda"], facts[2025, COUNTY]) == ("sekretess", 4, 0, 6)
    assert taken.bases("antal_kkb")[2025, "Berg"] is None
    assert "antal_kkb/antal 2025 har fått statusen sekretess för Berg" in taken.said
    assert "Den kan räknas fram som Jämtlands län minus övriga kommuner" in taken.said


def test_an_amount_that_one_company_makes_is_withheld(tmp_path: Path) -> None:
    rows = accounts((1, "Berg", 80, 1), (2, "Berg", 10, 1), (3, "Berg", 10, 1), (4, "Åre", 79, 1), (5, "Åre", 21, 1))
    taken = take(text_file(tmp_path / "a.csv", rows), ACCOUNTS, known=limited("nettoomsattning", dominance="0.8"))
    facts = taken.facts("nettoomsattning")
    assert (facts[2024, "Berg"], facts[2024, "Åre"], facts[2024, "Ragunda"]) == ("sekretess", 100_000, 0)


def test_two_years_of_a_company_are_told_apart_by_a_wider_key(tmp_path: Path) -> None:
    years = '[kolumner.slut]\nnamn = ["Slut"]\ntyp = "datum"\n[tomma]'
    map_text = ACCOUNTS.replace("[tomma]", years).replace('nyckel = "orgnr"', 'nyckel = ["orgnr", "slut"]')
    map_text = map_text.replace("ar = 2024", 'ar = { kolumn = "slut" }')
    rows = [
        ("Orgnr", "Kommun", "Omsättning", "Anställda", "Slut"),
        ("1", "Berg", 10, 1, "2024-12-31"),
        ("1", "Berg", 20, 1, "2023-12-31"),
        ("2", "Berg", 5, 1, "20240630"),
        ("3", "Berg", 5, 1, ""),
        ("4", "Berg", 7, 1, "2023-04-30"),
    ]
    for taken in every_way(tmp_path, rows, map_text).values():
        facts = taken.facts("nettoomsattning")
        assert (facts[2023, COUNTY], facts[2024, COUNTY]) == (27_000, 15_000)
        assert "1 rad saknar ”Slut”, så året är inte känt. De räknas inte: E5" in taken.said


def test_a_year_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    years = '[kolumner.slut]\nnamn = ["Slut"]\ntyp = "datum"\n[tomma]'
    map_text = ACCOUNTS.replace("[tomma]", years).replace("ar = 2024", 'ar = { kolumn = "slut" }')
    rows = [("Orgnr", "Kommun", "Omsättning", "Anställda", "Slut"), ("1", "Berg", 10, 1, "2024-02-30")]
    for taken in every_way(tmp_path, rows, map_text).values():
        assert taken.codes == ["fel-ar"] and "E2" in taken.said
