"""A comparison as data for programs: what the file `jamforelse.json` holds."""

import json
from collections.abc import Iterable, Mapping

from rapportbyggare.core.compared import Cause, Change, Comparison, DeliveryLabel, FigureChange, Side
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.place import Place
from rapportbyggare.core.read import AuthorEdit, Comment, HandedBack
from rapportbyggare.page.tally import Part, tally

SCHEMA = "jamfor/1"
PARTS = {Part.PASSAGE: "stycken", Part.TABLE: "tabeller", Part.FIGURE: "figurer", Part.NOTE: "noter", Part.OTHER: "annat"}


def compared_data(comparison: Comparison, remarks: Iterable[str], handed: Iterable[HandedBack]) -> bytes:
    """The file's bytes; the same comparison gives the same."""
    data = {"schema": SCHEMA, **comparison_data(comparison, remarks, handed)}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def comparison_data(comparison: Comparison, remarks: Iterable[str], handed: Iterable[HandedBack]) -> dict[str, object]:
    """All that differs, by the names of the schema."""
    return {
        "gammal": _side(comparison.old),
        "ny": _side(comparison.new),
        "lika": comparison.same,
        "antal": counts(comparison),
        "uppgifter": [_figure(one) for one in comparison.figures],
        "andringar": [_change(one) for one in comparison.changes],
        "anmarkningar": list(remarks),
        "i_filerna": [_handed(one) for one in handed],
    }


def counts(comparison: Comparison) -> dict[str, int]:
    """How many figures changed, how much of the report is touched, and how many changes there are of each cause."""
    parts = tally(comparison)
    causes = [one.cause for one in comparison.changes]
    return {
        "uppgifter": len(comparison.figures),
        **{name: parts[part] for part, name in PARTS.items()},
        "andringar": len(comparison.changes),
        **{f"av_{cause.value}": causes.count(cause) for cause in Cause},
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "namn": side.name,
        "titel": side.title,
        "uppgifter_per": side.data_date,
        "fingeravtryck": side.fingerprint,
        "leveranser": [_delivery(one) for one in side.deliveries],
        "redigerad": side.edited,
        "frammande": side.foreign,
    }


def _delivery(one: DeliveryLabel | None) -> Mapping[str, object] | None:
    return None if one is None else {"leverans": one.number, "namn": one.name, "inlast": one.received}


def _change(one: Change) -> dict[str, object]:
    return {
        "nummer": one.number,
        "orsak": one.cause.value,
        "star": one.standing.value,
        "slag": one.kind,
        "var": one.where,
        "kapitel": one.chapter,
        "fore": one.old,
        "efter": one.new,
        "plats": _place(one.place),
        "plats_fore": _place(one.old_place),
        "fakta": [_fact(key) for key in one.facts],
        "av_leveranser": list(one.deliveries),
    }


def _figure(one: FigureChange) -> dict[str, object]:
    return {
        **_fact(one.key),
        "uppgift": one.label,
        "fore": one.old,
        "efter": one.new,
        "leverans_fore": _delivery(one.old_delivery),
        "leverans_efter": _delivery(one.new_delivery),
        "i_andringar": list(one.changes),
    }


def _handed(one: HandedBack) -> dict[str, object]:
    return {
        "namn": one.file,
        "redigeringar": [_edit(edit) for edit in one.done.edits],
        "overskrivna": [
            {"uttryck": it.expression, "tryckt": it.printed, "skrivet": it.now, "var": it.where, "plats": _place(it.place)}
            for it in one.done.overtyped
        ],
        "anmarkningar": list(one.remarks),
    }


def _edit(edit: AuthorEdit) -> dict[str, object]:
    return {
        "slag": edit.kind.value,
        "var": edit.where,
        "kapitel": edit.chapter,
        "plats": _place(edit.place),
        "fore": edit.old,
        "efter": edit.new,
        "markdown": edit.markdown,
        "anmarkningar": list(edit.remarks),
        "sparade": [
            {"slag": one.kind.value, "vem": one.author, "nar": one.date, "ord": one.words, "i": one.where.text}
            for one in edit.changes
        ],
        "kommentar": _comment(edit.comment) if edit.comment else None,
    }


def _comment(comment: Comment) -> dict[str, object]:
    return {
        "vem": comment.author,
        "nar": comment.date,
        "text": comment.text,
        "om": comment.about,
        "klar": comment.done,
        "svar": [{"vem": one.author, "nar": one.date, "text": one.text} for one in comment.answers],
    }


def _fact(key: FactKey) -> dict[str, object]:
    return {"indikator": key.indicator, "matt": key.measure, "ar": key.year, "omrade": key.area}


def _place(place: Place) -> dict[str, object]:
    return {"fil": place.file, "rad": place.line, "kolumn": place.column, "cell": place.cell}
