"""The filters an author can put after `|`: how a value is written."""

from collections.abc import Callable
from decimal import Decimal

from rapportbyggare.binding.arithmetic import figure_of
from rapportbyggare.binding.behind import doubts_of, facts_of
from rapportbyggare.binding.functions import RESERVED, Arguments, Function, Options, acknowledged, bind_arguments, word_of
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import BrokenClaim, Count, Fault, Items, Rank, Thing, Unmarked, Words, kind_of
from rapportbyggare.binding.verdicts import verdict
from rapportbyggare.core.figure import Figure, Format, Unit
from rapportbyggare.typography.dates import is_date, write_date
from rapportbyggare.typography.words import capitalise, genitive, join_words, number_word, ordinal_superlative

MOST_DECIMALS = 6
CLAIM = "galler"


def _arguments(name: str, given: Arguments, options: Options, names: tuple[str, ...], needed: int) -> list[Thing | None]:
    """A filter's arguments, what stands before `|` first."""
    rest = ", ".join(names[1:])
    return bind_arguments(name, given, options, names, needed, f"… | {name}({rest})" if rest else f"… | {name}")


def _reformed(name: str, reform: Callable[[Format], Format]) -> Function:
    def reformed(scope: Scope, given: Arguments, options: Options) -> Thing:
        (thing,) = _arguments(name, given, options, ("varde",), 1)
        assert thing is not None
        return with_form(thing, name, reform)

    return reformed


def with_form(thing: Thing, name: str, reform: Callable[[Format], Format]) -> Thing:
    """The figure written another way, its mark as it was."""
    figure = figure_of(thing, name)
    changed = figure._replace(form=reform(figure.form))
    return Unmarked(changed) if isinstance(thing, Unmarked) else changed


def _money(name: str, scale: int) -> Function:
    def money(scope: Scope, given: Arguments, options: Options) -> Thing:
        thing, decimals = _arguments(name, given, options, ("varde", "decimaler"), 1)
        assert thing is not None
        if figure_of(thing, name).form.unit is not Unit.KRONOR:
            raise Fault(
                "inte-kronor",
                f"{name} skriver om kronor, men uppgiften har en annan enhet.",
                "en uppgift i kr",
                "Ta bort filtret.",
            )
        return with_form(thing, name, lambda form: form._replace(scale=scale, decimals=_decimals(decimals, 0)))

    return money


def _decimals(thing: Thing | None, default: int) -> int:
    if thing is None:
        return default
    if isinstance(thing, Decimal) and thing == int(thing) and 0 <= thing <= MOST_DECIMALS:
        return int(thing)
    raise Fault(
        "fel-decimaler",
        f"Antalet decimaler ska vara ett heltal från 0 till {MOST_DECIMALS}.",
        "",
        "Skriv till exempel decimaler(1).",
    )


def _with_decimals(scope: Scope, given: Arguments, options: Options) -> Thing:
    thing, decimals = _arguments("decimaler", given, options, ("varde", "antal"), 2)
    assert thing is not None
    return with_form(thing, "decimaler", lambda form: form._replace(decimals=_decimals(decimals, 0)))


def _with_unit(scope: Scope, given: Arguments, options: Options) -> Thing:
    thing, unit = _arguments("enhet", given, options, ("varde", "enhet"), 2)
    assert thing is not None and unit is not None
    text = word_of(unit, "enhet")
    return with_form(thing, "enhet", lambda form: form._replace(unit_text=text))


