"""Words that no dictionary knows, with the words they are like.

Source: a Swedish dictionary, when one is asked for. Silent where it is likelier that the dictionary lacks a word than that
the word is wrong: names, abbreviations, words with figures, addresses, quotations and other languages; the words of the
catalogue, the manifest and the report's own list, with their endings and in compounds; compounds whose parts are known;
and words that resemble nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from rapportbyggare.checks import spelling_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.speller import Speller, letters_off, parted, slips
from rapportbyggare.checks.stems import stem
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.sentences import sentence_ends

CODE = "stavfel"
RUN = lazy(r"\S+")
WORD = lazy(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
ADDRESS = lazy(r"\d|[@=&%_#\\]|//|/\W*$|[/.-]\w+/|/\w+-|\w[.:’']\w|[a-zåäö]-[a-zåäö]+-[a-zåäö]")
OTHER_LETTERS = lazy(r"[^a-zåäöéèüàáA-ZÅÄÖÉ-]")
ENGLISH = frozenset(("the", "of", "and", "with", "from", "to"))
SILENT_PARTS = frozenset(("källa", "tecken", "beskrivning"))
FEWEST, PART, LONG, SHOWN, MOST = 4, 4, 8, 3, 2


class _Word(NamedTuple):
    """A word of a line: `opens` says that it begins a sentence, or a line; `beside` are the words next to it."""

    text: str
    line: Line
    start: int
    opens: bool
    beside: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        return self.line.at(self.start, self.start + len(self.text))


@dataclass(slots=True)
class _Known:
    """What is known: by the dictionary, by the report, and as names in the text. `own` and `names` hold stems."""

    speller: Speller
    own: frozenset[str]
    names: frozenset[str]
    asked: dict[str, bool] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether the dictionary or the report knows a word."""
        if word not in self.asked:
            self.asked[word] = self.speller.knows(word) or any(one in self.own or one in self.names for one in _stems((word,)))
        return self.asked[word]

    def strange(self, word: str) -> bool:
        """Whether a word may be of another language: unknown, or a name that is not the report's own."""
        named = word[:1].isupper() and not word.isupper() and not self.speller.knows(word)
        return word in ENGLISH or (named and not self.own & _stems((word,))) or (word[:1].islower() and not self.knows(word))

    def compound(self, word: str) -> bool:
        """Whether both parts of a word are known, joined by an s or by nothing."""
        cuts = range(PART, len(word) - PART)
        return any(self.knows(word[cut:]) and (self.knows(word[:cut]) or self._joined(word[:cut])) for cut in cuts)

    def _joined(self, part: str) -> bool:
        return part.endswith("s") and len(part) > PART and self.knows(part[:-1])


def spelling(subject: Subject) -> Iterable[Problem]:
    """Each word that seems misspelt, at its first place in a file, with how often it stands there."""
    if subject.speller is None:
        return
    words = [word for line in subject.lines if line.part not in SILENT_PARTS for word in _words(line)]
    known = _known(subject, subject.speller, words)
    found: dict[tuple[str, str], list[_Word]] = {}
    for word in words:
        if _suspect(word, known):
            found.setdefault((word.place.file, word.text.lower()), []).append(word)
    for places in found.values():
        meant = _meant(places[0], known)
        if meant:
            yield messages.misspelt(places[0].place, places[0].text, meant, len(places))


def _known(subject: Subject, speller: Speller, words: Iterable[_Word]) -> _Known:
    """What is known in a text: its names are the words that have a capital inside a sentence."""
    capitals = {word.text.lower() for word in words if not word.opens and word.text[:1].isupper()}
    own, names = (_stems(one for one in every if not speller.knows(one)) for every in (_own(subject), capitals))
    return _Known(speller, own, names)


