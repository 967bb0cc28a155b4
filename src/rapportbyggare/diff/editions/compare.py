"""Two editions compared, in the report's own model: what differs, why, and the tree in which both stand."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from rapportbyggare.alignment.sequence import aligned
from rapportbyggare.core.blocks import ChartFigure, ReadBlock
from rapportbyggare.core.compared import (
    Cause,
    Changed,
    Comparison,
    RedlineBlock,
    RedlineSection,
    RedlineText,
    Side,
    Standing,
)
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentText
from rapportbyggare.diff.editions.causes import causes_of
from rapportbyggare.diff.editions.items import text_item
from rapportbyggare.diff.editions.log import figure_log
from rapportbyggare.diff.editions.notes import names_of, note_pairs, woven_notes
from rapportbyggare.diff.editions.record import Record, Spot
from rapportbyggare.diff.editions.texts import Reader
from rapportbyggare.diff.editions.weave import Weaver
from rapportbyggare.passages.chapters import BEFORE_ALL

MARK = 8
CONTENTS = "innehållsförteckning"


def compare_editions(old: Side, new: Side) -> Comparison:
    """All that differs between two editions, in reading order; comparing an edition with itself gives nothing."""
    pairs = note_pairs(old, new)
    record = Record(old, new)
    reader = Reader(*names_of(old, new, pairs), record)
    cover = tuple(_cover(old, new, reader))
    sections = _sections(old, new, Weaver(reader, causes_of(old, new)))
    notes = tuple(woven_notes(pairs, reader))
    _of_the_file(old, new, record)
    changes = tuple(record.changes)
    return Comparison(old, new, changes, figure_log(old, new, changes), cover, sections, notes, tuple(_remarks(old, new)))


def _cover(old: Side, new: Side, reader: Reader) -> Iterator[RedlineText]:
    """The cover's lines; the date of the data and the edition's mark follow from the rest."""
    before, after = ([text_item("försättsblad", _mark(line, side), (line,)) for line in side.cover] for side in (old, new))
    for first, second in aligned(before, after):
        was = old.cover[first] if first is not None else ()
        now = new.cover[second] if second is not None else ()
        cause = Cause.NUMBERING if was and now and _mark(now, new) else Cause.TEXT
        spot = Spot("försättsblad", "försättsbladet")
        if was and now:
            yield reader.merged(was, now, spot, cause)
        else:
            standing = Standing.ADDED if now else Standing.REMOVED
            yield (Changed(was, now, cause, reader.record.add(cause, standing, spot, plain(was), plain(now))),)


def _mark(line: DocumentText, side: Side) -> str | None:
    """What a line of the cover tells of the edition: the date of its data, or its mark."""
    words = plain(line)
    marks = {"datum": side.data_date, "märke": side.fingerprint[:MARK]}
    return next((name for name, mark in marks.items() if mark and mark in words), None)


def _sections(old: Side, new: Side, weaver: Weaver) -> tuple[RedlineSection, ...]:
    """The newer edition's sections, with what no longer stands after what it stood after."""
    ends = list(accumulate(len(section.blocks) for section in new.sections))
    found: list[list[RedlineBlock]] = [[] for _ in new.sections] or [[]]
    for index, block in weaver.woven(_blocks(old), _blocks(new)):
        section = next((number for number, end in enumerate(ends) if index < end), len(found) - 1)
        found[section].append(block)
    files = [section.file for section in new.sections] or [""]
    return tuple(RedlineSection(file, tuple(blocks)) for file, blocks in zip(files, found, strict=True))


def _blocks(side: Side) -> Sequence[ReadBlock]:
    return [block for section in side.sections for block in section.blocks]


def _of_the_file(old: Side, new: Side, record: Record) -> None:
    """What belongs to no place in the text: the file's properties, and its look."""
    record.chapter = BEFORE_ALL
    for name in dict.fromkeys((*old.properties, *new.properties)):
        was, now = old.properties.get(name, ""), new.properties.get(name, "")
        if was != now:
            record.add(Cause.TEXT, Standing.CHANGED, Spot("dokumentegenskap", f"dokumentets egenskaper, {name}"), was, now)
    for name, now in new.frame.items():
        was = old.frame.get(name, now)
        if was != now:
            cause = Cause.STRUCTURE if name == CONTENTS else Cause.STYLE
            record.add(cause, Standing.CHANGED, Spot("omgivning", name), was, now)
    if old.look and new.look and old.look != new.look:
        record.add(Cause.STYLE, Standing.CHANGED, Spot("utseende", "hela dokumentet"), "", "")


def _remarks(old: Side, new: Side) -> Iterable[str]:
    """What was not compared, and why."""
    for side in (old, new):
        if side.foreign:
            yield f"{side.name} är inte byggd av en rapport, utan läst som ett vanligt dokument: vad som är uppgifter är okänt."
        elif side.edited:
            yield f"{side.name} är läst som den står, eftersom någon har ändrat den för hand."
    if not (old.look and new.look):
        yield "Utseendet (typsnitt, färger, marginaler) är inte jämfört, eftersom det inte är känt för båda utgåvorna."
    if any(map(_has_mute_chart, (old, new))):
        yield "Diagram är jämförda som bilder och med sina alternativtexter, eftersom en Word-fil inte har deras värden."


def _has_mute_chart(side: Side) -> bool:
    """Whether an edition has a chart whose values are not known."""
    return any(isinstance(block, ChartFigure) and not block.chart.series for block in _blocks(side))
