"""Single, realistic faults in a text, by family: what a tired person at a keyboard does to a figure, a word, a reference."""

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from random import Random

from rapportbyggare.checks.subject import Line, Piece, PieceKind, Subject
from rapportbyggare.core.figure import Status
from rapportbyggare.typography.dates import MONTHS
from tests.prov.typed_report import Fault

Faults = Iterator[tuple[Fault, ...]]
Spot = tuple[int, Piece]
DIRECTIONS = (
    ("ökade", "minskade"),
    ("ökat", "minskat"),
    ("ökar", "minskar"),
    ("ökning", "minskning"),
    ("fler", "färre"),
    ("högre", "lägre"),
    ("flest", "minst"),
    ("störst", "minst"),
    ("högst", "lägst"),
)
SHARES = (
    ("majoriteten", "en tredjedel"),
    ("merparten", "knappt hälften"),
    ("de flesta", "några få"),
    ("hälften", "en fjärdedel"),
    ("drygt", "knappt"),
    ("knappt", "drygt"),
    ("en tredjedel", "två tredjedelar"),
)
REFERENCE = re.compile(r"\b(tabell|figur|avsnitt|kapitel|bilaga)[ \u00a0](\d+(?:\.\d+)*)", re.IGNORECASE)
YEAR = re.compile(r"(?<![/.:-])\b20[12]\d\b(?![/:])")
NUMBER = re.compile(r"\d+(?:[\u00a0 ]\d{3})*(?:,\d+)?")
UNITS = re.compile(r"[\u00a0 ]?(?:%|kr|mnkr|tkr)(?!\w)")


def figures(bound: Subject) -> list[Spot]:
    """The figures printed, where they stand; words for numbers and a chart's labels are left out."""
    return [
        (number, piece)
        for number, line in enumerate(bound.lines)
        if not line.block.startswith("diagram:")
        for piece in line.pieces
        if piece.kind is PieceKind.BOUND
        and piece.figure is not None
        and piece.figure.amount is not None
        and NUMBER.search(piece.text)
    ]


def digit_changed(bound: Subject, random: Random) -> Faults:
    """A digit is mistyped."""
    for number, piece in figures(bound):
        spots = [at for at, sign in enumerate(piece.text) if sign.isdigit()]
        at = random.choice(spots)
        others = [digit for digit in "123456789" if digit != piece.text[at]]
        yield (Fault("en siffra fel", number, piece.start + at, piece.start + at + 1, random.choice(others)),)


def digits_swapped(bound: Subject, random: Random) -> Faults:
    """Two digits beside each other change places."""
    for number, piece in figures(bound):
        pairs = [found.start() for found in re.finditer(r"(?=\d\d)", piece.text) if len(set(piece.text[found.start() :][:2])) > 1]
        pairs = [at for at in pairs if not (at == 0 and piece.text[1] == "0")]
        if pairs:
            at = piece.start + random.choice(pairs)
            two = bound.lines[number].text[at : at + 2]
            yield (Fault("två siffror omkastade", number, at, at + 2, two[::-1]),)


def figures_swapped(bound: Subject, random: Random) -> Faults:
    """Two figures of a sentence, or of a table's row or column, change places."""
    spots = figures(bound)
    for (one, first), (other, second) in combinations(spots, 2):
        if other - one > 30:
            continue
        near = one == other or _neighbours(bound.lines[one], bound.lines[other])
        if near and first.text != second.text and _unit(first) == _unit(second) and _whole(bound, one, other):
            yield _put("två tal omkastade", one, first, second.text), _put("två tal omkastade", other, second, first.text)


def _neighbours(one: Line, other: Line) -> bool:
    return bool(one.block) and one.block == other.block and one.part == other.part == "cell" and one.column == other.column


def _whole(bound: Subject, one: int, other: int) -> bool:
    """Whether the figures stand in one line, or are the only words of their cells."""
    return one == other or all(len(bound.lines[number].pieces) == 1 for number in (one, other))


