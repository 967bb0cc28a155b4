"""Writes the sample workbooks and the long file in report/kallor/exempel: laid out as the maps say, with the published figures.

The figures are those the report prints; the files themselves are made up, and say so in a row of their own.
"""

import csv
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).resolve().parent.parent / "report" / "kallor" / "exempel"
MADE_UP = "Exempelfil: uppställningen är påhittad, siffrorna är de som rapporten redan visar."
YEARS = (2023, 2024, 2025)
KKB = {
    "Berg": ((71, 69, 63), ("3.5", "3.4", "3.2")),
    "Bräcke": ((43, 46, 43), ("3.3", "3.5", "3.3")),
    "Härjedalen": ((85, 92, 98), ("3.4", "3.6", "3.8")),
    "Krokom": ((135, 144, 144), ("4.1", "4.4", "4.3")),
    "Ragunda": ((42, 39, 37), ("3.5", "3.3", "3.1")),
    "Strömsund": ((61, 62, 57), ("2.5", "2.5", "2.3")),
    "Åre": ((276, 279, 285), ("8.5", "8.5", "8.6")),
    "Östersund": ((632, 643, 614), ("6.6", "6.6", "6.2")),
    "Jämtlands län": ((1345, 1374, 1341), ("5.3", "5.3", "5.1")),
}
SAVED = datetime(2025, 9, 10, 8, 0)
Value = float | int | str | None
OWN: tuple[tuple[Value, ...], ...] = (
    ("Projektstöd med KKB som målgrupp (andel)", 0.029, 0.111, 0.043, "Mäts 2026", "publicerad kvot, täljaren är inte känd"),
    (
        "Projektstöd med KKB som potentiell målgrupp (andel)",
        *(0.294, 0.056, 0.391),
        "Mäts 2026",
        "publicerad kvot, täljaren är inte känd",
    ),
    ("Beviljade projektstöd, samtliga (antal)", 34, 18, 23, None, None),
    ("Kulturstöd till professionella kulturskapare (antal)", "Ingen statistik", 16, 20, "Mäts 2026", None),
    ("Kulturstöd till professionella kulturskapare (kr)", "Ingen statistik", 727500, 1017000, "Mäts 2026", None),
    ("Företag i Kul Tur (antal)", 71, 70, 70, 75, None),
    ("Företag som fått stöd i Samspel63 (antal)", "Inte aktuellt", 39, 22, "Mäts 2026", "projektet startade 2023"),
    ("Företag som fått uppdrag i Samspel63 (antal)", "Inte aktuellt", 14, 10, "Mäts 2026", "projektet startade 2023"),
)
LONG_HEAD = ("indikator", "matt", "ar", "plats", "varde", "enhet", "status", "period", "underlag", "mats", "not")
COUNTY = "Jämtlands län"
UNKNOWN = "publicerad kvot, delarna är inte kända"


def _long(fact: str, value: str, unit: str, note: str = "", status: str = "", measured: str = "") -> tuple[str, ...]:
    """A row of the long format; `fact` is "indicator measure year" with "" for a year that is not known."""
    indicator, measure, year = fact.split(" ")
    place = "Riket" if indicator.endswith("_riket") else COUNTY
    known = status or ("definitiv" if value else "saknas")
    return (indicator, measure, year, place, value, unit, known, "", "", measured, note)


LONG_FILES = {
    "lang-nyps-2025-08": (
        _long("andel_foretagsstod antal 2022", "7,5", "procent", UNKNOWN),
        _long("andel_foretagsstod antal 2023", "17", "procent", f"{UNKNOWN}, publicerad i hela procent"),
        _long("andel_foretagsstod antal 2024", "6", "procent", f"{UNKNOWN}, publicerad i hela procent"),
        _long("andel_foretagsstod antal 2025", "", "procent", "", "mäts senare", "2026"),
        _long("andel_foretagsstod belopp 2022", "", "procent", "beloppsmåttet redovisas inte för 2022, orsaken är inte känd"),
        _long("andel_foretagsstod belopp 2023", "8,7", "procent", UNKNOWN),
        _long("andel_foretagsstod belopp 2024", "0,4", "procent", UNKNOWN),
        _long("andel_foretagsstod belopp 2025", "", "procent", "", "mäts senare", "2026"),
    ),
    "lang-scb-2025-07": (
        _long("antal_kkb antal 2022", "", "antal"),
        _long("andel_kkb andel 2022", "", "procent"),
        _long("antal_kkb_sni artistisk 2025", "268", "antal"),
        _long("antal_kkb_sni litterart 2025", "252", "antal"),
    ),
    "lang-kreametern-2017": (_long("antal_kkb_kreametern antal 2017", "1259", "antal", "annan avgränsning än regionens"),),
    "lang-utan-kalla": (
        _long("andel_kkb_riket andel ", "9", "procent", f"{UNKNOWN}, källa och år är inte kända"),
        _long("andel_sysselsatta_kkb andel ", "2,3", "procent", f"{UNKNOWN}, källa och år är inte kända"),
        _long(
            "andel_utan_anstallda andel 2025", "80", "procent", f"{UNKNOWN}, mätperiod och källa är inte kända, året är antaget"
        ),
    ),
}
CORRECTED = "Exempelfil: uppställningen är påhittad. Uppgifterna är de som rapporten redan visar."
BEFORE = (
    "Exempelfil: uppställningen är påhittad, och så är uppgifterna för 2024: de som gällde före rättelsen är inte offentliga."
)
ACCOUNTS = (
    ("nettoomsattning", ((2022, 1448086000), (2023, 1528187000))),
    ("omsattning_per_anstalld", ((2022, 882000), (2023, 890000))),
)
LATEST = {"nettoomsattning": 1124543000, "omsattning_per_anstalld": 830000}
FIRST = {"nettoomsattning": 1048212000, "omsattning_per_anstalld": 894000}


