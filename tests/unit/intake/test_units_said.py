"""What is said of companies: why, and never of whom."""

from datetime import date
from pathlib import Path

from tests.unit.intake.project import ROOT
from tests.unit.intake.registers import ACCOUNTS, COMPANIES, accounts, book, companies, take

ACTIVE = '[[filter]]\nkolumn = "status"\nen_av = ["Aktiv"]\n'
SHIPPED = (ROOT / "report" / "kallor" / "bisnis.toml").read_text(encoding="utf-8")
HEADS = (
    *("Organisationsnummer", "Säteskommun", "Bokslut från", "Bokslut till", "Nettoomsättning (tkr)", "Antal anställda"),
    "Nettoomsättning föregående år (tkr)",
)


def company(number: int, year: int) -> tuple[object, ...]:
    return (f"5590{number:02}-2000", "Berg", date(year, 1, 1), date(year, 12, 31), 1000, 2, 900)


def test_numbers_stored_as_text_are_told(tmp_path: Path) -> None:
    one = take(book(tmp_path / "a.xlsx", accounts((1, "Berg", "1 000", 2), (2, "Berg", 5, 1))), ACCOUNTS)
    assert one.codes == [] and "1 rad har ”Omsättning” sparat som text. Det lästes som tal: C2." in one.said


def test_employees_with_decimals_are_told_as_that_and_the_remedy_works(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", accounts((1, "Berg", 10, 1.5)))
    one = take(path, ACCOUNTS)
    assert one.codes == ["inget-antal"] and "ta bort raden enhet under [kolumner.anstallda]" in one.said
    assert take(path, ACCOUNTS.replace('typ = "tal"\nenhet = "antal"\n', 'typ = "tal"\n')).codes == []


def test_a_filter_tells_which_values_it_left_out(tmp_path: Path) -> None:
    rows = [(number, "Berg", "90.010" if number % 2 else "47.110", "Aktiv") for number in range(10)]
    left = [(20, "Berg", "90.010", "Vilande"), (21, "Berg", "90.010", "Vilande"), (22, "Berg", "90.010", "Anna Ek")]
    more = [(23, "Berg", "90.010", "640823-3234"), (24, "Berg", "90.010", "Ek"), (25, "Berg", "90.010", "7")]
    one = take(book(tmp_path / "a.xlsx", companies(*rows, *left, *more)), COMPANIES + ACTIVE)
    assert "6 rader räknas inte med enligt kartans filter på ”Status”: ”Vilande” (2), ”7” (1) och andra." in one.said
    assert "Ek" not in one.said and "3234" not in one.said


def test_a_heading_without_a_unit_is_not_taken_for_thousands(tmp_path: Path) -> None:
    heads = tuple(head.replace(" (tkr)", "") for head in HEADS)
    one = take(book(tmp_path / "a.xlsx", [heads, company(1, 2024)]), SHIPPED, "2025-10-01")
    assert one.codes == ["kolumn-saknas", "kolumn-saknas"] and 'enhet där är vad talen är i (nu "tkr")' in one.said


def test_rows_that_are_all_of_other_years_are_refused_and_the_remedy_makes_them_definitive(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [HEADS, company(1, 2024), company(2, 2024)])
    one = take(path, SHIPPED, "2026-05")
    assert one.codes == ["inga-rader-for-aret"] and "skriv fran = 2024 och till = 2024 för ar" in one.said
    told = SHIPPED.replace('fran = "uttag - 1", till = "uttag - 1"', "fran = 2024, till = 2024")
    assert {seen.status.value for seen in take(path, told, "2026-05").observations} == {"definitiv"}


def test_a_wrong_encoding_is_told_without_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Orgnr;Kommun;SNI;Status\n1;Bräcke;90.010;x\n2;Berg;47.110;x\n".encode("cp850"))
    one = take(path, COMPANIES)
    assert one.codes == ["okand-plats"] and "en annan teckenkodning" in one.said


def test_a_quotation_mark_that_swallows_a_company_is_refused_however_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = '1;Berg;90.010;"x\n2;Berg;47.110;"\n3;Berg;47.110;y\n4;Berg;90.010;y\n'
    path.write_text(f"Orgnr;Kommun;SNI;Status\n{rows}", encoding="utf-8")
    assert [take(path, COMPANIES, plain_from=size).codes for size in (0, 1 << 30)] == [["citattecken-over-rader"]] * 2