def _unit(piece: Piece) -> str:
    return NUMBER.sub("", piece.text).strip("\u00a0 −")


def _put(family: str, number: int, piece: Piece, new: str) -> Fault:
    return Fault(family, number, piece.start, piece.end, new)


def place_swapped(bound: Subject, random: Random) -> Faults:
    """Another municipality, in a sentence with figures or at the head of a row with some."""
    names = bound.dataset.catalogue.municipalities
    with_figures = {number for number, _ in figures(bound)}
    rows = {(bound.lines[number].block, bound.lines[number].row) for number in with_figures if bound.lines[number].row}
    for number, line in enumerate(bound.lines):
        if number not in with_figures and not (line.part == "radrubrik" and (line.block, line.text) in rows):
            continue
        for name in names:
            for found in re.finditer(rf"\b{name}\b", line.text):
                others = [other for other in names if other != name and other not in line.text]
                yield (Fault("kommun utbytt", number, *found.span(), random.choice(others)),)


def direction_flipped(bound: Subject, _: Random) -> Faults:
    """Up becomes down."""
    yield from _words("riktningsord", bound, [*DIRECTIONS, *((b, a) for a, b in DIRECTIONS)])


def share_flipped(bound: Subject, _: Random) -> Faults:
    """A word for a share becomes another."""
    yield from _words("andelsord", bound, list(SHARES))


def _words(family: str, bound: Subject, pairs: list[tuple[str, str]]) -> Faults:
    """Words of sentences with figures, or that figures chose."""
    with_figures = {number for number, _ in figures(bound)}
    for number, line in enumerate(bound.lines):
        if number not in with_figures or line.kind.value not in ("löptext", "not"):
            continue
        for old, new in pairs:
            for found in re.finditer(rf"\b{old}\b", line.text):
                yield (Fault(family, number, *found.span(), new),)


def year_shifted(bound: Subject, _: Random) -> Faults:
    """A year too many or too few, in a sentence with figures."""
    with_figures = {number for number, _ in figures(bound)}
    for number, line in enumerate(bound.lines):
        if number in with_figures and line.part == "stycke":
            for found in YEAR.finditer(line.text):
                piece = line.piece(found.start())
                if piece is None or piece.kind is PieceKind.LITERAL:
                    continue
                for step in (-1, 1):
                    yield (Fault("år förskjutet", number, *found.span(), str(int(found[0]) + step)),)


def month_shifted(bound: Subject, _: Random) -> Faults:
    """The month before or after, in a sentence with figures or a table's heads."""
    with_figures = {number for number, _ in figures(bound)}
    for number, line in enumerate(bound.lines):
        if number not in with_figures and line.part not in ("kolumnrubrik", "rubrik"):
            continue
        for found in re.finditer(r"\b(juli)(?=[ \u00a0]20\d\d)", line.text):
            for month in (MONTHS[5], MONTHS[7]):
                yield (Fault("månad förskjuten", number, *found.span(1), month),)


