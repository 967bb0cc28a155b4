"""The parts of an expression that decide: comparisons, `and`, `or`, `not`, and `if` … `else`."""

from collections.abc import Callable
from dataclasses import replace

from jinja2 import nodes

from rapportbyggare.binding.behind import weight_of
from rapportbyggare.binding.breaks_calls import check_comparison
from rapportbyggare.binding.reader import Reader, Value
from rapportbyggare.binding.scope import Names, Scope
from rapportbyggare.binding.things import Side, Thing, Verdict, Words
from rapportbyggare.binding.verdicts import chosen_by, compared, joined
from rapportbyggare.binding.written import written


def choice(node: nodes.CondExpr, reader: Reader) -> Value:
    """`a if condition else b`; without else, nothing is written."""
    test, then = reader.test(node.test), reader.value(node.expr1)
    otherwise = reader.value(node.expr2) if node.expr2 else None
    nothing = Words("")

    def chosen(scope: Scope, names: Names) -> Thing:
        decided = test(scope, names)
        arm = then if decided.holds else otherwise
        return chosen_by(arm(scope, names) if arm else nothing, decided)

    return chosen


def joint(ends: bool) -> Callable[[nodes.BinExpr, Reader], Value]:
    """`and` and `or`: what is first decides alone when it holds as `ends` says."""

    def read(node: nodes.BinExpr, reader: Reader) -> Value:
        left, right = reader.test(node.left), reader.test(node.right)

        def both(scope: Scope, names: Names) -> Thing:
            first = left(scope, names)
            return first if first.holds is ends else joined(first, right(scope, names))

        return both

    return read


def opposite(node: nodes.Not, reader: Reader) -> Value:
    """`not condition`."""
    test = reader.test(node.node)

    def negated(scope: Scope, names: Names) -> Thing:
        decided = test(scope, names)
        return replace(decided, holds=not decided.holds)

    return negated


def comparison(node: nodes.Compare, reader: Reader) -> Value:
    """`a < b`, `a in b`, or several in a row, up to the first that does not hold."""
    first, start = reader.value(node.expr), _label(node.expr)
    rest = [(operand.op, reader.value(operand.expr), _label(operand.expr)) for operand in node.ops]

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


def _label(node: nodes.Node) -> str:
    """How a side of a comparison is written; "" for a constant, which says itself."""
    return "" if isinstance(node, nodes.Const) else written(node)
