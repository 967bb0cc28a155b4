"""Corrections told in Swedish, heading by heading, for a terminal, a page or a file to lay out."""

from collections.abc import Iterable, Iterator, Sequence

from rapportbyggare.diff.correction import Correction, Standing, What
from rapportbyggare.diff.fact_words import ARROW
from rapportbyggare.diff.telling import Chapter, Item, Line, Telling
from rapportbyggare.typography.words import counted

LABELS = {Standing.TODO: "Rätta", Standing.DONE: "Redan rättat", Standing.LOST: "Hittades inte"}
ASIDE = (Standing.SEE, Standing.CHANGED)
NEW = {
    What.VALUE: "Uppgift",
    What.SENTENCE: "Ny mening",
    What.PASSAGE: "Nytt stycke",
    What.ROW: "Ny rad",
    What.COLUMN: "Ny kolumn",
    What.BLOCK: "Ny tabell eller figur",
    What.NOTE: "Ny fotnot",
    What.PICTURE: "Figur",
    What.ALT: "Alternativtext",
    What.DESCRIPTION: "Beskrivning av tabell",
}
MOST = 8
BEFORE_ALL = "Före första rubriken"


def tell_corrections(items: Sequence[Correction]) -> Telling:
    """The corrections under their headings, and how many there are; those already made only while there are others to make."""
    todo = any(one.standing is Standing.TODO for one in items)
    chapters: dict[str, list[Correction]] = {}
    for one in items:
        if todo or one.standing is not Standing.DONE:
            chapters.setdefault(one.heading, []).append(one)
    told = (Chapter(heading or BEFORE_ALL, tuple(_items(found))) for heading, found in chapters.items())
    return Telling((closing(items),), tuple(told))


def closing(items: Iterable[Correction]) -> str:
    """ "9 att rätta för hand, 2 redan rättade, 1 hittades inte"; nothing is said to be finished while an old number stands."""
    found = [one.standing for one in items]
    todo, done, lost, see, changed = (found.count(standing) for standing in Standing)
    parts = [f"{todo or 'Inget'} att rätta för hand"] if todo or not see else []
    parts += [f"{counted(see, 'gammalt tal', 'gamla tal')} att se efter"] if see else []
    parts += [counted(done, "redan rättad", "redan rättade")] if done else []
    parts += [f"{lost} hittades inte"] if lost else []
    parts += [f"{counted(changed, 'uppgift ändrad', 'uppgifter ändrade')} av någon"] if changed else []
    return ", ".join(parts)


def _items(found: Sequence[Correction]) -> Iterator[Item]:
    """One item for each sentence, cell or figure, with all that is to be corrected in it."""
    groups: dict[tuple[int, str, str], list[Correction]] = {}
    for one in found:
        groups.setdefault((one.order, one.where, one.sentence), []).append(one)
    for (_, where, sentence), members in groups.items():
        bare = all(one.what is What.VALUE and one.sentence == one.stands for one in members)
        said = f"”{sentence}”" if sentence and not bare else ""
        lead = ": ".join(part for part in (where[:1].upper() + where[1:], said) if part)
        yield Item(lead or NEW[members[0].what], tuple(line for one in members for line in _lines(one)))


def _lines(one: Correction) -> Iterator[Line]:
    if one.standing in ASIDE:
        yield Line("Obs", one.remark)
        return
    label = LABELS[one.standing]
    if one.what is What.PICTURE:
        yield from (Line(label, text) for text in _drawn(one))
    elif one.what is What.NOTE:
        yield Line("Fotnot" if one.standing is Standing.TODO else label, f"”{one.right or one.old}”")
    elif one.standing is Standing.TODO and one.what is not What.VALUE:
        said = [("Står", one.stands if one.stands != one.sentence else ""), ("Ska stå", one.right)]
        yield from (Line(name, f"”{text}”") for name, text in said if text)
    else:
        before = one.stands if one.standing is Standing.TODO else one.old
        yield Line(label, ARROW.join(text for text in (before, one.right) if text))
    if one.remark:
        yield Line("Gör så här" if one.standing is Standing.TODO and one.what is not What.VALUE else "Obs", one.remark)


def _drawn(one: Correction) -> Iterator[str]:
    """What differs in a chart, the first of it when it is much."""
    for where, old, new in one.drawn[:MOST]:
        yield f"{where}: {ARROW.join(text for text in (old, new) if text)}"
    if len(one.drawn) > MOST:
        yield f"… och {len(one.drawn) - MOST} till"
