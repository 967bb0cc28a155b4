"""Pairs of editions made by chance: a report, and what is left of it when somebody has been at it and the data have changed."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.unit.word.pairs import BR, B, Block, L, N, Part, R, Report, Run, V, fig, h, land, listed, p, tab, walk

PROSE = (
    "företagen ökade i länet och kommunerna följer planen varje år medan stödet minskade något för de kulturella branscherna "
    "enligt underlaget som regionen har tagit fram tillsammans med flera parter"
)
WORDS = PROSE.split(" ")
PLACES = ("Berg", "Bräcke", "Krokom", "Åre", "Östersund")
KEYS = ("t1", "t2", "t3", "f1", "f2", "bakgrund", "metod")


def words(chance: Random, most: int = 14) -> str:
    """A few words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))


def number(chance: Random) -> str:
    """A figure."""
    return chance.choice(
        (
            f"{chance.randint(1, 9)}\u00a0{chance.randint(100, 999)}",
            f"{chance.randint(1, 99)},{chance.randint(0, 9)}\u00a0%",
            "ökade",
        )
    )


def part(chance: Random) -> Part:
    """A piece of running text."""
    match chance.randint(0, 11):
        case 0 | 1:
            return V(f"v{chance.randint(1, 40)}", number(chance))
        case 2:
            return N(f"n{chance.randint(1, 9)}")
        case 3:
            return R(chance.choice(KEYS))
        case 4:
            return L(f"https://example.se/{chance.randint(1, 3)}", words(chance, 3))
        case 5:
            return B(words(chance, 3))
        case 6:
            return "\u00a0"
        case 7:
            return BR() if chance.random() < 0.2 else " "
        case _:
            return f" {words(chance)} "


def run(chance: Random, most: int = 6) -> Run:
    """Running text."""
    return (words(chance, 4), *(part(chance) for _ in range(chance.randint(0, most))), ".")


def cell(chance: Random) -> Run:
    """What stands in a cell."""
    match chance.randint(0, 7):
        case 0:
            return (words(chance, 2),)
        case 1:
            return (V(f"c{chance.randint(1, 60)}", number(chance)), BR(), "Mäts 2026")
        case 2:
            return (V(f"c{chance.randint(1, 60)}", number(chance)), N(f"n{chance.randint(1, 9)}"))
        case 3:
            return ()
        case _:
            return (V(f"c{chance.randint(1, 60)}", number(chance)),)


def table(chance: Random, key: str) -> Block:
    """A table."""
    columns = ("Kommun", *(f"juli {2023 + n}" for n in range(chance.randint(1, 3))))
    names = chance.sample(PLACES, chance.randint(1, 5))
    rows = [((name,), *(cell(chance) for _ in columns[1:])) for name in names]
    return tab(key, run(chance, 2), columns, *rows)


def block(chance: Random, free: list[str]) -> Block:
    """A block; keys not yet used are taken from `free`."""
    match chance.randint(0, 12):
        case 0 | 1:
            key = next((key for key in ("bakgrund", "metod") if key in free), "")
            if key:
                free.remove(key)
            return h(words(chance, 4), key if chance.random() < 0.7 else "", chance.randint(1, 2))
        case 2 | 3:
            key = next((key for key in free if key.startswith("t")), "")
            return table(chance, taken(free, key)) if key else p(*run(chance))
        case 4:
            key = next((key for key in free if key.startswith("f")), "")
            return fig(taken(free, key), run(chance, 2), chance.randint(3, 6)) if key else p(*run(chance))
        case 5:
            return listed(chance.choice(("ul", "ol")), *(run(chance, 2) for _ in range(chance.randint(1, 4))))
        case 6:
            return chance.choice((Block("q", run(chance, 2)), Block("box", run(chance, 2), items=(run(chance, 2),))))
        case 7 if chance.random() < 0.5:
            return land(*(block(chance, free) for _ in range(chance.randint(1, 3))))
        case 8 if chance.random() < 0.3:
            return Block("brk")
        case _:
            return p(*run(chance))


def taken(free: list[str], key: str) -> str:
    """A key that is no longer free."""
    free.remove(key)
    return key


def report(chance: Random) -> Report:
    """A report."""
    free = list(KEYS)
    blocks = tuple(block(chance, free) for _ in range(chance.randint(1, 12)))
    notes = {f"n{n}": run_of_note(chance) for n in range(1, 10)}
    return Report((p("Inledning."), *blocks), notes, contents=chance.random() < 0.8)


def run_of_note(chance: Random) -> Run:
    """A note's words: no note in a note."""
    return tuple(one for one in run(chance, 2) if not isinstance(one, (N, BR))) or ("Not.",)


def edited(chance: Random, before: Report) -> Report:
    """A report after some edits."""
    after = before
    for _ in range(chance.randint(0, 6)):
        after = chance.choice(EDITS)(chance, after)
    return after


def inserted(chance: Random, one: Report) -> Report:
    """A block more."""
    used = {block.key for block in walk(one.blocks)}
    made = block(chance, [key for key in KEYS if key not in used])
    place = chance.randint(0, len(one.blocks))
    return replace(one, blocks=(*one.blocks[:place], made, *one.blocks[place:]))


def removed(chance: Random, one: Report) -> Report:
    """A block less, as long as there are two."""
    place = chance.randrange(len(one.blocks))
    return replace(one, blocks=one.blocks[:place] + one.blocks[place + 1 :]) if len(one.blocks) > 1 else one


