"""`report/kontroll.toml`: what an author declares for the checks."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from rapportbyggare.checks import declared_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.settings import Constant, Delimitation, Excuse, Settings, Term
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table

FILE = "report/kontroll.toml"
CODE = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_settings(project: Path, indicators: Collection[str]) -> tuple[Settings, tuple[Problem, ...]]:
    """What the project declares; nothing when it has no such file. `indicators` are the names of the catalogue's indicators."""
    if not (project / FILE).exists():
        return Settings(), ()
    source, faults = read_text(project, FILE)
    if faults:
        return Settings(), faults
    problems: list[Problem] = []
    fields = read_table(source, FILE, problems)
    format_number(fields)
    settings = _settings(fields, indicators)
    fields.done()
    return (settings if fields.readable else Settings()), tuple(problems)


def _settings(fields: Fields, indicators: Collection[str]) -> Settings:
    constants, terms, excuses = (fields.tables(kind) for kind in ("konstant", "term", "godkant"))
    delimitations, aliases = fields.tables("avgransning"), fields.tables("benamning")
    for tables, key in ((constants, "namn"), (terms, "ord"), (delimitations, "namn"), (aliases, "indikator")):
        _told_apart(tables, key)
    _opposed(terms)
    return Settings(
        constants=tuple(filter(None, map(_constant, constants))),
        terms=tuple(filter(None, map(_term, terms))),
        excuses=tuple(filter(None, map(_excuse, excuses))),
        delimitations=tuple(filter(None, map(_delimitation, delimitations))),
        words=frozenset(_listed(fields, "ord", ())),
        aliases=dict(_aliases(aliases, indicators)),
        small_base=_small_base(fields),
    )


def _constant(table: Fields) -> Constant | None:
    name, value, leads = _said(table, "namn"), _said(table, "varde"), _listed(table, "efter", ())
    return Constant(name, value, leads) if name and value else None


def _term(table: Fields) -> Term | None:
    word, avoid, why = _said(table, "ord"), _listed(table, "undvik"), table.text("skal", "").strip()
    if "undvik" in table and not avoid:
        table.report(messages.empty_list(table.place("undvik"), "undvik"))
    for index, one in enumerate(avoid):
        if one.casefold() == word.casefold():
            table.report(messages.avoids_itself(table.value_place("undvik", index), one))
    wrong = tuple(one for one in avoid if one.casefold() != word.casefold())
    return Term(word, wrong, why) if word and wrong else None


def _excuse(table: Fields) -> Excuse | None:
    code, quote, reason = _said(table, "kod"), table.text("citat", ""), _said(table, "skal")
    file = table.text("fil", "")
    if code and not CODE.fullmatch(code):
        table.report(messages.no_code(table.value_place("kod"), code))
        return None
    return Excuse(code, quote, reason, file, table.here) if code and reason else None


def _delimitation(table: Fields) -> Delimitation | None:
    name, inside, outside = _said(table, "namn"), _listed(table, "med", ()), _listed(table, "utan", ())
    if not inside and not outside:
        table.report(messages.empty_list(table.here, "med"))
    return Delimitation(name, inside, outside, table.here) if name else None


def _aliases(tables: Iterable[Fields], indicators: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for table in tables:
        name, words = _said(table, "indikator"), _listed(table, "ord")
        if name and name not in indicators:
            table.report(messages.unknown_indicator(table.value_place("indikator"), name, sorted(indicators)))
        elif name:
            yield name, words


def _small_base(fields: Fields) -> int:
    least = fields.whole("minsta_underlag", 0)
    if least < 0:
        fields.report(messages.negative_base(fields.value_place("minsta_underlag"), least))
    return max(least, 0)


def _told_apart(tables: Iterable[Fields], key: str) -> None:
    """Say which tables of a kind have the same name."""
    seen = set[str]()
    for table in tables:
        name = table.values.get(key)
        if isinstance(name, str) and name.casefold() in seen:
            table.report(messages.repeated(table.value_place(key), name))
        elif isinstance(name, str):
            seen.add(name.casefold())


def _opposed(tables: tuple[Fields, ...]) -> None:
    """Say which words one term avoids and another asks for."""
    words = [table.values.get("ord") for table in tables]
    right = {word.casefold() for word in words if isinstance(word, str)}
    for table, word in zip(tables, words, strict=True):
        for index, one in enumerate(_texts(table.values.get("undvik"))):
            if one.casefold() in right and isinstance(word, str) and one.casefold() != word.casefold():
                table.report(messages.opposed(table.value_place("undvik", index), one, word))


def _texts(value: object) -> list[str]:
    """The list of texts that a value is; faults of kind are said where it is read."""
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else []


def _said(table: Fields, key: str) -> str:
    """A text that may not be empty."""
    text = table.text(key).strip()
    if not text and isinstance(table.values.get(key), str):
        table.report(messages.empty(table.value_place(key), key))
    return text


def _listed(table: Fields, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Texts of which none may be empty."""
    texts = table.texts(key, default)
    for index, text in enumerate(texts):
        if not text.strip():
            table.report(messages.empty(table.value_place(key, index), key))
    return tuple(text.strip() for text in texts if text.strip())
