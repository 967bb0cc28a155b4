"""What the report calls by one wording is not called by nearly the same: plan, plan period, registry numbers, names.

Source: the manifest, and the constants that the author declares. Silent about spans of years that nothing ties to the plan
("Interregprojekt för åren 2023–2026"), about a title's beginning alone, about inflections, about quotations, and about
signs that typography mends (a hyphen in the span).
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.patterns import lazy
from rapportbyggare.checks.settings import Constant
from rapportbyggare.checks.subject import Line, Subject
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.core.problem import Problem, Severity

SPAN = lazy(r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d")
YEARS = lazy(r"(?:19|20)\d\d")
REGISTRY = lazy(r"\b[A-ZÅÄÖ]{2,}[ /-]?\d+/\d+\b")
REGISTERED = lazy(r"[A-ZÅÄÖ]{2,}/\d+/\d+|[A-ZÅÄÖ]{2,} ?\d+/\d+")
WORD = lazy(r"[\w:&/-]+")
PLAN_LEADS = (
    *("planperioden", "planperiod", "planens genomförande", "planens period", "planen genomförs", "planen gäller"),
    *("genomförandet av planen", "genomförande av planen", "planen"),
)
BETWEEN = r"[\s,:(]*(?:(?:åren|perioden|under|för|är|omfattar|gäller|avser|löper)\s+){0,2}"
CLOSE = 0.86
MOST_SLIPS = 2
LONG_TITLE = 5
FEWEST_LETTERS = 12


def manifest_constants(manifest: Manifest) -> tuple[Constant, ...]:
    """The constants that `rapport.toml` states: "" is none."""
    plan_leads = (*PLAN_LEADS, manifest.plan) if manifest.plan else PLAN_LEADS
    stated = (
        Constant("planperioden", manifest.plan_period, plan_leads),
        Constant("planens titel", manifest.plan),
        Constant("organisationen", manifest.organisation),
        Constant("nämnden", manifest.committee),
        *(Constant("diarienumret", number) for number in manifest.registry_numbers),
    )
    return tuple(constant for constant in stated if constant.value.strip())


def constants(subject: Subject) -> Iterable[Problem]:
    """The places where a constant stands otherwise."""
    stated = manifest_constants(subject.document.manifest) if subject.document else ()
    declared = tuple(dict.fromkeys((*subject.settings.constants, *stated)))
    values = frozenset(one.value for one in declared)
    text = subject.text.casefold()
    cued = [(_cues(constant), constant) for constant in declared]
    rules = [(cues, constant, _pattern(constant)) for cues, constant in cued if any(cue in text for cue in cues)]
    for line in subject.lines:
        text = line.text.casefold()
        for cues, constant, pattern in rules:
            if any(cue in text for cue in cues):
                yield from _drifted(line, constant, pattern, values)


def _cues(constant: Constant) -> tuple[str, ...]:
    """What a line has one of, in small letters, where something stands that may be meant to be a constant."""
    if SPAN.fullmatch(constant.value) and constant.leads:
        return "19", "20"
    return ("/",) if REGISTERED.fullmatch(constant.value) else (constant.value.split()[0].casefold(),)


def _pattern(constant: Constant) -> re.Pattern[str]:
    """Where in a line something stands that may be meant to be a constant."""
    if SPAN.fullmatch(constant.value) and constant.leads:
        leads = "|".join(re.escape(lead).replace(r"\ ", r"\s+") for lead in constant.leads)
        return re.compile(rf"\b(?:{leads})\b{BETWEEN}(?P<x>{SPAN.pattern})(?!\d)", re.IGNORECASE)
    if REGISTERED.fullmatch(constant.value):
        return re.compile(rf"(?P<x>{REGISTRY.pattern})")
    first = re.escape(constant.value.split()[0])
    case = re.IGNORECASE if constant.value[0].islower() else 0
    return re.compile(rf"(?<!\w)(?P<x>{first})(?!\w)", case)


def _drifted(line: Line, constant: Constant, pattern: re.Pattern[str], values: frozenset[str]) -> Iterator[Problem]:
    for found in pattern.finditer(line.text):
        start, end = found.span("x")
        if SPAN.fullmatch(constant.value):
            differs, severity = YEARS.findall(found["x"]) != YEARS.findall(constant.value), Severity.ERROR
        elif REGISTERED.fullmatch(constant.value):
            differs, severity = _nearly(found["x"], constant.value) and found["x"] not in values, Severity.ERROR
        else:
            end = _nearest_end(line.text, start, constant.value)
            differs, severity = end > start, Severity.FLAW
        if differs and line.own(start, end):
            yield messages.drifted(line.at(start, end), line.text[start:end], constant.name, constant.value, severity)


def _nearly(words: str, value: str) -> bool:
    """Whether a registry number is another by one slip of the hand, or the same written otherwise."""
    if words == value:
        return False
    plain, own = (re.sub(r"\W", "/", one) for one in (words, value))
    if plain == own or len(plain) != len(own):
        return plain == own or _one_dropped(plain, own)
    apart = [number for number, (one, other) in enumerate(zip(plain, own, strict=True)) if one != other]
    return len(apart) == 1 or (len(apart) == 2 and plain[apart[0]] == own[apart[1]] and plain[apart[1]] == own[apart[0]])


def _one_dropped(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:cut] + long[cut + 1 :] == short for cut in range(len(long)))


def _nearest_end(text: str, start: int, value: str) -> int:
    """Where a stretch that begins at `start` and is nearly `value` ends; `start` when it is the value, or something else."""
    goal = _folded(value)
    words = list(WORD.finditer(text, start, min(start + 2 * len(value) + 20, len(text))))
    size = len(WORD.findall(value))
    tried = [words[count - 1].end() for count in range(max(size - 2, 1), size + 2) if count <= len(words)]
    stretches = [(end, _folded(text[start:end])) for end in tried if not re.search(r"[.!?;(]", text[start:end])]
    if len(goal) < FEWEST_LETTERS or _folded(text[start : start + len(value)]) == goal:
        return start
    if any(goal.startswith(said) for _, said in stretches[-1:]):
        return start
    close = [(_likeness(said, goal), -end) for end, said in stretches if _nearly_worded(said, goal)]
    best = max(close, default=(0.0, 0))
    return -best[1] if best[0] >= CLOSE else start


def _likeness(said: str, goal: str) -> float:
    """How alike two titles are, 0–1, whatever the order of their words."""
    return max(
        SequenceMatcher(None, said, goal).ratio(),
        SequenceMatcher(None, " ".join(sorted(said.split())), " ".join(sorted(goal.split()))).ratio(),
    )


def _nearly_worded(said: str, goal: str) -> bool:
    """Whether words are those of a title but for a slip: in a long title one word may be another, in a short one none."""
    if goal.startswith(said) or said.rstrip("s:") == goal:
        return False
    words, own = (WORD.findall(one) for one in (said, goal))
    if len(words) != len(own):
        return len(own) >= LONG_TITLE or _letters(said) == _letters(goal)
    strange = [one for one in words if all(_slips(one, other) > MOST_SLIPS for other in own)]
    return len(strange) <= (1 if len(own) >= LONG_TITLE else 0)


def _letters(words: str) -> str:
    """The letters of a name, without signs, spaces, "och" and the genitive's ending."""
    return re.sub(r"\W|\boch\b", "", words).removesuffix("s")


def _slips(one: str, other: str) -> int:
    """How many letters must be changed to make one word of the other."""
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(end - start, stop - begin) for tag, start, end, begin, stop in codes if tag != "equal")


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold().replace("\u00ad", "")
