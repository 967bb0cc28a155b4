"""Pieces of a merged paragraph: runs and edges, each kept, inserted or deleted, written with as few wrappers as will do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rapportbyggare.word.redline.atoms import Atom, Line, text_run
from rapportbyggare.word.redline.markup import deleted

THIN = frozenset({"note"})
PARTING = "<w:r></w:r>"


@dataclass(frozen=True, slots=True)
class State:
    """How a piece stands: `tag` is "ins", "del" or "" for kept; `hand` the attributes that say whose change it is."""

    tag: str = ""
    hand: str = ""


KEPT = State()


@dataclass(frozen=True, slots=True)
class Piece:
    """Markup in a state. A text waits to be joined with its neighbours: it has `words` and a `look` instead."""

    state: State
    markup: str
    words: str = ""
    look: str = ""
    thin: bool = False


def piece_of(atom: Atom, state: State) -> Piece:
    """An atom whole, in one state."""
    if atom.kind == "text":
        return Piece(state, "", atom.words, atom.look)
    if atom.line is not None and state.tag:  # a link cannot stand in what is inserted or deleted
        return Piece(KEPT, atom.head + whole(atom.line, state) + atom.tail)
    return Piece(state, atom.markup, thin=atom.kind in THIN)


def whole(line: Line, state: State) -> str:
    """A line in one state, its bookmarks with it."""
    return written(whole_pieces(line, state))


def whole_pieces(line: Line, state: State) -> Iterator[Piece]:
    """Its pieces."""
    edges = iter(sorted(line.marks, key=lambda mark: mark.place))
    edge = next(edges, None)
    for place in range(len(line.atoms) + 1):
        while edge is not None and edge.place == place:
            yield Piece(state, edge.markup)
            edge = next(edges, None)
        if place < len(line.atoms):
            yield piece_of(line.atoms[place], state)


def written(pieces: Iterable[Piece]) -> str:
    """Pieces as markup."""
    return "".join([wrapped(state, list(group)) for state, group in groupby(parted(pieces), lambda piece: piece.state)])


def parted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with a run between two marks of notes of which one goes and one comes: side by side programs mix them up."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.thin and piece.thin and last.state != piece.state:
            yield Piece(KEPT, PARTING)
        yield piece
        last = piece


def wrapped(state: State, pieces: list[Piece]) -> str:
    """Pieces of one state."""
    content = "".join(runs(pieces))
    match state.tag:
        case "":
            return content
        case "del":
            return f"<w:del {state.hand}>{deleted(content)}</w:del>"
        case tag:
            return f"<w:{tag} {state.hand}>{content}</w:{tag}>"


def runs(pieces: list[Piece]) -> Iterator[str]:
    """Texts of one look joined to runs, the rest as it is."""
    for (text, look), group in groupby(pieces, lambda piece: (bool(piece.words), piece.look)):
        every = list(group)
        if text:
            yield text_run("".join([piece.words for piece in every]), look)
        else:
            yield from (piece.markup for piece in every)