def _absolute(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = _arguments("belopp", given, options, ("varde",), 1)
    assert thing is not None
    figure = figure_of(thing, "belopp")
    positive = figure._replace(amount=None if figure.amount is None else abs(figure.amount))
    return Unmarked(positive) if isinstance(thing, Unmarked) else positive


def _in_words(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = _arguments("ord", given, options, ("varde",), 1)
    assert thing is not None
    if isinstance(thing, Decimal) and thing == int(thing):
        return Words(number_word(int(thing), scope.thousands))
    if isinstance(thing, Count):
        return Words(number_word(thing.number, scope.thousands), thing.facts, weighed=thing.facts, doubts=thing.doubts)
    return with_form(thing, "ord", lambda form: form._replace(words=True, unit_text="" if form.unit.is_count else form.unit_text))


def _text(name: str, write: Callable[[str], str]) -> Function:
    def text(scope: Scope, given: Arguments, options: Options) -> Thing:
        (thing,) = _arguments(name, given, options, ("text",), 1)
        assert thing is not None
        if isinstance(thing, Words | Rank | Figure | Unmarked | Decimal):
            shown = printed(thing, scope)
            return Words(
                write(shown.text), facts_of(thing), shown.figure, shown.marked, shown.weighed, shown.doubts, shown.broken
            )
        raise Fault("fel-slags-varde", f"{name} behöver en text, men fick {kind_of(thing)}.", "en text", "Ta bort filtret.")

    return text


def _listed(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = _arguments("uppraknat", given, options, ("lista",), 1)
    if not isinstance(thing, Items):
        raise Fault("fel-slags-varde", "uppraknat skriver en lista.", "kommuner | uppraknat", "Skriv en lista före filtret.")
    if not thing.members:
        raise Fault(
            "tom-lista",
            "Listan är tom, så meningen blir ofullständig.",
            "minst ett namn",
            "Skriv {% if lista %} på raden före stycket och {% endif %} efter, eller ett if-uttryck i meningen.",
        )
    if any(isinstance(member, Figure | Unmarked) for member in thing.members):
        raise Fault(
            "tal-i-lista",
            "uppraknat skriver namn och år, inte uppgifter: en uppgift i en lista skulle tappa sin not och sin källa.",
            "namn eller år",
            "Skriv varje uppgift för sig: {{ a }}, {{ b }} och {{ c }}.",
        )
    shown = [printed(member, scope) for member in thing.members]
    broken = tuple(claim for one in shown for claim in one.broken)
    return Words(
        join_words([one.text for one in shown]), thing.facts, weighed=thing.facts, doubts=doubts_of(thing), broken=broken
    )


def _ranked(scope: Scope, given: Arguments, options: Options) -> Thing:
    thing, word = _arguments("rangord", given, options, ("rang", "superlativ"), 1)
    if not isinstance(thing, Rank):
        raise Fault(
            "fel-slags-varde",
            "rangord skriver en placering.",
            "rang(antal_kkb, ar, 'Åre') | rangord",
            "Skriv rang(…) före filtret.",
        )
    superlative = "störst" if word is None else word_of(word, "rangord")
    number = thing.below if superlative in ("minst", "lägst", "färst", "sämst", "kortast") else thing.number
    return Words(ordinal_superlative(number, superlative), thing.facts, weighed=thing.facts, doubts=thing.doubts)


def _date(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = _arguments("datum", given, options, ("datum",), 1)
    if isinstance(thing, Words) and is_date(thing.text):
        return thing._replace(text=write_date(thing.text))
    raise Fault("fel-datum", "datum behöver ett datum i formen 2025-10-14.", "'2025-10-14' | datum", "Rätta datumet.")


def _unmarked(scope: Scope, given: Arguments, options: Options) -> Thing:
    (thing,) = _arguments("utan_not", given, options, ("varde",), 1)
    assert thing is not None
    if isinstance(thing, Words) and (thing.weighed or thing.figure is not None):
        return thing._replace(marked=False)
    return Unmarked(figure_of(thing, "utan_not"))


def _claimed(scope: Scope, given: Arguments, options: Options) -> Thing:
    """Words that are true only while a condition holds; they stand in any case, and are told of when it does not."""
    reserved, rest = acknowledged(RESERVED, options)
    words, test = _arguments(CLAIM, given, rest, ("ord", "villkor"), 2)
    assert words is not None and test is not None
    if not isinstance(words, Words):
        raise Fault(
            "fel-slags-varde",
            f"{CLAIM} behöver ord, men fick {kind_of(words)}.",
            f"{{{{ 'relativt lågt' | {CLAIM}(villkor) }}}}",
            f"Skriv orden inom citattecken före | {CLAIM}.",
        )
    decided = verdict(test, "listan")
    doubts = tuple(doubt._replace(reserved=doubt.reserved or reserved) for doubt in decided.doubts)
    return words._replace(
        facts=(*words.facts, *decided.facts),
        weighed=(*words.weighed, *decided.weighed),
        doubts=(*words.doubts, *doubts),
        broken=words.broken if decided.holds else (*words.broken, BrokenClaim(words.text, decided)),
    )


FILTERS: dict[str, Function] = {
    "ord": _in_words,
    "decimaler": _with_decimals,
    "utan_enhet": _reformed("utan_enhet", lambda form: form._replace(unit_text="")),
    "enhet": _with_unit,
    "tkr": _money("tkr", 3),
    "mnkr": _money("mnkr", 6),
    "mdkr": _money("mdkr", 9),
    "belopp": _absolute,
    "tecken": _reformed("tecken", lambda form: form._replace(signed=True)),
    "stor": _text("stor", capitalise),
    "genitiv": _text("genitiv", genitive),
    "uppraknat": _listed,
    "rangord": _ranked,
    "datum": _date,
    "utan_not": _unmarked,
    CLAIM: _claimed,
}
