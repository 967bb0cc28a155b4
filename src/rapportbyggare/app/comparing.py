"""Two editions compared: loaded as they are named, laid side by side, and the answers put in place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.app import comparing_messages as messages
from rapportbyggare.app.as_read import as_read
from rapportbyggare.app.assemble import Progress
from rapportbyggare.app.build import OUTPUT
from rapportbyggare.app.compared_data import compared_data
from rapportbyggare.app.edition_words import Kind, Named, named
from rapportbyggare.app.handed_back import handed_back
from rapportbyggare.app.loading import loaded, sources_of
from rapportbyggare.app.output import Placed
from rapportbyggare.app.points import NOW
from rapportbyggare.app.redlining import Authors, redlined
from rapportbyggare.app.sides import Loaded
from rapportbyggare.app.strangers import strangers
from rapportbyggare.app.three_files import STEM, put, unfit
from rapportbyggare.core.compared import Comparison, Side
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.read import HandedBack, Pending
from rapportbyggare.diff.editions.compare import compare_editions
from rapportbyggare.page.review import review_page

HTML, WORD, DATA = f"{STEM}.html", f"{STEM}.docx", f"{STEM}.json"
OTHER = re.compile(r"[^a-z0-9]+")
FOLDED = str.maketrans("åäöéü", "aaoeu")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be compared, and how: `pending` says how tracked changes are read, `anyway` also compares different reports.

    `out` is the folder for the answers (None: one named by the editions, in the project's `output`).
    """

    old: str
    new: str | None = None
    out: Path | None = None
    pending: Pending = Pending.ACCEPTED
    authors: Authors = field(default_factory=Authors)
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """How a comparison went. `comparison` is None when the editions could not be compared, and the problems say why.

    `files` are the answers, none when nothing differs or when they could not be written (`unwritable`); `handed_back` is what
    somebody has done in the files that are compared.
    """

    problems: tuple[Problem, ...]
    comparison: Comparison | None = None
    old: Loaded | None = None
    new: Loaded | None = None
    files: tuple[Placed, ...] = ()
    handed_back: tuple[HandedBack, ...] = ()
    unwritable: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """What should be known of how the editions were read, and what was not compared."""
        loaded = (one for one in (self.old, self.new) if one)
        said = (*(remark for one in loaded for remark in one.remarks), *(self.comparison.remarks if self.comparison else ()))
        return tuple(dict.fromkeys(said))


def compare(folder: Path, asked: Asked, progress: Progress) -> Compared:
    """Compare two editions of the report in `folder` and write what differs; nothing is written when something is wrong."""
    old_name = named(asked.old, folder)
    new_name = named(asked.new, folder) if asked.new is not None else Named(Kind.NOW, NOW)
    target = asked.out or folder / OUTPUT / f"{STEM}-{slug(old_name)}-{slug(new_name)}"
    files = tuple(Path(one.word) for one in (old_name, new_name) if one.kind is Kind.FILE)
    if (fault := unfit(folder, target, asked.out is None, files)) is not None:
        return Compared((fault,), unwritable=True)
    progress("Läser")
    sources = sources_of(folder, asked.pending)
    told = tuple(dict.fromkeys(note for one in (old_name, new_name) if (note := _ambiguous(one)) is not None))
    twins = len({one.name for one in files}) < len(set(files))
    old, new = (loaded(one, sources, twins) for one in (old_name, new_name))
    if not (isinstance(old, Loaded) and isinstance(new, Loaded)):
        faults = (fault for one in (old, new) if not isinstance(one, Loaded) for fault in one)
        return Compared((*told, *dict.fromkeys(faults)))
    if not asked.anyway and strangers(old.side, new.side):
        return Compared((*told, messages.different_reports(old.side.name, new.side.name)))
    progress("Jämför")
    handed = [handed_back(one.read, sources.project, sources.cache) if one.read else None for one in (old, new)]
    sides = (_typed_over(one.side, done) for one, done in zip((old, new), handed, strict=True))
    comparison = compare_editions(*_alike(*sides))
    found = Compared(told, comparison, old, new, handed_back=_each_once(handed))
    return found if comparison.same else _written(found, comparison, old, new, asked.authors, target, folder, progress)


def _each_once(handed: Sequence[HandedBack | None]) -> tuple[HandedBack, ...]:
    """What was done in the files; in one that is compared with itself it was done once."""
    return tuple(one for number, one in enumerate(handed) if one and one not in handed[:number])


def _typed_over(side: Side, done: HandedBack | None) -> Side:
    """The edition, knowing which of its figures are no longer the data's."""
    return replace(side, overtyped=frozenset(one.ident for one in done.done.overtyped)) if done else side


def _alike(old: Side, new: Side) -> tuple[Side, Side]:
    """Both as they can be compared: where one is known by its words alone, so is the other."""
    known = [bool(side.document or side.facts or side.dataset) for side in (old, new)]
    if all(known) or not any(known):
        return old, new
    return (as_read(old), new) if known[0] else (old, as_read(new))


def _written(
    found: Compared,
    comparison: Comparison,
    old: Loaded,
    new: Loaded,
    authors: Authors,
    target: Path,
    folder: Path,
    progress: Progress,
) -> Compared:
    """The answers made and put in place."""
    progress("Spårar ändringarna")
    word = redlined(old, new, comparison, authors)
    problems = (*found.problems, word) if isinstance(word, Problem) else found.problems
    progress("Skriver")
    answers = {
        HTML: review_page(replace(comparison, remarks=found.remarks), found.handed_back).encode(),
        **({WORD: word} if isinstance(word, bytes) else {}),
        DATA: compared_data(comparison, found.remarks, found.handed_back),
    }
    placed = put(answers, target, folder, new.side.data_date)
    if isinstance(placed, Problem):
        return replace(found, problems=(*problems, placed), unwritable=True)
    return replace(found, problems=problems, files=placed)


def slug(one: Named) -> str:
    """A word that names an edition, as a part of a folder's name."""
    word = Path(one.word.replace("\\", "/")).stem if one.kind is Kind.FILE else one.word
    plain = OTHER.sub("-", normalize("NFC", word.casefold()).translate(FOLDED)).strip("-")
    kind = "git-" if one.kind is Kind.REVISION and one.sure else ""
    return kind + (plain[:LONGEST].strip("-") or "utgava")


def _ambiguous(one: Named) -> Problem | None:
    if not one.others:
        return None
    ways = {Kind.FILE: f"./{one.word}", Kind.REVISION: f"git:{one.word}"}
    others = tuple(other for other in one.others if other in ways)
    return (
        messages.could_be(
            one.word,
            one.kind.value,
            [other.value for other in one.others],
            [f"{ways[other]} för {other.value}" for other in others],
        )
        if others
        else None
    )
