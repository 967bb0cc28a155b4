"""A paragraph's content as atoms: what is kept, deleted or inserted whole. A word, a figure, a value, a field, a note's mark."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.alignment.tokens import tokens, weight
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.names import ANCHOR
from rapportbyggare.word.ooxml import escape, word_run
from rapportbyggare.word.redline.markup import inner, markup, opening

if TYPE_CHECKING:
    from lxml.etree import _Element

START, STOP, RUN, LINK = w("bookmarkStart"), w("bookmarkEnd"), w("r"), w("hyperlink")
LOOK, TEXT, NOTE, DRAWING, CODE = w("rPr"), w("t"), w("footnoteReference"), w("drawing"), w("instrText")
FIELD, KIND, ID, NAME = w("fldChar"), w("fldCharType"), w("id"), w("name")
BLOCKS = (f"{ANCHOR}tabell_", f"{ANCHOR}figur_")
HEAVY = 8


@dataclass(frozen=True, slots=True)
class Atom:
    """One of them: what it is the same as (`key`), its words, its markup whole, and how much it matters that it is kept.

    A text has its look. A field has what leads to its result and what ends it, a value its bookmark's edges; both hold
    their result's markup. A link has its tags and its content.
    """

    kind: str
    key: Hashable
    words: str
    markup: str
    weight: int = HEAVY
    look: str = ""
    name: str = ""
    head: str = ""
    tail: str = ""
    result: str = ""
    line: "Line | None" = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The edge of a bookmark before the atom at an index."""

    place: int
    name: str
    start: bool
    markup: str


@dataclass(slots=True)
class Line:
    """The content of a paragraph or a link."""

    atoms: list[Atom] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


class Unknown(Exception):
    """Something our writer does not write."""


def line_of(parent: "_Element") -> Line:
    """The content of a paragraph or a link, its properties aside."""
    line = Line()
    children = [child for child in parent if child.tag != w("pPr")]
    place = 0
    while place < len(children):
        place = read(line, children, place)
    line.atoms[:] = joined(line)
    return line


def read(line: Line, children: "list[_Element]", place: int) -> int:
    """Reads what begins at an index; gives the index after it."""
    element = children[place]
    if element.tag == START and is_value(element) and (end := value_end(children, place)):
        line.atoms.append(value_atom(children[place : end + 1]))
        return end + 1
    if element.tag in (START, STOP):
        line.marks.append(Mark(len(line.atoms), element.get(ID, ""), element.tag == START, markup(element)))
    elif element.tag == RUN and begins_field(element):
        end = field_end(children, place)
        line.atoms.append(field_atom(children[place : end + 1]))
        return end + 1
    elif element.tag == RUN:
        line.atoms += run_atoms(element)
    elif element.tag == LINK:
        line.atoms.append(link_atom(element))
    else:
        raise Unknown(element.tag.rpartition("}")[2])
    return place + 1


def joined(line: Line) -> list[Atom]:
    """Neighbouring texts of one look cut into words and figures anew; the marks move with them."""
    result: list[Atom] = []
    moved: dict[int, int] = {}
    marked = {mark.place for mark in line.marks}
    pending: list[Atom] = []
    for place, atom in enumerate(line.atoms):
        if pending and (atom.kind != "text" or atom.look != pending[0].look or place in marked):
            result += cut(pending)
            pending = []
        moved[place] = len(result)
        if atom.kind == "text":
            pending.append(atom)
        else:
            result.append(atom)
    result += cut(pending)
    moved[len(line.atoms)] = len(result)
    line.marks[:] = [Mark(moved[mark.place], mark.name, mark.start, mark.markup) for mark in line.marks]
    return result


def cut(texts: list[Atom]) -> Iterator[Atom]:
    """Texts of one look as words, figures and signs."""
    look = texts[0].look if texts else ""
    for token in tokens("".join(one.words for one in texts)):
        yield Atom("text", (token, look), token, "", weight(token), look)