def total_as_mean(bound: Subject, _: Random) -> Faults:
    """A total, or the county's share, becomes the mean of the rows above."""
    columns: dict[tuple[str, int], list[Spot]] = {}
    for number, piece in figures(bound):
        line = bound.lines[number]
        if line.part == "cell" and len(line.pieces) == 1:
            columns.setdefault((line.block, line.column), []).append((number, piece))
    for spots in columns.values():
        *parts, (number, total) = spots
        amounts = [one.figure.amount for _, one in parts if one.figure and one.figure.amount is not None]
        if len(amounts) < 3 or total.figure is None or total.figure.status is not Status.DEFINITIVE:
            continue
        decimals = len(total.text.partition(",")[2].split("\u00a0")[0]) if "," in total.text else 0
        mean = (sum(amounts, Decimal()) / len(amounts)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        new = NUMBER.sub(str(mean).replace(".", ","), total.text, count=1)
        if new != total.text:
            yield (_put("summa som medelvärde", number, total, new),)


def unit_lost(bound: Subject, _: Random) -> Faults:
    """A figure without its unit, or in percent instead of percentage points."""
    for number, piece in figures(bound):
        for found in UNITS.finditer(piece.text):
            yield (Fault("enhet borta", number, piece.start + found.start(), piece.start + found.end(), ""),)
        if "procentenheter" in piece.text:
            at = piece.start + piece.text.index("procentenheter")
            yield (Fault("enhet borta", number, at, at + len("procentenheter"), "procent"),)


def period_copied(bound: Subject, _: Random) -> Faults:
    """A column's heading is copied from the one beside it."""
    heads = [(number, line) for number, line in enumerate(bound.lines) if line.part == "kolumnrubrik"]
    for (one, line), (other, second) in combinations(heads, 2):
        if (
            line.block == second.block
            and abs(line.column - second.column) == 1
            and YEAR.search(line.text)
            and line.text != second.text
        ):
            yield (Fault("period kopierad", one, 0, len(line.text), second.text),)
            yield (Fault("period kopierad", other, 0, len(second.text), line.text),)


def reference_broken(bound: Subject, _: Random) -> Faults:
    """A reference to a table, a chapter or an appendix that does not exist."""
    for number, line in enumerate(bound.lines):
        if line.kind.value not in ("löptext", "not"):
            continue
        for found in REFERENCE.finditer(line.text):
            if found.start() == 0:
                continue
            for new in ("17", "11.4") if found[1].lower() in ("avsnitt", "kapitel") else ("17",):
                yield (Fault("hänvisning bruten", number, *found.span(2), new),)


def constant_drifted(bound: Subject, _: Random) -> Faults:
    """The plan's period, its number or its title in a slightly other wording."""
    if bound.document is None:
        return
    manifest = bound.document.manifest
    start, _dash, end = manifest.plan_period.partition("–")
    drifted = {
        manifest.plan_period: (f"{start}–{int(end) - 1}", f"{start}–{int(end) + 1}", f"{int(start) + 1}–{end}"),
        manifest.plan: (manifest.plan.replace("branscher", "näringar"), manifest.plan.replace("Plan för", "Plan för de")),
    }
    for number in manifest.registry_numbers:
        drifted[number] = (number.replace("1", "7", 1),)
    for index, line in enumerate(bound.lines):
        for value, others in drifted.items():
            for found in re.finditer(re.escape(value), line.text, re.IGNORECASE):
                for new in others:
                    yield (Fault("konstant glider", index, *found.span(), new),)


def space_lost(bound: Subject, random: Random) -> Faults:
    """A figure grows together with its unit, a space is doubled, or stands before a sign."""
    for number, piece in figures(bound):
        for found in UNITS.finditer(piece.text):
            at = piece.start + found.start()
            if not found[0][0].isalnum() and found[0][0] != "%":
                yield (Fault("mellanslag", number, at, at + 1, ""),)
    for number, line in enumerate(bound.lines):
        if line.part != "stycke" or line.kind.value != "löptext":
            continue
        spaces = [found.start() for found in re.finditer(r"(?<=\w) (?=\w)", line.text) if line.typed(found.start(), found.end())]
        commas = [found.start() for found in re.finditer(r"(?<=[a-zåäö])[,.](?= )", line.text) if line.typed(*found.span())]
        if spaces:
            at = random.choice(spaces)
            yield (Fault("mellanslag", number, at, at + 1, "  "),)
        if commas:
            at = random.choice(commas)
            yield (Fault("mellanslag", number, at, at, " "),)


FAMILIES: tuple[Callable[[Subject, Random], Faults], ...] = (
    digit_changed,
    digits_swapped,
    figures_swapped,
    place_swapped,
    direction_flipped,
    share_flipped,
    year_shifted,
    month_shifted,
    total_as_mean,
    unit_lost,
    period_copied,
    reference_broken,
    constant_drifted,
    space_lost,
)
