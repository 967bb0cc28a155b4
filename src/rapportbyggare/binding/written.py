"""An expression's tree as its author would write it, for messages."""

from rapportbyggare.binding.tree import (
    Binary,
    Call,
    Choice,
    Comparison,
    Constant,
    Field,
    Filter,
    Listed,
    Name,
    Negative,
    Node,
    Opposite,
    Refused,
)

SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}


def written(node: Node) -> str:
    """The expression in words; parts of the language that the report does not have are three dots."""
    match node:
        case Constant(bool(value)):
            return str(value).lower()
        case Constant(value):
            return f"'{value}'" if isinstance(value, str) else str(value)
        case Name(name):
            return name
        case Field(owner, name):
            return f"{written(owner)}.{name}"
        case Call(name, arguments, options):
            return f"{name}({_arguments(arguments, options)})"
        case Filter(value, name, arguments, options):
            given = _arguments(arguments, options)
            return f"{_inner(value)} | {name}({given})" if given else f"{_inner(value)} | {name}"
        case Listed(items):
            return f"[{', '.join(map(written, items))}]"
        case Binary() | Negative() | Opposite() | Comparison() | Choice():
            return _operation(node)
        case Refused():
            return "…"


def _arguments(arguments: tuple[Node, ...], options: tuple[tuple[str, Node], ...]) -> str:
    return ", ".join([*map(written, arguments), *(f"{name}={written(value)}" for name, value in options)])


def _operation(node: Binary | Negative | Opposite | Comparison | Choice) -> str:
    match node:
        case Comparison(first, rest):
            return " ".join([_inner(first), *(f"{SIGNS[sign]} {_inner(operand)}" for sign, operand in rest)])
        case Binary(sign, left, right):
            return f"{_inner(left)} {sign} {_inner(right)}"
        case Opposite(value):
            return f"not {_inner(value)}"
        case Negative(value):
            return f"-{_inner(value)}"
        case Choice(test, then, otherwise):
            return f"{_inner(then)} if {_inner(test)}" + (f" else {_inner(otherwise)}" if otherwise else "")


def _inner(node: Node) -> str:
    inside = isinstance(node, Binary | Comparison | Choice | Opposite)
    return f"({written(node)})" if inside else written(node)
