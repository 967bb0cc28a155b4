"""What an author writes that compares over time, watched for breaks in the series."""

from collections.abc import Mapping

from rapportbyggare.binding.breaks import OPTION, break_notes, check_break
from rapportbyggare.binding.functions import Arguments, Function, Options, acknowledged
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Fault, Items, Thing, Unmarked
from rapportbyggare.core.figure import Figure

PAIRS = {"andel": ("del", "hel"), "skillnad": ("ny", "gammal"), "forandring": ("ny", "gammal"), "riktning": ("ny", "gammal")}
LISTS = ("okade", "minskade", "oforandrade")
SIGNS = "-/"


def watched(functions: Mapping[str, Function]) -> dict[str, Function]:
    """The functions, those that compare two figures or two years with one more argument: that they may go across a break."""
    pairs = {name: _pair(name, functions[name], names) for name, names in PAIRS.items()}
    return {**functions, **pairs, **{name: _list(name, functions[name]) for name in LISTS}}


def _pair(name: str, function: Function, names: tuple[str, str]) -> Function:
    def pair(scope: Scope, given: Arguments, options: Options) -> Thing:
        over, rest = acknowledged(OPTION, options)
        if scope.breaks and not over:
            new, old = (_argument(given, rest, n, known) for n, known in enumerate(names))
            check_between(scope, new, old, f"Skriv {name}(…, {OPTION}=true) om de ska jämföras ändå. Då skrivs noten ut.")
        return function(scope, given, rest)

    return pair


def _argument(given: Arguments, options: Options, number: int, name: str) -> Thing | None:
    return given[number] if number < len(given) else options.get(name)


def _list(name: str, function: Function) -> Function:
    def listed(scope: Scope, given: Arguments, options: Options) -> Thing:
        over, rest = acknowledged(OPTION, options)
        found = function(scope, given, rest)
        notes = break_notes(scope.breaks, found.facts) if isinstance(found, Items) and not over else ()
        if notes:
            raise Fault(
                "over-brott",
                f"{name} jämför år som ligger på var sin sida om ett brott i serien: {notes[0]}",
                "två år på samma sida om brottet",
                f"Skriv {name}(…, {OPTION}=true) om de ska jämföras ändå. Då skrivs noten ut.",
            )
        return found

    return listed


def check_sign(scope: Scope, sign: str, left: Thing, right: Thing) -> None:
    """A fault when a sign between two figures would count across a break."""
    if sign in SIGNS:
        instead = "skillnad" if sign == "-" else "andel"
        check_between(
            scope, left, right, f"Skriv {instead}(…, {OPTION}=true) i stället om det ska räknas ändå. Då skrivs noten ut."
        )


def check_comparison(scope: Scope, left: Thing, right: Thing) -> None:
    """A fault when a comparison would go across a break."""
    check_between(scope, left, right, f"Jämför skillnad(ny, gammal, {OPTION}=true) med 0 i stället om de ska jämföras ändå.")


def check_between(scope: Scope, left: Thing | None, right: Thing | None, remedy: str) -> None:
    """A fault when two things are figures on either side of a break; `remedy` is what to write instead."""
    one, other = _figure(left), _figure(right)
    if one is not None and other is not None:
        check_break(scope.breaks, one, other, remedy)


def _figure(thing: Thing | None) -> Figure | None:
    match thing:
        case Figure():
            return thing
        case Unmarked():
            return thing.figure
        case _:
            return None
