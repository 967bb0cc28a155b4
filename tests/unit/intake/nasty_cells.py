"""Cells that are not what they seem."""

from tests.unit.intake.writers import BOTH, COUNTY, HEAD, LONG, SHEET, Nasty, Read, Refused, altered, book, counts, formats, text

CELLS: tuple[Nasty, ...] = (
    Nasty(
        "decimalkomma i kommafil",
        "a.csv",
        text("Kommun,2025\nBerg,3,2\nÅre,8,6\n"),
        "procent",
        Refused("for-manga-celler-i-raden", "a.csv:2:3 (C2)", "citattecken"),
    ),
    Nasty("tusental, mellanslag", "a.csv", text("Kommun;2025\nBerg;1 341\n"), "antal", Read(counts(2025, "Berg", 1341))),
    Nasty(
        "tusental, U+00A0", "a.xlsx", book(HEAD, ("Berg", "1\u00a0341")), "antal", Read(counts(2025, "Berg", 1341), "som text")
    ),
    Nasty("tusental, U+202F", "a.csv", text("Kommun;2025\nBerg;1\u202f341\n"), "antal", Read(counts(2025, "Berg", 1341))),
    Nasty(
        "U+2212",
        "a.csv",
        text("Kommun;2025\nBerg;\u22120,2 tkr\n"),
        "omsattning-tkr",
        Read({"nettoomsattning 2025 Berg": "-200"}),
    ),
    Nasty(
        "1.341", "a.csv", text("Kommun;2025\nBerg;1.341\n"), "antal", Refused("decimalpunkt", "(B2)", "1 341 om det är tusental")
    ),
    Nasty("1.5", "a.xlsx", book(HEAD, ("Berg", "1.5")), "procent", Refused("decimalpunkt", "(Blad1!B2)", "decimalkomma: 1,5")),
    Nasty("1,341 kr", "a.csv", text("Kommun;2025\nBerg;1,341\n"), "omsattning-kr", Refused("tre-decimaler", "(B2)", "1 341 om")),
    Nasty("..", "a.xlsx", book(HEAD, ("Berg", "..")), "scb-tabell", Refused("ofullstandig-rubrik", "(Blad1!B1)", "Antal 2025")),
    Nasty(
        ".. på rätt blad", "a.xlsx", book(HEAD, ("Berg", ".."), title="Antal"), "scb-tabell", Read(counts(2025, "Berg", "saknas"))
    ),
    Nasty("- utan besked", "a.csv", text("Kommun;2025\nBerg;-\n"), "antal", Refused("inget-tal", "(B2)", '"-" = "saknas"')),
    Nasty("- är noll", "a.csv", text("Kommun;2025\nBerg;-\nÅre;\n"), "streck", Read(counts(2025, "Berg", 0, "Åre", "saknas"))),
    Nasty(
        "Mäts 2026",
        "a.xlsx",
        book(("Uppgift", 2025), ("Kul Tur", " Mäts  2026 ")),
        "egen",
        Read({"kul_tur 2025 Jämtlands län": "mäts senare 2026"}),
    ),
    Nasty("12 %", "a.xlsx", book(HEAD, ("Berg", "12 %")), "procent", Read({"andel_kkb 2025 Berg": "12"})),
    Nasty(
        "12 % i antal", "a.csv", text("Kommun;2025\nBerg;12 %\n"), "antal", Refused("fel-enhet", "(B2)", "Skriv talet i antal")
    ),
    Nasty(
        "0,12 med procentformat",
        "a.xlsx",
        book(HEAD, ("Berg", 0.12), finish=formats(B2="0%")),
        "procent",
        Read({"andel_kkb 2025 Berg": "12"}),
    ),
    Nasty("0,12 utan format", "a.xlsx", book(HEAD, ("Berg", 0.12)), "procent", Refused("andel-eller-procent", "!B2", "0,12 %")),
    Nasty("0,12 som andel", "a.xlsx", book(HEAD, ("Berg", 0.12)), "andel", Read({"andel_kkb 2025 Berg": "12"})),
    Nasty("12 som andel", "a.xlsx", book(HEAD, ("Berg", 12)), "andel", Refused("andel-over-ett", "!B2", 'enhet = "procent"')),
    Nasty(
        "procentformat på antal",
        "a.xlsx",
        book(HEAD, ("Berg", 0.5), finish=formats(B2="0%")),
        "antal",
        Refused("fel-enhet", "(Blad1!B2)", "talformatet Tal"),
    ),
    Nasty("tal som text", "a.xlsx", book(HEAD, ("Berg", "63"), ("Åre", "285")), "antal", Read(BOTH, "2 tal är sparade som text")),
    Nasty("formel utan värde", "a.xlsx", book(HEAD, ("Berg", "=60+3")), "antal", Refused("formel-utan-varde", "!B2", "räkna om")),
    Nasty(
        "formel med värde",
        "a.xlsx",
        altered(book(HEAD, ("Berg", "=60+3")), SHEET, "<v></v>", "<v>63</v>"),
        "antal",
        Read(counts(2025, "Berg", 63)),
    ),
    Nasty("#DIV/0!", "a.xlsx", book(HEAD, ("Berg", "#DIV/0!")), "antal", Refused("felvarde", "(Blad1!B2)", "Rätta formeln")),
    Nasty("#DIVISION/0! i CSV", "a.csv", text("Kommun;2025\nBerg;#DIVISION/0!\n"), "antal", Refused("felvarde", "(B2)", "Excel")),
    Nasty("NaN", "a.csv", text("Kommun;2025\nBerg;NaN\n"), "antal", Refused("inget-tal", "(B2)", '"NaN" = "saknas"')),
    Nasty(
        "tkr", "a.xlsx", book(HEAD, (COUNTY, 1124543)), "omsattning-tkr", Read({f"nettoomsattning 2025 {COUNTY}": "1124543000"})
    ),
    Nasty("mnkr i tkr-kolumn", "a.xlsx", book(HEAD, (COUNTY, "1,1 mnkr")), "omsattning-tkr", Refused("fel-enhet", "!B2", "tkr")),
    Nasty(
        "visas i tusental",
        "a.xlsx",
        book(HEAD, (COUNTY, 1124543000), finish=formats(B2="#,##0,")),
        "omsattning-tkr",
        Refused("visas-i-tusental", "!B2", 'enhet = "kr"'),
    ),
    Nasty(
        "tal med fotnotstecken", "a.csv", text("Kommun;2025\nBerg;63*\n"), "antal", Refused("inget-tal", "(B2)", "Skriv bara 63")
    ),
    Nasty(
        "preliminärt år",
        "a.xlsx",
        book(("Kommun", "2025 (prel.)"), ("Berg", 63)),
        "antal",
        Read(counts(2025, "Berg", "63 preliminär")),
    ),
    Nasty(
        "okänd kolumn",
        "a.xlsx",
        book(("Kommun", 2025, "Rang"), ("Berg", 63, 1)),
        "antal",
        Refused("okand-rubrik", "(Blad1!C1)", '"Rang" i listan hoppa_over'),
    ),
    Nasty(
        "långt format, tkr",
        "a.csv",
        text(LONG + f"nettoomsattning;belopp;2024;{COUNTY};1 124 543;tkr;preliminär;;335;;\n"),
        "lang",
        Read({f"nettoomsattning 2024 {COUNTY}": "1124543000 preliminär 335"}),
    ),
    Nasty(
        "långt format, fel enhet",
        "a.csv",
        text(LONG + f"kul_tur;antal;2024;{COUNTY};70;kr;definitiv;;;;\n"),
        "lang",
        Refused("fel-enhet", "(F2)", "Skriv st"),
    ),
    Nasty(
        "långt format, ord mot status",
        "a.csv",
        text(LONG + f"kul_tur;antal;2024;{COUNTY};..;;definitiv;;;;\n"),
        "lang",
        Refused("varde-och-status", "(E2)", "”saknas”"),
    ),
)
