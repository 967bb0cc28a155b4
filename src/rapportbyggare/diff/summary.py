"""All changes in a few sentences."""

from rapportbyggare.diff.changes import IN_PROSE, Changes, Part, WordChange, WordKind
from rapportbyggare.typography.words import counted

NOTHING = "Inget har ändrats: uppgifterna är desamma, och rapporten säger detsamma."
OF_FIGURES = (WordKind.WORDING, WordKind.MADE)
TEXTS = (Part.PASSAGE, Part.HEADING, Part.TEXT)


def summary(changes: Changes) -> tuple[str, ...]:
    """How many facts changed and where they stand, how many sentences change, and how many need a person."""
    if changes.nothing:
        return (NOTHING,)
    said = (*_facts(changes), *_words(changes), *_passages(changes), *_problems(changes))
    return tuple(sentence for sentence in said if sentence)


def _facts(changes: Changes) -> tuple[str, ...]:
    number = len(changes.facts) + len(changes.unprinted)
    if not number:
        return ("Ingen uppgift har ändrats.",)
    spots = sum(len(fact.printed) for fact in changes.facts)
    who = "Den" if number == 1 else "De"
    where = f"{who} står på {counted(spots, 'ställe', 'ställen')}." if spots else f"{who} ändrar inget tal i rapporten."
    return f"{counted(number, 'uppgift', 'uppgifter')} har ändrats.", where


def is_sentence(change: WordChange) -> bool:
    """Whether it is a sentence of the running text, a heading or a note whose words say something else of the figures."""
    return change.kind is WordKind.WORDING and change.spot.kind in IN_PROSE


def _words(changes: Changes) -> tuple[str, ...]:
    sentences = sum(map(is_sentence, changes.words))
    texts = sum(change.kind in OF_FIGURES for change in changes.words) - sentences
    others = len(changes.words) - sentences - texts
    return (
        f"{counted(sentences, 'mening har', 'meningar har')} fått nya ord." if sentences else "",
        f"{counted(texts, 'text', 'texter')} i tabeller och figurer ändras." if texts else "",
        f"{counted(others, 'text', 'texter')} med uttagsdatum, källa eller hänvisning ändras." if others else "",
    )


def _passages(changes: Changes) -> tuple[str, ...]:
    found = [change for change in changes.passages if change.part in TEXTS]
    notes = sum(change.part is Part.NOTE for change in changes.passages)
    others = len(changes.passages) - len(found) - notes
    return (
        f"{counted(len(found), 'stycke', 'stycken')} kommer till, försvinner eller byts." if found else "",
        f"{counted(notes, 'not', 'noter')} kommer till eller försvinner." if notes else "",
        f"{counted(others, 'del', 'delar')} av tabeller och figurer kommer till eller försvinner." if others else "",
    )


def _problems(changes: Changes) -> tuple[str, ...]:
    broken, raised, mended = len(changes.broken), len(changes.raised), len(changes.mended)
    return (
        f"{counted(broken, 'mening', 'meningar')} stämmer inte längre." if broken else "",
        f"{counted(mended, 'mening', 'meningar')} stämmer igen." if mended else "",
        f"{counted(raised, 'nytt fel eller ny brist', 'nya fel eller brister')} uppstår." if raised else "",
    )
