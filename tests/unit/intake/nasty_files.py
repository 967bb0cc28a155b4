"""Files of another kind, coding or state than expected."""

from tests.unit.intake.writers import BOTH, DTD, PLAIN, SHEET, Nasty, Read, Refused, altered, bomb, counts, raw, text, with_mark

FILES: tuple[Nasty, ...] = (
    Nasty("BOM", "a.csv", text("\ufeffKommun;2025\nBerg;63\n"), "antal", Read(counts(2025, "Berg", 63))),
    Nasty("cp1252", "a.csv", text("Kommun;2025\nÅre;285\n", "cp1252"), "antal", Read(counts(2025, "Åre", 285))),
    Nasty("UTF-16 (Unicode-text)", "a.txt", text("Kommun\t2025\nÅre\t285\n", "utf-16"), "antal", Read(counts(2025, "Åre", 285))),
    Nasty("semikolon", "a.csv", text("Kommun;2025\nBerg;63\nÅre;285\n"), "antal", Read(BOTH)),
    Nasty("komma", "a.csv", text('Kommun,2025\nBerg,"3,2 %"\n'), "procent", Read({"andel_kkb 2025 Berg": "3.2"})),
    Nasty("sep=;", "a.csv", text("sep=;\nKommun;2025\nBerg;63\n"), "antal", Read(counts(2025, "Berg", 63))),
    Nasty("decimalkomma", "a.csv", text("Kommun;2025\nBerg;3,2\n"), "procent", Read({"andel_kkb 2025 Berg": "3.2"})),
    Nasty("låst fil", "a.xlsx", with_mark(PLAIN, "~$a.xlsx"), "antal", Refused("filen-ar-oppen", "a.xlsx", "Spara och stäng")),
    Nasty(
        "låst av LibreOffice",
        "a.xlsx",
        with_mark(PLAIN, ".~lock.a.xlsx#"),
        "antal",
        Refused("filen-ar-oppen", "a.xlsx", "ta bort"),
    ),
    Nasty("Excels låsfil", "~$a.xlsx", raw(b"x"), "antal", Refused("lasfil", "~$a.xlsx", "ange a.xlsx")),
    Nasty(
        "gammalt .xls", "a.xls", raw(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "antal", Refused("gammalt-excelformat", "a.xls", ".xlsx")
    ),
    Nasty(
        "lösenord",
        "a.xlsx",
        raw(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
        "antal",
        Refused("losenordsskyddad", "a.xlsx", "lösenord"),
    ),
    Nasty(
        "webbsida",
        "a.xlsx",
        raw(b"<html><table><tr><td>63"),
        "antal",
        Refused("webbsida-i-stallet-for-arbetsbok", "a.xlsx", "Excel"),
    ),
    Nasty(
        "avhuggen arbetsbok", "a.xlsx", raw(b"PK\x03\x04" + b"\0" * 90), "antal", Refused("trasig-arbetsbok", "a.xlsx", ".xlsx")
    ),
    Nasty("zipbomb", "a.xlsx", bomb, "antal", Refused("orimlig-arbetsbok", "a.xlsx", "Kontrollera varifrån")),
    Nasty(
        "dokumenttyp i XML",
        "a.xlsx",
        altered(PLAIN, SHEET, "<worksheet", DTD + "<worksheet"),
        "antal",
        Refused("trasig-arbetsbok", "a.xlsx", ".xlsx"),
    ),
    Nasty("tom fil", "a.csv", text(""), "antal", Refused("tom-fil", "a.csv", "rätt fil")),
    Nasty(
        "förstörda bokstäver",
        "a.csv",
        text("Kommun;2025\n\ufffdre;285\n"),
        "antal",
        Refused("forstorda-tecken", "a.csv:2", "Hämta"),
    ),
    Nasty("dubbelkodad", "a.csv", text("Kommun;2025\nÃ…re;285\n"), "antal", Refused("dubbelkodad", "a.csv:2", "Hämta")),
    Nasty(
        "öppet citattecken", "a.csv", text('Kommun;2025\n"Berg;63\n'), "antal", Refused("trasiga-citattecken", "a.csv", "Excel")
    ),
)
