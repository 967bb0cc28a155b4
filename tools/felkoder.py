"""Writes docs/felkoder.md: every code a problem can have, where it comes from and what is said, read from the source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE, TARGET = ROOT / "src" / "rapportbyggare", ROOT / "docs" / "felkoder.md"
MAKERS = frozenset({"Problem", "Reason", "Fault", "FormRule"})
MADE = re.compile(rf"\b(?:{'|'.join(MAKERS)})\(")
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SEVERITIES = {"ERROR": "fel", "FLAW": "brist", "FORM": "form", "NOTE": "upplysning"}
ROOMS = {
    "sources": "Filerna",
    "reading": "Avsnitten och specifikationerna",
    "data": "Arkivet och katalogen",
    "intake": "Filer från källorna",
    "binding": "Uttryck, tabeller och diagram",
    "checks": "Kontrollen",
    "diff": "Jämförelser",
    "charts": "Diagrammen",
    "word": "Word-filer",
    "app": "Kommandona",
}
HEAD = """# Felkoder

Varje fel, brist och upplysning har en kod, som är densamma från version till version. Sidan skrivs ur programmets
källkod av `python -m tools.felkoder`; ändra den inte för hand. `…` står för det som beror på var felet finns.

| allvar | betyder |
|---|---|
| fel | hindrar bygget, eller säger något som inte stämmer |
| brist | bör rättas innan rapporten går till nämnden |
| form | typografi och språklig form |
| upplysning | något att känna till |
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code of a room: how grave it is and what is said."""

    room: str
    code: str
    severity: str
    message: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every code with its first message, by room and code."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in sources.items() if MADE.search(text)}
    said = {code: text for tree in trees.values() for code, text in explained(tree)}
    found: dict[tuple[str, str], Entry] = {}
    for path, tree in trees.items():
        room = path.relative_to(SOURCE).parts[0]
        for entry in of_module(tree, room, said):
            kept = found.get((room, entry.code))
            if kept is None or (entry.message and not kept.message):
                found[room, entry.code] = entry
    return tuple(sorted(found.values(), key=lambda one: (list(ROOMS).index(one.room), one.code)))


def explained(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Messages that stand in a table by their code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                code, text = words(key, {}), words(value, {})
                if CODE.fullmatch(code) and " " in text and text.endswith("."):
                    yield code, text


def of_module(tree: ast.Module, room: str, said: dict[str, str]) -> Iterator[Entry]:
    """The entries of one module."""
    constants = assigned(tree.body)
    wrappers = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _takes_code(node)}
    for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))):
        known = constants | (assigned(scope.body) if isinstance(scope, ast.FunctionDef) else {})
        for call in calls(scope):
            name = _maker(call)
            if (name not in MAKERS and name not in wrappers) or not call.args:
                continue
            code = words(call.args[0], known)
            if name in wrappers:
                code = _finished(wrappers[name], call.args[0], code)
            if CODE.fullmatch(code):
                wrapper = wrappers.get(name)
                yield Entry(room, code, severity(call, wrapper), _message(call, known) or said.get(code, ""))


def _finished(wrapper: ast.FunctionDef, given: ast.expr, code: str) -> str:
    """The code that a function makes of the one it is given: the same, or one that it is part of."""
    made = (node.args[0] for node in ast.walk(wrapper) if isinstance(node, ast.Call) and node.args and _maker(node) in MAKERS)
    return next((words(one, {"code": given}) for one in made if isinstance(one, ast.JoinedStr)), code)


def _maker(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _takes_code(node: ast.FunctionDef) -> bool:
    first = node.args.args[0].arg if node.args.args else ""
    return first == "code" and isinstance(node.returns, ast.Name) and node.returns.id in MAKERS


def calls(scope: ast.AST) -> Iterator[ast.Call]:
    """The calls in a scope itself, not in functions inside it."""
    for child in ast.iter_child_nodes(scope):
        if isinstance(child, ast.FunctionDef):
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from calls(child)


def statements(node: ast.stmt) -> Iterator[ast.AST]:
    """A statement and those inside it, not inside a function or class."""
    yield node
    for name in () if isinstance(node, ast.FunctionDef | ast.ClassDef) else ("body", "orelse", "cases"):
        for child in getattr(node, name, ()):
            yield from statements(child)


def assigned(body: list[ast.stmt]) -> dict[str, ast.expr]:
    """Names that are given a value, each with the first of them."""
    found: dict[str, ast.expr] = {}
    for node in (inner for statement in body for inner in statements(statement)):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found.setdefault(name, value)
            case _:
                pass
    return found


def _message(call: ast.Call, known: dict[str, ast.expr]) -> str:
    """The first argument after the code that is a sentence: mostly the message itself."""
    given = call.args[2:3] if _maker(call) == "Problem" else call.args[1:]
    texts = [words(argument, known).strip() for argument in given]
    return next((text for text in texts if " " in text and (text.endswith((".", "?")) or ". " in text)), "")


def words(node: ast.expr | None, known: dict[str, ast.expr], depth: int = 0) -> str:
    """The words of an expression, … for what is not known before; "" when it has none."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(words(value, known, depth) or "…" for value in values)
        case ast.Name(id=name) if name in known and depth < 3:
            return words(known[name], known, depth + 1)
        case ast.FormattedValue(value=value) if depth < 3:
            return words(value, known, depth + 1)
        case ast.BinOp(left=left, right=right):
            return words(left, known, depth) + words(right, known, depth)
        case ast.IfExp(body=body):
            return words(body, known, depth)
        case _:
            return ""


def severity(call: ast.Call, wrapper: ast.FunctionDef | None) -> str:
    """How grave it is: said in the call, else in the function that makes the problem, else an error."""
    for scope in (call, wrapper):
        for node in ast.walk(scope) if scope is not None else ():
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Severity":
                return SEVERITIES.get(node.attr, "fel")
    return "form" if getattr(call.func, "id", "") == "FormRule" else "fel"


def page() -> str:
    """The whole page."""
    every = entries()
    parts = [HEAD]
    for room, heading in ROOMS.items():
        rows = [f"| `{one.code}` | {one.severity} | {_cell(one.message)} |" for one in every if one.room == room]
        if rows:
            parts.append("\n".join([f"## {heading}\n", "| kod | allvar | vad som sägs |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _cell(text: str) -> str:
    return re.sub(r"(…\s*)+…", "…", " ".join(text.split()) or "…").replace("|", "\\|").replace("{#", "{ #")


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
