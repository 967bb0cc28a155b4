"""A list of changes in the terminal, and for programs."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from textwrap import wrap

from rapportbyggare.app.changes import ChangeReport
from rapportbyggare.cli.show import as_json, harmless, problem_data
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.changes import FactChange, MarkChange, PassageChange, PrintedChange, Spot, WordChange
from rapportbyggare.diff.telling import Chapter, Item, between, tell
from rapportbyggare.passages.printed import PrintedThing
from rapportbyggare.typography.numbers import round_half_up

WIDTH = 120
PERCENT_DECIMALS = 4
LEAD, LINE = "  ", "      "


def changes_text(report: ChangeReport) -> str:
    """All changes under headings, details in aligned columns; "" when nothing could be compared."""
    if report.changes is None:
        return ""
    told = tell(report.changes, report.deliveries)
    parts = [between(report.old, report.new), "\n".join(wrapped(" ".join(told.summary), "", ""))]
    return harmless("\n\n".join([*parts, *map(chapter_text, told.chapters)]))


def chapter_text(chapter: Chapter) -> str:
    """A heading in capitals and its items, each after an empty line."""
    return "\n".join([chapter.heading.upper(), *(line for item in chapter.items for line in ("", *_item_lines(item)))])


def _item_lines(item: Item) -> Iterator[str]:
    """An item and its details in aligned columns."""
    yield from wrapped(item.lead, LEAD, LEAD)
    width = max((len(line.label) for line in item.lines), default=0) + 2
    for line in item.lines:
        yield from wrapped(line.text, f"{LINE}{line.label:<{width}}", " " * (len(LINE) + width))


def wrapped(text: str, first: str, rest: str) -> Iterator[str]:
    """The text in lines of bounded width; hard spaces and long words are left whole."""
    for part in text.split("\n"):
        width = max(WIDTH, len(rest) + 40)
        lines = wrap(part, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
        yield from lines or [first.rstrip()]
        first = rest


def changes_data(report: ChangeReport, code: int, problems: tuple[Problem, ...]) -> str:
    """All changes for programs: schema `andringar/1`; amounts are exact, as text with a decimal point."""
    data: dict[str, object] = {"schema": "andringar/1", "slutkod": code, "problem": list(map(problem_data, problems))}
    if report.changes is not None:
        found = report.changes
        data |= {
            "fran": report.old,
            "till": report.new,
            "sammanfattning": list(tell(found, report.deliveries).summary),
            "nya_leveranser": list(map(_delivery, report.added)),
            "borttagna_leveranser": list(map(_delivery, report.withdrawn)),
            "galler_inte": list(map(problem_data, found.broken)),
            "galler_igen": list(map(problem_data, found.mended)),
            "nya_problem": list(map(problem_data, found.raised)),
            "meningar": list(map(_sentence, found.words)),
            "passager": list(map(_passage, found.passages)),
            "uppgifter": list(map(_fact, found.facts)),
            "uppgifter_utan_plats": list(map(_fact, found.unprinted)),
            "notmarken": list(map(_mark, found.marks)),
            "nya_nummer": [{"fore": one.old, "efter": one.new} for one in found.renumbered],
        }
    return as_json(data)


def _delivery(delivery: Delivery) -> dict[str, object]:
    return {
        "leverans": delivery.number,
        "kalla": delivery.source,
        "uttag": delivery.extract,
        "inlast": delivery.received,
        "fil": delivery.file,
        "not": delivery.note,
    }


def _sentence(change: WordChange) -> dict[str, object]:
    return {
        "slag": change.kind.value,
        **_spot(change.spot),
        "fore": change.before,
        "efter": change.after,
        "ord": [{"fore": before, "efter": after} for before, after in change.words],
        "tryckt": _changes(change.things),
        "uppgifter": _keys(change.facts),
    }


def _passage(change: PassageChange) -> dict[str, object]:
    return {
        "slag": change.part.value,
        **_spot(change.spot),
        "fore": change.before,
        "efter": change.after,
        "tryckt": _changes(change.things),
        "uppgifter": _keys(change.facts),
    }


def _mark(change: MarkChange) -> dict[str, object]:
    return {**_spot(change.spot), "tillkommer": change.came, "not": change.note}


def _fact(fact: FactChange) -> dict[str, object]:
    return {
        **_key(fact.key),
        "namn": fact.label,
        "enhet": fact.unit.value,
        "fore": _observation(fact.old),
        "efter": _observation(fact.new),
        "skillnad": _exact(fact.difference),
        "procent": _exact(None if fact.percent is None else round_half_up(fact.percent, PERCENT_DECIMALS)),
        "tryckt": _changes(fact.printed),
        "ingar_i": _changes(fact.shared),
        "andrar_ord": [_spot(change.spot) for change in fact.rewordings],
        "lases_som_forut": list(map(_thing, fact.same)),
    }


def _observation(observation: Observation | None) -> dict[str, object] | None:
    if observation is None:
        return None
    origin = observation.origin
    return {
        "varde": _exact(observation.amount),
        "status": observation.status.value,
        "period": observation.period,
        "underlag": observation.base,
        "mats": observation.measured,
        "not": observation.note,
        "leverans": origin.delivery,
        "uttag": origin.extract,
        "cell": origin.cell,
        **_place(origin.place),
    }


def _changes(changes: Iterable[PrintedChange]) -> list[dict[str, object]]:
    return [
        {
            **_thing(change.thing),
            "fore": change.old.text if change.old else None,
            "efter": change.new.text if change.new else None,
            "mening_fore": change.old.sentence if change.old else None,
            "mening_efter": change.new.sentence if change.new else None,
            "utraknat": change.derived,
        }
        for change in changes
    ]


def _thing(thing: PrintedThing) -> dict[str, object]:
    where = {"ankare": thing.ident, "sort": thing.kind.value, "block": thing.block, "var": thing.where}
    return {**where, "rubrik": thing.chapter.heading, **_place(thing.place), "text": thing.text}


def _spot(spot: Spot) -> dict[str, object]:
    return {"sort": spot.kind.value, "var": spot.where, "rubrik": spot.chapter.heading, **_place(spot.place)}


def _place(place: Place) -> dict[str, object]:
    return {"fil": place.file, "rad": place.line, "kolumn": place.column}


def _keys(facts: Iterable[FactKey]) -> list[dict[str, object]]:
    return list(map(_key, facts))


def _key(key: FactKey) -> dict[str, object]:
    return {"indikator": key.indicator, "matt": key.measure, "ar": key.year or None, "plats": key.area}


def _exact(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
