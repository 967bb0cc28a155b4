"""What is said of TOML files: syntax, keys and kinds of value."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources import toml_values
from rapportbyggare.sources.nearest import nearest, suggestion


class Kind(NamedTuple):
    """A kind of value: what it is called, how one is written (with `{key}`), and how a value of another kind becomes one."""

    name: str
    example: str
    write: toml_values.Writer = toml_values.nothing


class Cause(NamedTuple):
    """Why a line cannot be read, and what to do about it."""

    message: str
    remedy: str


TEXT = Kind("en text inom citattecken", '{key} = "text"', toml_values.as_text)
WHOLE = Kind("ett heltal", "{key} = 1", toml_values.as_whole)
NUMBER = Kind("ett tal", "{key} = 2.5 (decimaltal skrivs med punkt i den här filen)", toml_values.as_number)
FLAG = Kind("true eller false", "{key} = true", toml_values.as_flag)
TEXTS = Kind("en lista med texter", '{key} = ["en text", "en till"]', toml_values.as_texts)
NUMBERS = Kind("en lista med tal", "{key} = [0.4, 0.6] (decimaltal skrivs med punkt i den här filen)", toml_values.as_numbers)
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
    """A value of another kind than the key's; the remedy is the same value rightly written, where there is a way."""
    return Problem(
        "fel-slags-varde",
        place,
        f"Värdet för {key} är {_described(value)}, inte {kind.name}.",
        kind.name,
        _rewritten(key, kind, value) or f"Skriv {kind.example.format(key=key)}.",
    )


def _rewritten(key: str, kind: Kind, value: object) -> str:
    own = kind.write(value)
    if own is None:
        return ""
    joined = toml_values.as_joined(value) if kind is TEXT else None
    if joined:
        return f"Skriv {key} = {own} om det är ett uttryck, annars en enda text: {key} = {joined}."
    bare = isinstance(value, str) and '"' not in own
    return f"Skriv {key} = {own}{', utan citattecken' if bare else ''}."


def choice_of(choices: Sequence[str]) -> Kind:
    """The kind of a text that is one of some."""
    listed = ", ".join(f"”{choice}”" for choice in choices)
    return Kind("en text inom citattecken", f'{{key}} = "{choices[0]}" (eller någon annan av {listed})')


def not_a_choice(place: Place, key: str, word: str, choices: Sequence[str]) -> Problem:
    """A word that is not one of those allowed; the remedy is the nearest one, or else all of them."""
    listed = ", ".join(f"”{choice}”" for choice in choices)
    near = nearest(word, choices, 1)
    return Problem(
        "okant-val",
        place,
        f"”{word}” är inget känt värde för {key}.",
        f"någon av {listed}",
        f'Skriv {key} = "{near[0]}".' if near else f"Skriv ett av dessa värden för {key}: {listed}.",
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
