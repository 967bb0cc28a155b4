"""Files as they come in real life, each with what must be read out of it or said of it."""

from tests.unit.intake.nasty_cells import CELLS
from tests.unit.intake.nasty_files import FILES
from tests.unit.intake.nasty_tables import TABLES
from tests.unit.intake.writers import (
    BOTH,
    COUNTY,
    HEAD,
    TWO_HEADS,
    TWO_READ,
    Nasty,
    Read,
    Refused,
    book,
    counts,
    formats,
    hidden_row,
    merged,
    sheets,
    text,
)

THREE: tuple[Nasty, ...] = (
    Nasty(
        "cp1252 + decimalkomma + fotnot",
        "a.csv",
        text("Kommun;2025\nÅre;8,6\n\nKälla: SCB;\n", "cp1252"),
        "procent",
        Read({"andel_kkb 2025 Åre": "8.6"}, "Källa: SCB"),
    ),
    Nasty(
        "BOM + U+202F + blanksteg efter namn",
        "a.csv",
        text('\ufeffKommun;2025\n"Östersund ";1\u202f614\n'),
        "antal",
        Read(counts(2025, "Östersund", 1614)),
    ),
    Nasty(
        "titel + två rubrikrader + sammanslagna rubriker",
        "a.xlsx",
        book(("Företag",), *TWO_HEADS, finish=merged("A1:E1", "A2:A3", "B2:C2", "D2:E2")),
        "tva-rader",
        Read(TWO_READ),
    ),
    Nasty(
        "titel + formel utan värde + dolt blad",
        "a.xlsx",
        sheets({"Data": (("Titel",), HEAD, ("Berg", "=SUM(1,2)")), "X": (HEAD, ("Berg", 9))}, ("X",)),
        "antal",
        Refused("formel-utan-varde", "(Data!B3)", "F9"),
    ),
    Nasty(
        "tal som text + U+00A0 + fel summa",
        "a.xlsx",
        book(HEAD, ("Berg", "1\u00a0063"), ("Åre", "285"), ("Totalt", "1\u00a0349")),
        "antal",
        Refused("fel-summa", "(Blad1!B4)", "Rätta den cell"),
    ),
    Nasty(
        "annan ordning + tomma rader + dubbelrad",
        "a.xlsx",
        book((2025, "Kommun"), (), (63, "Berg"), (), (285, "Åre "), (63, "Bergs kommun")),
        "antal",
        Read(BOTH, "två gånger"),
    ),
    Nasty(
        "Unicode-text + U+2212 + enhet",
        "a.txt",
        text(f"Kommun\t2025\n{COUNTY}\t\u22121\u00a0200 tkr\n", "utf-16"),
        "omsattning-tkr",
        Read({f"nettoomsattning 2025 {COUNTY}": "-1200000"}),
    ),
    Nasty(
        "extra blad + Mäts 2026 + procentformat",
        "a.xlsx",
        sheets(
            {
                "Egen statistik": (
                    ("Uppgift", 2024, 2025),
                    ("Projektstöd, målgrupp", "4,3 %", "Mäts 2026"),
                    ("Projektstöd, samtliga", 23, None),
                ),
                "Gammalt": (("x",),),
            }
        ),
        "egen",
        Read(
            {f"andel_projektstod 2024 {COUNTY}": "4.3 definitiv 23", f"andel_projektstod 2025 {COUNTY}": "mäts senare 2026"},
            "”Gammalt” lästes inte",
        ),
    ),
    Nasty(
        "omdöpt kolumn + titel + dolt blad",
        "a.xlsx",
        sheets({"Antal": (("KKB",), ("Säteskommunen", 2025), ("Berg", 63)), "X": (("Kommun", 2025), ("Berg", 1))}, ("X",)),
        "scb-tabell",
        Refused("kolumn-saknas", "(Antal!A2)", '"Säteskommunen"'),
    ),
    Nasty(
        "1.341 + titel + Jämtland/Härjedalen",
        "a.xlsx",
        book(("KKB",), HEAD, ("Jämtland/Härjedalen", "1.341"), title="Antal"),
        "scb-tabell",
        Refused("decimalpunkt", "(Antal!B3)", "1 341"),
    ),
    Nasty(
        "noter + dold rad + fel värde",
        "a.xlsx",
        book(HEAD, ("Berg", 63), ("Berg", 64), ("Källa: SCB",), finish=hidden_row(3)),
        "antal",
        Refused("dolda-rader", "(Blad1!A3)", "Visa raderna"),
    ),
    Nasty(
        "15 siffror + procentformat + kod",
        "a.xlsx",
        book(HEAD, (2326, 0.1 + 0.2), finish=formats(B2="0.0%")),
        "procent",
        Read({"andel_kkb 2025 Berg": "30"}),
    ),
)


SINGLE = (*CELLS, *TABLES, *FILES)
NASTY = (*SINGLE, *THREE)
