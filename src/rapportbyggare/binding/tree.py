"""An expression's tree: the parts that the report's language has, and what is refused."""

from typing import NamedTuple, Union


class Constant(NamedTuple):
    """A number, a text, `true`, `false` or `none`."""

    value: object


class Name(NamedTuple):
    """A name on its own."""

    name: str


class Field(NamedTuple):
    """A field of something: `rapport.titel`."""

    owner: "Node"
    name: str


class Call(NamedTuple):
    """A function's call; `options` are the arguments with a name."""

    name: str
    arguments: "tuple[Node, ...]"
    options: "tuple[tuple[str, Node], ...]"


class Filter(NamedTuple):
    """A value through a filter."""

    value: "Node"
    name: str
    arguments: "tuple[Node, ...]"
    options: "tuple[tuple[str, Node], ...]"


class Listed(NamedTuple):
    """A list written out."""

    items: "tuple[Node, ...]"


class Binary(NamedTuple):
    """Two parts with `+`, `-`, `*`, `/`, `and` or `or` between them."""

    sign: str
    left: "Node"
    right: "Node"


class Negative(NamedTuple):
    """A part with a minus sign before it."""

    value: "Node"


class Opposite(NamedTuple):
    """`not` and a part."""

    value: "Node"


class Comparison(NamedTuple):
    """A part compared with others, one after the other, each with its comparison (`eq`, `ne`, `lt` …)."""

    first: "Node"
    rest: "tuple[tuple[str, Node], ...]"


class Choice(NamedTuple):
    """`then if test else otherwise`."""

    test: "Node"
    then: "Node"
    otherwise: "Node | None"


class Refused(NamedTuple):
    """What can be written but not used, and what its author is told."""

    message: str


Node = Union[Constant, Name, Field, Call, Filter, Listed, Binary, Negative, Opposite, Comparison, Choice, Refused]
