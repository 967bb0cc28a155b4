"""The functions an author can call on figures."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from rapportbyggare.binding.arithmetic import add, called, change, compared, described, figure_of, missing, share, total
from rapportbyggare.binding.comparability import doubted, doubts_between, doubts_of_share
from rapportbyggare.binding.derived import look_up
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Count, Fault, Items, Side, Thing, Verdict, Words, Year, kind_of
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Figure, Format, Status, Unit
from rapportbyggare.typography.dates import kept_together, write_extract

Arguments = tuple[Thing, ...]
Options = Mapping[str, Thing]
Function = Callable[[Scope, Arguments, Options], Thing]
SPAN = 200
RESERVED = "forbehall"


def bind_arguments(
    name: str, given: Arguments, options: Options, names: tuple[str, ...], needed: int, usage: str = ""
) -> list[Thing | None]:
    """Arguments in the order of `names`, None where left out; too many, too few or unknown ones are faults.

    `usage` is how it is written (else the name with its arguments in parentheses).
    """
    if not options and needed <= len(given) <= len(names):
        return [*given, *[None] * (len(names) - len(given))]
    usage = usage or f"{name}({', '.join(names)})"
    if len(given) > len(names):
        raise Fault("fel-antal", f"{name} fick {len(given)} värden, men tar högst {len(names)}.", usage, f"Skriv {usage}.")
    found: dict[str, Thing] = dict(zip(names, given, strict=False))
    for option, thing in options.items():
        if option not in names or option in found:
            raise Fault("okant-argument", f"{name} har inget ledigt argument som heter ”{option}”.", usage, f"Skriv {usage}.")
        found[option] = thing
    lacking = [option for option in names[:needed] if option not in found]
    if lacking:
        raise Fault("fel-antal", f"{name} saknar {' och '.join(lacking)}.", usage, f"Skriv {usage}.")
    return [found.get(option) for option in names]


def fact(scope: Scope, indicator: Indicator, given: Arguments, options: Options) -> Figure:
    """`antal_kkb(ar, 'Berg', matt='belopp')`; the report year, the county and the first measure by default."""
    year, area, measure = bind_arguments(indicator.name, given, options, ("ar", "plats", "matt"), 0)
    default = 0 if indicator.timeless else scope.year.number
    return look_up(
        scope,
        indicator,
        default if year is None else year_of(year),
        scope.county if area is None else word_of(area, "plats"),
        "" if measure is None else word_of(measure, "matt"),
    )


def year_of(thing: Thing) -> int:
    """A year, or a whole number that can be one."""
    match thing:
        case Year():
            return thing.number
        case Decimal() if thing == int(thing) and 1000 <= thing <= 9999:
            return int(thing)
        case _:
            raise Fault(
                "fel-slags-varde", f"Här behövs ett årtal, men det står {kind_of(thing)}.", "till exempel ar - 1", "Rätta året."
            )


def word_of(thing: Thing, what: str) -> str:
    """A text."""
    if isinstance(thing, Words):
        return thing.text
    raise Fault(
        "fel-slags-varde",
        f"{what} ska vara en text, men är {kind_of(thing)}.",
        "en text i citattecken",
        "Skriv till exempel 'Berg'.",
    )


def indicator_of(thing: Thing | None, name: str) -> Indicator:
    """An indicator's name without parentheses."""
    if isinstance(thing, Indicator):
        return thing
    raise Fault(
        "fel-slags-varde",
        f"{name} ska ha indikatorns namn först, utan parentes.",
        f"{name}(antal_kkb, ar)",
        f"Skriv till exempel {name}(antal_kkb, ar).",
    )


def acknowledged(option: str, options: Options) -> tuple[bool, Options]:
    """Whether the author of a call says `option` of what it compares (that it is uncertain …), and its other arguments."""
    if option not in options:
        return False, options
    said = options[option]
    if not isinstance(said, bool):
        message = f"{option} ska vara true eller false, men är {kind_of(said)}."
        raise Fault("fel-slags-varde", message, f"{option}=true", f"Skriv {option}=true.")
    return said, {name: thing for name, thing in options.items() if name != option}


def _pair(name: str, given: Arguments, options: Options, names: tuple[str, str]) -> tuple[Figure, Figure]:
    first, second = bind_arguments(name, given, options, names, 2)
    assert first is not None and second is not None
    return figure_of(first, name), figure_of(second, name)


def _share(scope: Scope, given: Arguments, options: Options) -> Thing:
    part, whole, reserved = _comparison("andel", given, options, ("del", "hel"))
    return doubted(share(part, whole), doubts_of_share(part, whole, scope, reserved))


def _difference(scope: Scope, given: Arguments, options: Options) -> Thing:
    new, old, reserved = _comparison("skillnad", given, options)
    return doubted(add(new, old, -1), doubts_between(new, old, scope, reserved))


def _change(scope: Scope, given: Arguments, options: Options) -> Thing:
    new, old, reserved = _comparison("forandring", given, options)
    return doubted(change(new, old), doubts_between(new, old, scope, reserved))


def _comparison(
    name: str, given: Arguments, options: Options, names: tuple[str, str] = ("ny", "gammal")
) -> tuple[Figure, Figure, bool]:
    """Two figures to be compared, and whether the author acknowledges that it is uncertain."""
    reserved, rest = acknowledged(RESERVED, options)
    return *_pair(name, given, rest, names), reserved