def run_atoms(run: "_Element") -> Iterator[Atom]:
    """What stands in a run."""
    look = inner(run.find(LOOK))
    for child in run:
        if child.tag == TEXT:
            yield Atom("text", None, child.text or "", "", 0, look)
        elif child.tag != LOOK:
            yield thing_atom(child, look)


def thing_atom(child: "_Element", look: str) -> Atom:
    """What stands in a run and is no text."""
    content = markup(child)
    whole = f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>" if look else f"<w:r>{content}</w:r>"
    if child.tag == NOTE:
        ident = child.get(ID, "")
        return Atom("note", ("note", ident), "", whole, look=look, name=ident)
    if child.tag == DRAWING:
        return Atom("image", ("image", content), "", whole)
    if child.tag == FIELD:
        return Atom("edge", ("edge", content), "", whole)
    return Atom("sign", (child.tag, content, look), " ", whole, 0)


def is_value(start: "_Element") -> bool:
    """Whether a bookmark is the anchor of a value."""
    name = start.get(NAME, "")
    return name.startswith(ANCHOR) and not name.startswith(BLOCKS)


def value_end(children: "list[_Element]", place: int) -> int:
    """The index of the end of a value's bookmark, 0 when there is more in it than plain runs."""
    ident = children[place].get(ID)
    for index in range(place + 1, len(children)):
        element = children[index]
        if element.tag == STOP and element.get(ID) == ident:
            return index
        if element.tag != RUN or any(child.tag not in (LOOK, TEXT) for child in element):
            return 0
    return 0


def value_atom(elements: "list[_Element]") -> Atom:
    """A value with its anchor."""
    start, *runs, stop = elements
    result = "".join([markup(run) for run in runs])
    words = "".join([text.text or "" for run in runs for text in run.iter(TEXT)])
    name = start.get(NAME, "")
    head, tail = markup(start), markup(stop)
    return Atom("value", ("value", name), words, head + result + tail, name=name, head=head, tail=tail, result=result)


def begins_field(run: "_Element") -> bool:
    """Whether a field begins in a run."""
    mark = run.find(FIELD)
    return mark is not None and mark.get(KIND) == "begin"


def field_end(children: "list[_Element]", place: int) -> int:
    """The index of the run that ends a field; of the one that parts its code from its result, when it ends elsewhere."""
    middle = place
    for index in range(place, len(children)):
        mark = children[index].find(FIELD) if children[index].tag == RUN else None
        kind = None if mark is None else mark.get(KIND)
        if kind == "end":
            return index
        if kind == "separate":
            middle = index
        elif children[index].tag != RUN:
            break
    return middle


def field_atom(elements: "list[_Element]") -> Atom:
    """A field; or its beginning, when it ends in another paragraph."""
    texts = [markup(element) for element in elements]
    kinds = [None if (mark := element.find(FIELD)) is None else mark.get(KIND) for element in elements]
    code = "".join([part.text or "" for element in elements for part in element.iter(CODE)]).strip()
    if kinds[-1] != "end":
        return Atom("edge", ("open", code), "", "".join(texts))
    middle = kinds.index("separate") + 1 if "separate" in kinds else len(kinds) - 1
    head, result, tail = "".join(texts[:middle]), "".join(texts[middle:-1]), texts[-1]
    words = "".join([text.text or "" for element in elements[middle:-1] for text in element.iter(TEXT)])
    return Atom("field", ("field", code, head), words, head + result + tail, name=code, head=head, tail=tail, result=result)


def link_atom(element: "_Element") -> Atom:
    """A link: the same when it leads to the same."""
    head, line = opening(element), line_of(element)
    words = "".join(atom.words for atom in line.atoms)
    return Atom("link", ("link", head), words, markup(element), head=head, tail="</w:hyperlink>", line=line)


def text_run(words: str, look: str) -> str:
    """A run of words that are not yet markup."""
    return word_run(escape(words), look)
