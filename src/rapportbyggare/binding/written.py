"""An expression's tree as its author would write it, for messages."""

from jinja2 import nodes

SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
BINARY = {nodes.Add: "+", nodes.Sub: "-", nodes.Mul: "*", nodes.Div: "/", nodes.And: "and", nodes.Or: "or"}


def written(node: nodes.Node) -> str:
    """The expression in words; parts of the language that the report does not have are three dots."""
    match node:
        case nodes.Const(value=bool(value)):
            return str(value).lower()
        case nodes.Const(value=value):
            return f"'{value}'" if isinstance(value, str) else str(value)
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=owner, attr=name):
            return f"{written(owner)}.{name}"
        case nodes.Call(node=function):
            return f"{written(function)}({_arguments(node)})"
        case nodes.Filter(node=nodes.Expr() as value, name=name):
            arguments = _arguments(node)
            return f"{_inner(value)} | {name}({arguments})" if arguments else f"{_inner(value)} | {name}"
        case nodes.List(items=items):
            return f"[{', '.join(written(item) for item in items)}]"
        case _:
            return _operation(node)


def _arguments(node: nodes.Call | nodes.Filter) -> str:
    named = (f"{option.key}={written(option.value)}" for option in node.kwargs)
    return ", ".join([*map(written, node.args), *named])


def _operation(node: nodes.Node) -> str:
    match node:
        case nodes.Compare(expr=first, ops=operands):
            return " ".join([_inner(first), *(f"{SIGNS[operand.op]} {_inner(operand.expr)}" for operand in operands)])
        case nodes.BinExpr(left=left, right=right) if type(node) in BINARY:
            return f"{_inner(left)} {BINARY[type(node)]} {_inner(right)}"
        case nodes.Not(node=value):
            return f"not {_inner(value)}"
        case nodes.Neg(node=value):
            return f"-{_inner(value)}"
        case nodes.CondExpr(test=test, expr1=then, expr2=otherwise):
            return f"{_inner(then)} if {_inner(test)}" + (f" else {_inner(otherwise)}" if otherwise else "")
        case _:
            return "…"


def _inner(node: nodes.Node) -> str:
    inside = isinstance(node, nodes.BinExpr | nodes.Compare | nodes.CondExpr | nodes.Not)
    return f"({written(node)})" if inside else written(node)