def _total(scope: Scope, given: Arguments, options: Options) -> Thing:
    if options:
        raise Fault(
            "okant-argument", "summa tar inga namngivna argument.", "summa(a, b)", "Skriv summa(a, b) eller summa(lista)."
        )
    parts = [part for thing in given for part in (thing.members if isinstance(thing, Items) else (thing,))]
    return total(tuple(figure_of(part, "summa") for part in parts))


def _direction(scope: Scope, given: Arguments, options: Options) -> Thing:
    reserved, rest = acknowledged(RESERVED, options)
    names = ("ny", "gammal", "upp", "ned", "lika")
    new, old, up, down, same = bind_arguments("riktning", given, rest, names, 2)
    assert new is not None and old is not None
    figures = figure_of(new, "riktning"), figure_of(old, "riktning")
    after, before = compared(*figures)
    chosen, default = (up, "ökade") if after > before else (down, "minskade") if after < before else (same, "var oförändrat")  # type: ignore[operator]
    word = default if chosen is None else word_of(chosen, "riktning")
    doubts = (*figures[0].doubts, *figures[1].doubts, *doubts_between(*figures, scope, reserved))
    return Words(word, figures, weighed=figures, doubts=doubts)


def _exists(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = bind_arguments("finns", given, options, ("uppgift",), 1)
    assert thing is not None
    figure = figure_of(thing, "finns")
    return _status_verdict(scope, figure, figure.amount is not None)


def _is_preliminary(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = bind_arguments("preliminar", given, options, ("uppgift",), 1)
    assert thing is not None
    figure = figure_of(thing, "preliminar")
    return _status_verdict(scope, figure, figure.status is Status.PRELIMINARY)


def _status_verdict(scope: Scope, figure: Figure, held: bool) -> Verdict:
    """A verdict on what is known of a figure, whatever its value."""
    named = ", ".join(called(scope.dataset.catalogue, fact) for fact in figure.facts)
    return Verdict(held, (figure,), (), (Side(f"status för {named}", Words(figure.status.value)),))


def _base(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = bind_arguments("underlag", given, options, ("uppgift",), 1)
    assert thing is not None
    figure = figure_of(thing, "underlag")
    if not figure.origins:
        raise missing(figure)
    if figure.base is None:
        about = ", ".join(described(fact) for fact in figure.facts)
        remedy = "Fyll i underlag på uppgiftens rad i en ny leverans."
        raise Fault("underlag-saknas", f"{about} har inget underlag i datamängden.", "en siffra i kolumnen underlag", remedy)
    return Figure(Decimal(figure.base), Format(Unit.COUNT), Status.DEFINITIVE, None, figure.facts, "", None, None, figure.origins)


def _about(name: str, read: Callable[[Scope, Figure], str]) -> Function:
    def about(scope: Scope, given: Arguments, options: Options) -> Thing:
        (thing,) = bind_arguments(name, given, options, ("uppgift",), 1)
        assert thing is not None
        figure = figure_of(thing, name)
        if figure.key is not None and not figure.origins:
            raise missing(figure)
        text = read(scope, figure)
        if not text:
            raise Fault(
                "okant-ursprung",
                f"{name} är inte känt för uppgiften.",
                "",
                "Läs in uppgiften på nytt med rapportbyggare ta-emot, ur en fil som säger det.",
            )
        return Words(text, (figure,))

    return about


def _source(scope: Scope, figure: Figure) -> str:
    names = dict.fromkeys(origin.source for origin in figure.origins)
    return ", ".join(scope.dataset.catalogue.sources[name].label for name in names)


def _extract(scope: Scope, figure: Figure) -> str:
    return write_extract(max((origin.extract for origin in figure.origins), default=""))


def _years(scope: Scope, given: Arguments, options: Options) -> Thing:
    first, last = bind_arguments("aren", given, options, ("fran", "till"), 2)
    assert first is not None and last is not None
    start, end = year_of(first), year_of(last)
    if end - start > SPAN:
        raise Fault("for-manga-ar", f"aren omfattar fler än {SPAN} år.", "", "Rätta det ena året.")
    scope.work.take(max(end - start, 0))
    return Items(tuple(Year(year) for year in range(start, end + 1)))


def _count(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = bind_arguments("antal_i", given, options, ("lista",), 1)
    if not isinstance(thing, Items):
        raise Fault("fel-slags-varde", "antal_i räknar en lista.", "antal_i(kommuner)", "Skriv en lista inom parentesen.")
    return Count(len(thing.members), thing.facts, thing.doubts) if thing.facts else Decimal(len(thing.members))


FUNCTIONS: dict[str, Function] = {
    "andel": _share,
    "skillnad": _difference,
    "forandring": _change,
    "summa": _total,
    "riktning": _direction,
    "finns": _exists,
    "preliminar": _is_preliminary,
    "underlag": _base,
    "period": _about("period", lambda scope, figure: kept_together(figure.period)),
    "uttag": _about("uttag", _extract),
    "kalla": _about("kalla", _source),
    "aren": _years,
    "antal_i": _count,
}