def moved(chance: Random, one: Report) -> Report:
    """A block somewhere else."""
    blocks = list(one.blocks)
    taken_out = blocks.pop(chance.randrange(len(blocks)))
    blocks.insert(chance.randint(0, len(blocks)), taken_out)
    return replace(one, blocks=tuple(blocks))


def doubled(chance: Random, one: Report) -> Report:
    """A block without key once more."""
    place = chance.randrange(len(one.blocks))
    again = one.blocks[place]
    return (
        replace(one, blocks=(*one.blocks[:place], again, *one.blocks[place:])) if not any(b.key for b in walk((again,))) else one
    )


def rewritten(chance: Random, one: Report) -> Report:
    """A block's words changed."""
    place = chance.randrange(len(one.blocks))
    return replace(one, blocks=(*one.blocks[:place], reworded(chance, one.blocks[place]), *one.blocks[place + 1 :]))


def reworded(chance: Random, one: Block) -> Block:
    """Some words of a block, or its rows, columns, style or look."""
    match one.kind, chance.randint(0, 3):
        case "tab", 0:
            return replace(one, rows=tuple(row for row in one.rows if chance.random() < 0.7) or one.rows[:1])
        case "tab", 1:
            rows = tuple((row[0], *(cell(chance) if chance.random() < 0.5 else old for old in row[1:])) for row in one.rows)
            return replace(one, rows=rows)
        case "tab", 2:
            return table(chance, one.key)
        case "fig", 0:
            return replace(one, look=chance.randint(3, 6))
        case "ul" | "ol" | "box", _ if one.items:
            items = list(one.items)
            items[chance.randrange(len(items))] = run(chance, 2)
            return replace(one, items=(*items, run(chance, 1)) if chance.random() < 0.3 else tuple(items))
        case "land", _:
            return replace(one, inner=(*(reworded(chance, child) for child in one.inner),))
        case "p", 0:
            return replace(one, kind="q")
        case "h", 0:
            return replace(one, level=3 - one.level)
        case _:
            return replace(one, run=touched(chance, one.run))


def touched(chance: Random, old: Run) -> Run:
    """Running text with a few pieces put in, taken out, changed or in another order."""
    parts = list(old)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(parts)) if parts else 0
        match chance.randint(0, 4):
            case 0 if parts:
                del parts[place]
            case 1 if parts and isinstance(was := parts[place], V):
                parts[place] = V(was.ident, number(chance))
            case 2 if parts and isinstance(was := parts[place], str) and " " in was.strip():
                pieces = was.split(" ")
                pieces[chance.randrange(len(pieces))] = chance.choice(WORDS)
                parts[place] = " ".join(pieces)
            case 3 if parts:
                parts.insert(chance.randrange(len(parts)), parts.pop(place))
            case _:
                parts.insert(place, part(chance))
    return tuple(parts) or ("Tomt.",)


def renoted(chance: Random, one: Report) -> Report:
    """A note's words changed."""
    label = f"n{chance.randint(1, 9)}"
    new = run_of_note(chance) if chance.random() < 0.3 else touched_note(chance, one.notes[label])
    return replace(one, notes={**one.notes, label: new})


def touched_note(chance: Random, old: Run) -> Run:
    """A note with a few pieces changed."""
    return tuple(one for one in touched(chance, old) if not isinstance(one, (N, BR))) or ("Not.",)


def parted(chance: Random, one: Report) -> Report:
    """A paragraph cut in two, or put together with the next."""
    place = chance.randrange(len(one.blocks))
    block = one.blocks[place]
    after = one.blocks[place + 1] if place + 1 < len(one.blocks) else None
    if block.kind != "p" or len(block.run) < 2:
        return one
    if after is not None and after.kind == "p" and chance.random() < 0.5:
        return replace(one, blocks=(*one.blocks[:place], p(*block.run, " ", *after.run), *one.blocks[place + 2 :]))
    cut = chance.randrange(1, len(block.run))
    return replace(one, blocks=(*one.blocks[:place], p(*block.run[:cut]), p(*block.run[cut:]), *one.blocks[place + 1 :]))


def refreshed(chance: Random, one: Report) -> Report:
    """Every value of a few anchors says something else: the data have changed."""
    changed = {f"{kind}{chance.randint(1, 40)}": number(chance) for kind in "vc" for _ in range(20)}

    def new(block: Block) -> Block:
        def again(old: Run) -> Run:
            return tuple(V(part.ident, changed.get(part.ident, part.printed)) if isinstance(part, V) else part for part in old)

        rows = tuple(tuple(again(cell) for cell in row) for row in block.rows)
        return replace(
            block, run=again(block.run), items=tuple(map(again, block.items)), rows=rows, inner=tuple(map(new, block.inner))
        )

    return replace(one, blocks=tuple(map(new, one.blocks)))


def retitled(chance: Random, one: Report) -> Report:
    """With a contents list or without, or with another title."""
    return replace(one, contents=not one.contents) if chance.random() < 0.5 else replace(one, title=words(chance, 6))


EDITS: tuple[Callable[[Random, Report], Report], ...] = (
    inserted,
    inserted,
    removed,
    moved,
    doubled,
    rewritten,
    rewritten,
    rewritten,
    renoted,
    parted,
    refreshed,
    refreshed,
    retitled,
)
