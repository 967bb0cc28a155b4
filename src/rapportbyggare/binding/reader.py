"""Reads an expression's tree, part by part, into functions of a scope."""

from collections.abc import Callable, Mapping
from typing import Any

from rapportbyggare.binding.scope import Names, Scope, folded
from rapportbyggare.binding.syntax import DEEPEST, forbidden, too_deep
from rapportbyggare.binding.things import Thing, Verdict
from rapportbyggare.binding.tree import Node, Refused
from rapportbyggare.binding.verdicts import verdict
from rapportbyggare.binding.written import written

Value = Callable[[Scope, Names], Thing]
Test = Callable[[Scope, Names], Verdict]


class Reader:
    """Reads one tree from its top, counting its parts; `_depth` is how many parts the present one is inside."""

    __slots__ = ("_depth", "_readers", "parts")

    def __init__(self, readers: "Readers") -> None:
        self._readers, self._depth, self.parts = readers, 0, 0

    def value(self, node: Node) -> Value:
        """What a part of the tree is, as a function of what it can see."""
        if self._depth > DEEPEST:
            raise too_deep()
        if isinstance(node, Refused):
            raise forbidden(node.message)
        self.parts += 1
        self._depth += 1
        value = self._readers[type(node)](node, self)
        self._depth -= 1
        return value

    def values(self, listed: tuple[Node, ...]) -> list[Value]:
        """What each part of a list is."""
        return [self.value(node) for node in listed]

    def test(self, node: Node) -> Test:
        """What a part of the tree decides, as a condition."""
        value, source = self.value(node), written(node)
        return lambda scope, names: verdict(value(scope, names), source)

    def options(self, named: tuple[tuple[str, Node], ...]) -> dict[str, Value]:
        """What each named argument is, by its folded name."""
        return {folded(name): self.value(node) for name, node in named}


Readers = Mapping[type[Node], Callable[[Any, Reader], Value]]
"""What reads each kind of part."""
