"""Any Word file read as an edition, to be compared with another one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.core.compared import DeliveryLabel, ReadSection, Side
from rapportbyggare.core.edited import EditionMap
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.read import Pending, ReadFile
from rapportbyggare.word.digests import content_digest
from rapportbyggare.word.edited.map import content_of, edition_map_of, fingerprint_of
from rapportbyggare.word.edited.package import open_edited
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.read import messages
from rapportbyggare.word.read.anchors import printed_in
from rapportbyggare.word.read.blocks import blocks_of
from rapportbyggare.word.read.comments import comments_in
from rapportbyggare.word.read.file_properties import look_of, properties_of
from rapportbyggare.word.read.ground import Ground, counted, goals_in, known_paragraphs, note_numbers
from rapportbyggare.word.read.notes import NOTE_KINDS, note_names, notes_of
from rapportbyggare.word.read.numbering import read_lists
from rapportbyggare.word.read.pen import Pen
from rapportbyggare.word.read.pending import pending_in
from rapportbyggare.word.read.pieces import Line, Piece, last_paper, pieces_of
from rapportbyggare.word.read.remarks import main_language, remarks_of
from rapportbyggare.word.read.styles import Styles, read_styles
from rapportbyggare.word.read.tables import Pictures
from rapportbyggare.word.read.texts import text_of
from rapportbyggare.word.read.where import Guide
from rapportbyggare.word.revisions.revisions import is_tracked, resolved_package, story_names, written
from rapportbyggare.word.roles import Role
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

COVER = (Role.COVER_KIND, Role.TITLE, Role.SUBTITLE, Role.COVER_LINE)


def read_side(content: bytes, name: str, pending: Pending) -> tuple[ReadFile | None, tuple[Problem, ...]]:
    """The file of these bytes as an edition, or why it cannot be read; `name` is what the user calls it.

    Tracked changes that are pending are read as accepted or rejected; when they are refused, a file that has any is not read.
    """
    package, problems = open_edited(content, name)
    if package is None:
        return None, problems
    try:
        return _read(package, name, pending)
    except RecursionError:
        return None, (messages.too_deep(name),)


def _read(package: Package, name: str, pending: Pending) -> tuple[ReadFile | None, tuple[Problem, ...]]:
    stories = _stories(package)
    changed = {part for part, root in stories.items() if is_tracked(root)}
    accept = pending is not Pending.REJECTED
    styles = read_styles(package)
    guide = Guide(name, styles, note_numbers(stories[package.main]), accept)
    titles = {part: _title(part, package) for part in stories}
    changes = tuple(one for part in stories if part in changed for one in pending_in(stories[part], guide, titles[part]))
    if changed and pending is Pending.REFUSED:
        return None, (messages.pending_refused(name, changes),)
    comments = comments_in(package, stories, titles, guide)
    whole = _resolved(package, stories, accept) if changed else package
    file = _file(whole, _stories(whole, False) if changed else stories, name, styles)
    untouched = file.untouched and not changed
    return replace(file, pending=changes, comments=comments, untouched=untouched), ()


def _stories(package: Package, counting: bool = True) -> "dict[str, _Element]":
    """The parts with running text by name, the body first, the notes after it; their paragraphs counted."""
    found: dict[str, _Element] = {}
    first = 1
    kinds = {one.target: one.kind for one in package.relations(package.main).values()}
    parts = [part for part in story_names(package) if kinds.get(part) != "comments"]
    for part in sorted(parts, key=lambda part: (part != package.main, "notes" not in kinds.get(part, ""), part)):
        root = root_of(package.entries[part])
        if root is not None:
            found[part] = root
            first = counted(root, first) if counting else first
    return found


def _resolved(package: Package, stories: "Mapping[str, _Element]", accept: bool) -> Package:
    """The package with all changes accepted, or all rejected; its paragraphs still say their order."""
    entries = {**package.entries, **{part: written(root) for part, root in stories.items()}}
    return resolved_package(replace(package, entries=entries), accept)


def _title(part: str, package: Package) -> str:
    """What the reader calls a part: the body and the notes need no name."""
    kinds = {one.target: one.kind for one in package.relations(package.main).values()}
    return {"header": "sidhuvud", "footer": "sidfot"}.get(kinds.get(part, ""), "")


def _file(package: Package, stories: "Mapping[str, _Element]", name: str, styles: Styles) -> ReadFile:
    main = stories[package.main]
    edition, fingerprint = edition_map_of(package), fingerprint_of(package)
    ground = _ground(package, main, name, styles, edition, edition is not None or bool(fingerprint))
    pen, pictures = Pen(ground, ground.relations), Pictures(ground)
    body = main.find(w("body"))
    pieces = [] if body is None else list(pieces_of(body, pen))
    cover, rest = _cut(pieces) if ground.ours else ((), pieces)
    blocks = blocks_of(rest, last_paper(main if body is None else body), pictures)
    notes = notes_of(ground, _note_parts(package, stories), note_names(main, ground))
    properties = properties_of(package)
    untouched = _digest(package) == (edition.content if edition else content_of(package)) and ground.ours
    side = Side(
        name,
        _named(cover, pieces, properties, name),
        tuple(text for line in cover if (text := text_of(line.items))),
        (ReadSection("", blocks),),
        notes,
        pictures.images,
        properties,
        look_of(package),
        edition.data_date if edition else "",
        edition.fingerprint if edition else fingerprint,
        tuple(DeliveryLabel(number, label) for number, label in edition.names.items()) if edition else (),
        edition.facts if edition else {},
        foreign=not ground.ours,
        edited=ground.ours and not untouched,
    )
    return ReadFile(side, (), (), ground.ours, untouched, bool(fingerprint), remarks_of(ground, blocks, stories, package))


def _ground(package: Package, main: "_Element", name: str, styles: Styles, edition: EditionMap | None, ours: bool) -> Ground:
    known = known_paragraphs(main, styles, read_lists(package, styles))
    notes = note_numbers(main)
    goals = goals_in(main, known, notes, edition.keys if edition else {})
    language = styles.language if ours else main_language(main, styles.language)
    relations = package.relations(package.main)
    return Ground(name, package, styles, language, edition, ours, relations, known, goals, notes, printed_in(edition))


def _digest(package: Package) -> str:
    return content_digest(package.entries[package.main], package.related("footnotes") or b"")


def _note_parts(package: Package, stories: "Mapping[str, _Element]") -> "dict[str, _Element]":
    relations = [one for one in package.relations(package.main).values() if not one.external]
    return {one.kind[:-1]: stories[one.target] for one in relations if one.kind[:-1] in NOTE_KINDS and one.target in stories}


def _cut(pieces: Sequence[Piece]) -> tuple[list[Line], Sequence[Piece]]:
    """The lines of the cover, and what comes after it: the cover ends with its section, else with its styles."""
    first = pieces[0] if pieces else None
    if not isinstance(first, Line) or first.known.role not in (*COVER, Role.FIGURE):
        return [], pieces
    ends = next((n + 1 for n, piece in enumerate(pieces) if isinstance(piece, Line) and piece.ends is not None), None)
    if ends is None:
        roles = [piece.known.role if isinstance(piece, Line) else None for piece in pieces]
        ends = next((n for n, role in enumerate(roles) if role not in (*COVER, Role.FIGURE)), len(pieces))
    return [piece for piece in pieces[:ends] if isinstance(piece, Line)], pieces[ends:]


def _named(cover: Sequence[Line], pieces: Sequence[Piece], properties: Mapping[str, str], name: str) -> str:
    """The title: on the cover, else in the properties, else the first paragraph styled as one, else the file's name."""
    lines = [line for line in (*cover, *pieces) if isinstance(line, Line) and line.known.role is Role.TITLE]
    titles = (plain(text_of(line.items)).strip() for line in lines)
    return next((title for title in titles if title), "") or properties.get("titel", "") or name
