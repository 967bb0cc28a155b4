"""What is said of a Word file as a whole, and of its pictures and links, when everybody cannot read it."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.word.accessible.messages import quoted


def _flaw(code: str, place: Place, message: str, remedy: str, quote: str = "", expected: str = "") -> Problem:
    return Problem(code, place, message, expected, remedy, Severity.FLAW, quoted(quote))


def _form(code: str, place: Place, message: str, remedy: str, quote: str = "") -> Problem:
    return Problem(code, place, message, "", remedy, Severity.FORM, quoted(quote))


def properties_lacking(place: Place, names: str) -> Problem:
    """Properties that are not filled in."""
    return _flaw(
        "egenskaper-saknas",
        place,
        f"Dokumentets egenskaper är inte ifyllda: {names}.",
        "Öppna Arkiv – Info – Egenskaper i Word och fyll i dem.",
    )


def other_title(place: Place, said: str, printed: str) -> Problem:
    """A title among the properties that is not the printed one."""
    return _flaw(
        "titel-skiljer",
        place,
        f"Titeln i egenskaperna är ”{said}”, men på första sidan står ”{printed}”.",
        "Skriv samma titel under Arkiv – Info – Egenskaper – Titel.",
        said,
        printed,
    )


def language_lacking(place: Place) -> Problem:
    """A file that does not say its language."""
    return _flaw(
        "sprak-saknas",
        place,
        "Dokumentet säger inte vilket språk det är skrivet på, så en skärmläsare läser det med fel uttal.",
        "Markera all text, välj Granska – Språk – Ange språk för korrekturläsning – Svenska, och Ange som standard.",
        expected="sv-SE",
    )


def other_language(place: Place, language: str) -> Problem:
    """A file in Swedish that says that it is in another language."""
    return _flaw(
        "sprak-ar-inte-svenska",
        place,
        f"Dokumentets språk är satt till {language}, inte svenska.",
        "Markera all text, välj Granska – Språk – Ange språk för korrekturläsning – Svenska, och Ange som standard.",
        expected="sv-SE",
    )


def no_alt(place: Place) -> Problem:
    """A picture without text alternative."""
    return _flaw(
        "alternativtext-saknas",
        place,
        "Bilden saknar alternativtext.",
        "Högerklicka på bilden, välj Visa alternativtext, och skriv vad den visar. Är den ren utsmyckning: kryssa i Dekorativ.",
    )


def bad_alt(place: Place, alt: str) -> Problem:
    """A text alternative that is a file's name."""
    return _flaw(
        "alternativtext-ar-filnamn",
        place,
        "Bildens alternativtext är ett filnamn.",
        "Högerklicka på bilden, välj Visa alternativtext, och skriv vad den visar.",
        alt,
    )


def long_alt(place: Place, alt: str, longest: int) -> Problem:
    """A text alternative that nobody listens to the end of."""
    return _form(
        "alternativtext-ar-lang",
        place,
        f"Bildens alternativtext har {len(alt)} tecken; {longest} är gränsen.",
        "Skriv det viktigaste, och resten i texten eller en tabell.",
        alt,
    )


def floating(place: Place) -> Problem:
    """A picture that is not in line with the text."""
    return _flaw(
        "flytande-bild",
        place,
        "Bilden flyter ovanpå texten, så det är oklart var i texten den läses upp.",
        "Markera bilden och välj Layoutalternativ – Infogad i texten.",
    )


def text_box(place: Place, words: str) -> Problem:
    """A text box."""
    return _flaw(
        "textruta",
        place,
        "Texten ligger i en textruta, som hjälpmedel kan missa.",
        "Flytta texten till ett vanligt stycke, och ge det ram med en formatmall.",
        words,
    )


def bare_link(place: Place, words: str) -> Problem:
    """A link whose text is an address or a file name."""
    return _flaw(
        "lanktext-ar-adress",
        place,
        "Länkens text är en adress eller ett filnamn.",
        "Skriv i ord vad länken leder till, och låt adressen ligga bakom.",
        words,
    )


def empty_link(place: Place, words: str) -> Problem:
    """A link whose text does not tell where it leads."""
    return _flaw(
        "lanktext-sager-inget",
        place,
        "Länkens text säger inte vart den leder.",
        "Skriv namnet på det som länken leder till.",
        words,
    )


def same_link_text(place: Place, words: str) -> Problem:
    """Two links with the same words that lead to different places."""
    return _flaw(
        "lika-lanktexter",
        place,
        "Två länkar har samma text men leder till olika sidor.",
        "Skriv ut vad som skiljer dem.",
        words,
    )


def low_contrast(place: Place, words: str, ratio: float, least: float) -> Problem:
    """Text that is hard to see: its contrast, rounded down, and the least there may be."""
    has, limit = (f"{int(one * 10) / 10:g}".replace(".", ",") for one in (ratio, least))
    return _flaw(
        "lag-kontrast",
        place,
        f"Texten har kontrasten {has} mot bakgrunden; minst {limit} krävs.",
        "Välj en mörkare textfärg eller en ljusare bakgrund.",
        words,
    )


def no_contents(place: Place) -> Problem:
    """A long document without contents list."""
    return _flaw(
        "innehallsforteckning-saknas",
        place,
        "Dokumentet är längre än ungefär fem sidor men har ingen innehållsförteckning.",
        "Välj Referenser – Innehållsförteckning.",
    )


def no_page_numbers(place: Place) -> Problem:
    """A document of several pages without page numbers."""
    return _flaw(
        "sidnummer-saknas",
        place,
        "Sidorna är inte numrerade.",
        "Välj Infoga – Sidnummer.",
    )


def odd_file_name(place: Place, name: str) -> Problem:
    """A file name with capitals, spaces or å, ä, ö."""
    return _form(
        "filnamn",
        place,
        f"Filnamnet {name} har annat än a–z, 0–9 och bindestreck.",
        "Spara filen under ett namn med små bokstäver och bindestreck.",
        name,
    )