def write_samples(folder: Path) -> None:
    """Write the files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    _save(_scb(), folder / "scb-tabell-2025.xlsx")
    _save(_own(), folder / "egen-statistik-2025.xlsx")
    _save(_accounts(FIRST, 312, BEFORE), folder / "nettoomsattning-2025-08-18.xlsx")
    _save(_accounts(LATEST, 335, CORRECTED), folder / "nettoomsattning-2025-09-03.xlsx")
    for name, rows in LONG_FILES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";", lineterminator="\n").writerows((LONG_HEAD, *rows, (f"Anm: {MADE_UP}",)))


def _scb() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for column, name in enumerate(("Antal", "Andel")):
        sheet = book.create_sheet(name)
        sheet.append([f"KKB-företag, {name.lower()}, juli 2023–2025"])
        sheet.append([])
        sheet.append(["Region", *(f"juli {year}" for year in YEARS)])
        for place, figures in KKB.items():
            sheet.append([place, *(figures[0] if column == 0 else (float(share) / 100 for share in figures[1]))])
        sheet.append([])
        sheet.append(["Källa: SCB, Företagsregistret"])
        sheet.append([MADE_UP])
        _dress(sheet, 3, "#,##0" if column == 0 else "0.0%")
    return book


def _own() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Egen statistik"
    sheet.append(["Egen statistik, Region Jämtland Härjedalen"])
    sheet.append([MADE_UP])
    sheet.append([])
    sheet.append(["Uppgift", 2022, 2023, 2024, 2025, "Anmärkning"])
    for row in OWN:
        sheet.append(row)
    sheet.append([])
    sheet.append(["Anm: Samspel63 räknas från 1 april till 31 mars, året är det år då perioden börjar."])
    _dress(sheet, 4, "#,##0")
    for share in sheet["B5:D6"]:
        for cell in share:
            cell.number_format = "0.0%"
    notes = book.create_sheet("Minnesanteckningar")
    notes.append(["Kul Tur räknas i maj."])
    return book


def _accounts(last: dict[str, int], companies: int, said: str) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bisnis Analys"
    sheet.append(["KKB-bolagens nettoomsättning, Jämtlands län"])
    sheet.append([said])
    sheet.append([])
    sheet.append(["Indikator", "Mått", "År", "Plats", "Värde", "Enhet", "Status", "Antal bolag", "Mäts", "Anmärkning"])
    for indicator, known in ACCOUNTS:
        note = "publicerad kvot, delarna är inte kända" if indicator == "omsattning_per_anstalld" else None
        for year, amount in known:
            sheet.append([indicator, "belopp", year, "Jämtlands län", amount, "kr", "definitiv", None, None, note])
        late = ", ".join(filter(None, (note, "alla bokslut har inte kommit in")))
        sheet.append([indicator, "belopp", 2024, "Jämtlands län", last[indicator], "kr", "preliminär", companies, None, late])
        sheet.append([indicator, "belopp", 2025, "Jämtlands län", None, "kr", "mäts senare", None, 2026, None])
    _dress(sheet, 4, "#,##0")
    for row in sheet.iter_rows(min_row=5):
        row[2].number_format = row[8].number_format = "0"
    sheet.column_dimensions["A"].width = 28
    return book


def _dress(sheet: Worksheet, header: int, form: str) -> None:
    for cell in sheet[header]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=header + 1, min_col=2):
        for cell in row:
            cell.number_format = form
    sheet.column_dimensions["A"].width = 52


def _save(book: Workbook, path: Path) -> None:
    book.properties.creator = "rapportbyggare"
    book.properties.created = book.properties.modified = SAVED
    book.save(path)


if __name__ == "__main__":
    write_samples(FOLDER)