def _own(subject: Subject) -> set[str]:
    """The words that the report answers for: its own list, its terms, its names, its catalogue."""
    settings, catalogue = subject.settings, subject.dataset.catalogue
    said = [*settings.words, *(term.word for term in settings.terms), *(one.value for one in settings.constants)]
    said += [word for words in settings.aliases.values() for word in words]
    said += [word for one in settings.delimitations for word in (one.name, *one.includes, *one.excludes)]
    said += [area.name for area in catalogue.areas.values()] + [source.label for source in catalogue.sources.values()]
    for indicator in catalogue.indicators.values():
        said += [indicator.label, indicator.definition, *(measure.label for measure in indicator.measures)]
    if subject.document:
        manifest = subject.document.manifest
        said += [manifest.title, manifest.organisation, manifest.committee, manifest.contact, *manifest.keywords]
    return {word for text in said for one in WORD.findall(text) for word in (one, *one.split("-"))}


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of words, in small letters."""
    return frozenset(map(stem, words))


def _words(line: Line) -> Iterator[_Word]:
    """The words of a line that are words: no figures, addresses or what others wrote."""
    found, before = list[tuple[str, int]](), ""
    for run in RUN.finditer(line.text):
        if ADDRESS.search(run[0]) is None and line.typed(*run.span()) and not _goes_on(before):
            found += [(word[0], run.start() + word.start()) for word in WORD.finditer(run[0])]
        before = run[0]
    ends = sentence_ends(line.text)
    for number, (text, start) in enumerate(found):
        beside = (*found[max(number - 1, 0) : number], *found[number + 1 : number + 2])
        led = line.text[ends[bisect_right(ends, start) - 1] : start].rstrip()
        opens = not any(map(str.isalnum, led)) or led.endswith((":", "(", "–", "/"))
        yield from _parts(_Word(text, line, start, opens, tuple(one for one, _ in beside)))


def _goes_on(before: str) -> bool:
    """Whether a word goes on from the line above: after a hyphen, or after an address."""
    return before.endswith("-") or "/" in before


def _parts(word: _Word) -> Iterator[_Word]:
    """A word, or the last part of one that has hyphens; what stands before a hyphen may be only the beginning of a word."""
    if not word.text.endswith("-"):
        last = word.text.rpartition("-")[2]
        start = word.start + len(word.text) - len(last)
        yield word if last == word.text else _Word(last, word.line, start, False, word.beside)


def _suspect(word: _Word, known: _Known) -> bool:
    """Whether a word is unknown, and no name, abbreviation or word of another language."""
    text = word.text
    if len(text) < FEWEST or not text[1:].islower() or OTHER_LETTERS.search(text) or known.knows(text):
        return False
    if text[0].isupper() and (not word.opens or len(text) < LONG or known.knows(text.lower())):
        return False
    after = word.line.text[word.start + len(text) : word.start + len(text) + 1]
    if after == "." and len(text) <= FEWEST:
        return False
    return not any(map(known.strange, word.beside))


def _meant(word: _Word, known: _Known) -> tuple[str, ...]:
    """What a word may have been meant to be, nothing when it is likelier right: a compound, a name, or like no other word."""
    text, knows = word.text.lower(), known.speller.knows
    near = [one for one in slips(text) if knows(one)]
    near += [words for words, rest in parted(text).items() if len(rest) > LONG and knows(rest)]
    if word.text[0].islower() and not known.compound(text):
        near += [one for one in letters_off(text) if knows(one) and one not in near]
        near = near or _alike(text, known)
    if len(near) > 1:
        listed = known.speller.like(text)
        near = [one for one in listed if one in near] or near
    return tuple(one.capitalize() if word.text[0].isupper() else one for one in near[:SHOWN])


def _alike(text: str, known: _Known) -> list[str]:
    """Words of the dictionary that differ by two letters."""
    if len(text) < LONG - 1:
        return []
    return [one for one in known.speller.like(text) if " " not in one and _letters_apart(text, one) <= MOST]


def _letters_apart(one: str, other: str) -> int:
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(end - start, stop - begin) for tag, start, end, begin, stop in codes if tag != "equal")
