"""What is said of TOML files: syntax, keys and kinds of value."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: what it is called and how one is written (with `{key}`)."""

    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a line cannot be read, and what to do about it."""

    message: str
    remedy: str


TEXT = Kind("en text inom citattecken", '{key} = "text"')
WHOLE = Kind("ett heltal", "{key} = 1")
NUMBER = Kind("ett tal", "{key} = 2.5 (decimaltal skrivs med punkt i den här filen)")
FLAG = Kind("true eller false", "{key} = true")
TEXTS = Kind("en lista med texter", '{key} = ["en text", "en till"]')
NUMBERS = Kind("en lista med tal", "{key} = [0.4, 0.6] (decimaltal skrivs med punkt i den här filen)")
TABLE = Kind("en egen avdelning", "[{key}] på en egen rad")
TABLES = Kind("en eller flera avdelningar", "[[{key}]] på en egen rad")

TWICE = Cause("Samma nyckel står två gånger.", "Ta bort den ena raden, eller byt namn på den.")
TABLE_TWICE = Cause(
    "Samma avdelning står två gånger.",
    "Slå ihop de två avdelningarna till en. Ska det vara flera av samma slag: skriv rubriken med dubbla hakparenteser.",
)
OPEN_STRING = Cause(
    "En text som börjar med citattecken avslutas inte på samma rad.",
    'Avsluta texten med ett rakt citattecken ("). Ska texten ha flera rader: börja och sluta med tre ("""). '
    'Står det ett citattecken inne i texten: skriv \\" eller ”.',
)
BACKSLASH = Cause(
    "Ett omvänt snedstreck (\\) står i en text.",
    "Skriv snedstreck (/) i sökvägar. Ska det stå ett omvänt snedstreck: skriv två (\\\\).",
)
NO_EQUALS = Cause("Ett likhetstecken saknas efter nyckeln.", 'Skriv raden som nyckel = värde, till exempel titel = "Rubrik".')
BAD_KEY = Cause(
    "Nyckeln har ett tecken som inte får stå där.",
    "Skriv nycklar med a–z, siffror, bindestreck och understreck, utan å, ä och ö.",
)
CURLY = Cause("Här står ett typografiskt citattecken.", 'Skriv raka citattecken (") runt texten.')
LEFT_OVER = Cause(
    "Det står något mer efter värdet.",
    "Avsluta raden efter värdet. Är det ett decimaltal: skriv punkt i stället för komma (8.5). "
    "Är det en text: skriv den inom citattecken.",
)
OPEN_LIST = Cause("En lista avslutas inte, eller ett komma saknas i den.", "Skriv komma mellan delarna och ] sist.")
OPEN_TABLE = Cause("Det som står mellan { och } kan inte läsas.", "Skriv allt på en rad, med komma mellan delarna och } sist.")
BAD_HEADER = Cause("En avdelnings rubrik kan inte läsas.", "Skriv rubriken ensam på raden, som [namn] eller [[namn]].")
BAD_LINE = Cause("Raden kan inte läsas.", "Skriv raden som nyckel = värde, eller börja den med # om den är en anmärkning.")
BAD_DATE = Cause("Datumet finns inte.", "Skriv ett riktigt datum som 2025-10-14.")
BAD_VALUE = Cause(
    "Värdet kan inte läsas.",
    "Skriv text inom citattecken, ja och nej som true och false, och decimaltal med punkt (8.5).",
)
UNCLEAR = Cause("Filen kan inte läsas längre än hit.", "Jämför raden, och raden före, med exemplen i handboken.")


def not_toml(place: Place, cause: Cause) -> Problem:
    """A text the reader of TOML refuses."""
    return Problem("toml-kan-inte-lasas", place, cause.message, "en rad av formen nyckel = värde", cause.remedy)


def too_deep(file: str) -> Problem:
    """Lists in lists without end."""
    return Problem(
        "toml-kan-inte-lasas",
        Place(file),
        "Filen har listor eller avdelningar i alltför många nivåer.",
        "högst några få nivåer",
        "Kontrollera att varje [ och { har sin ] och }.",
    )


def missing_key(place: Place, key: str, kind: Kind, table: str) -> Problem:
    """A required key that is not there; `table` is the table's name, "" for the outermost."""
    where = f"i avdelningen {table}" if table else "överst i filen"
    return Problem(
        "nyckel-saknas",
        place,
        f"Nyckeln {key} saknas {where}.",
        kind.name,
        f"Lägg till {kind.example.format(key=key)} {where}.",
    )


def unknown_key(place: Place, key: str, known: Iterable[str]) -> Problem:
    """A key nobody asks for; `known` are those that may stand there."""
    names = tuple(known)
    return Problem(
        "okand-nyckel",
        place,
        f"Nyckeln {key} används inte här. {suggestion(key, names)}".rstrip(),
        f"någon av {', '.join(names)}" if names else "ingen nyckel alls",
        "Rätta namnet eller ta bort raden. Gäller nyckeln en annan avdelning: flytta raden dit.",
    )


def wrong_kind(place: Place, key: str, kind: Kind, value: object) -> Problem:
    """A value of another kind than the key's."""
    return Problem(
        "fel-slags-varde",
        place,
        f"Värdet för {key} är {_described(value)}, inte {kind.name}.",
        kind.name,
        f"Skriv {kind.example.format(key=key)}.",
    )


def not_a_choice(place: Place, key: str, word: str, choices: list[str]) -> Problem:
    """A word that is not one of those allowed."""
    return Problem(
        "okant-val",
        place,
        f"”{word}” är inget känt värde för {key}. {suggestion(word, choices)}".rstrip(),
        "någon av " + ", ".join(f"”{choice}”" for choice in choices),
        f'Skriv {key} = "{choices[0]}" eller någon av de andra möjligheterna.',
    )


def newer_format(place: Place, number: int, newest: int) -> Problem:
    """A file written for a later version of the program."""
    return Problem(
        "nyare-format",
        place,
        f"Filen är skriven för en nyare version av rapportbyggare (format {number}; den här versionen läser högst {newest}).",
        f"format = {newest}",
        "Uppdatera rapportbyggare och bygg igen. Resten av filen har inte lästs.",
    )


def no_format(place: Place, newest: int) -> Problem:
    """A format number below 1."""
    return Problem(
        "okant-format",
        place,
        "Formatnumret finns inte.",
        f"ett heltal från 1 till {newest}",
        f"Skriv format = {newest}.",
    )


def _described(value: object) -> str:
    match value:
        case bool():
            return "true eller false"
        case int():
            return "ett heltal"
        case float():
            return "ett decimaltal"
        case str():
            return "en text"
        case list():
            return "en lista"
        case dict():
            return "en avdelning"
        case _:
            return "ett datum eller klockslag"
