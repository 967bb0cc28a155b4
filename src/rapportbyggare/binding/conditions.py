"""The parts of an expression that decide: comparisons, `and`, `or`, `not`, and `if` … `else`."""

from collections.abc import Callable

from rapportbyggare.binding.behind import weight_of
from rapportbyggare.binding.breaks_calls import check_comparison
from rapportbyggare.binding.reader import Reader, Value
from rapportbyggare.binding.scope import Names, Scope
from rapportbyggare.binding.things import Side, Thing, Verdict, Words
from rapportbyggare.binding.tree import Binary, Choice, Comparison, Constant, Node, Opposite
from rapportbyggare.binding.verdicts import chosen_by, compared, joined
from rapportbyggare.binding.written import written


def choice(node: Choice, reader: Reader) -> Value:
    """`a if condition else b`; without else, nothing is written."""
    test, then = reader.test(node.test), reader.value(node.then)
    otherwise = reader.value(node.otherwise) if node.otherwise else None
    nothing = Words("")

    def chosen(scope: Scope, names: Names) -> Thing:
        decided = test(scope, names)
        arm = then if decided.holds else otherwise
        return chosen_by(arm(scope, names) if arm else nothing, decided)

    return chosen


def joint(ends: bool) -> Callable[[Binary, Reader], Value]:
    """`and` and `or`: what is first decides alone when it holds as `ends` says."""

    def read(node: Binary, reader: Reader) -> Value:
        left, right = reader.test(node.left), reader.test(node.right)

        def both(scope: Scope, names: Names) -> Thing:
            first = left(scope, names)
            return first if first.holds is ends else joined(first, right(scope, names))

        return both

    return read


def opposite(node: Opposite, reader: Reader) -> Value:
    """`not condition`."""
    test = reader.test(node.value)

    def negated(scope: Scope, names: Names) -> Thing:
        decided = test(scope, names)
        return decided._replace(holds=not decided.holds)

    return negated


def comparison(node: Comparison, reader: Reader) -> Value:
    """`a < b`, `a in b`, or several in a row, up to the first that does not hold."""
    first, start = reader.value(node.first), _label(node.first)
    rest = [(sign, reader.value(operand), _label(operand)) for sign, operand in node.rest]

    def decided(scope: Scope, names: Names) -> Thing:
        found = Verdict(True)
        left = Side(start, first(scope, names))
        for operator, value, label in rest:
            right = Side(label, value(scope, names))
            scope.work.take(weight_of((right.thing,)))
            if scope.breaks:
                check_comparison(scope, left.thing, right.thing)
            found = joined(found, compared(operator, left, right, scope))
            if not found.holds:
                break
            left = right
        return found

    return decided


def _label(node: Node) -> str:
    """How a side of a comparison is written; "" for a constant, which says itself."""
    return "" if isinstance(node, Constant) else written(node)
