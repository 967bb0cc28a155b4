"""What decided editions printed: the mark of a figure that has been revised since, and the printed figure itself."""

from rapportbyggare.binding.arithmetic import described, figure_of
from rapportbyggare.binding.functions import Arguments, Options, bind_arguments
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import Thing
from rapportbyggare.core.figure import Figure, Reason, Status, computed_key
from rapportbyggare.core.text import DocumentInline, DocumentText, Emphasis, Span, Strong, Text, Value
from rapportbyggare.typography.numbers import HARD_SPACE, write_amount


def printed_before(figure: Figure, source: str, scope: Scope) -> str:
    """What a decided edition printed of a fact, or of what the same `source` computed from the same facts.

    It is written as `figure` is; "" when it is the same, or none printed a number.
    """
    key = figure.key or computed_key(source, figure.facts)
    before = scope.dataset.printed.get(key)
    if before is None or before.amount is None or figure.amount is None:
        return ""
    then = write_amount(before.amount, figure.form, scope.thousands)
    return "" if then == write_amount(figure.amount, figure.form, scope.thousands) else then


def with_marks(line: DocumentText, mark: str) -> DocumentText:
    """A line of a table's cell with `mark` after each number that has been revised."""
    return tuple(part for item in line for part in _marked(item, mark))


def _marked(item: DocumentInline, mark: str) -> tuple[DocumentInline, ...]:
    match item:
        case Value() if item.printed:
            return item, Text(HARD_SPACE + mark)
        case Emphasis(children):
            return (Emphasis(with_marks(children, mark)),)
        case Strong(children):
            return (Strong(with_marks(children, mark)),)
        case Span(language, children):
            return (Span(language, with_marks(children, mark)),)
        case _:
            return (item,)


def as_printed(scope: Scope, given: Arguments, options: Options) -> Thing:
    """`tryckt(antal_kkb(2024))`: what the newest decided edition printed of a fact, without amount when none has."""
    (thing,) = bind_arguments("tryckt", given, options, ("uppgift",), 1)
    assert thing is not None
    figure = figure_of(thing, "tryckt")
    before = None if figure.key is None else scope.dataset.printed.get(figure.key)
    bare = figure._replace(key=None, base=None, measured=None, origins=())
    if before is None or before.amount is None:
        return bare._replace(amount=None, status=Status.MISSING, broken=_not_printed(figure))
    return bare._replace(amount=before.amount, status=Status.DEFINITIVE, broken=None)


def _not_printed(figure: Figure) -> Reason:
    about = "en uträknad siffra" if figure.key is None else described(figure.key)
    return Reason(
        "inte-tryckt",
        f"Ingen beslutad utgåva har skrivit ut {about}.",
        "en uppgift som står med ett tal i en fryst utgåva med status beslutad",
        "Skriv {% if finns(tryckt(…)) %} på raden före stycket och {% endif %} efter.",
    )
