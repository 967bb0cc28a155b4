"""What is to be done where a value stands, by the words that stand there now."""

from dataclasses import dataclass, replace

from rapportbyggare.core.edited import EditedText, TextKind
from rapportbyggare.diff import correction_remarks as remarks
from rapportbyggare.diff.alterations import ValueAltered
from rapportbyggare.diff.correction import Correction, Standing, What, where_of
from rapportbyggare.diff.correction_forms import forms, stands
from rapportbyggare.diff.folding import NUMBER, holds, same, skeleton, tokens
from rapportbyggare.typography.sentences import sentence_of

DENIALS = ("inte", "ej", "icke", "aldrig", "knappast")
NEAR = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where something stands in a text."""

    text: EditedText
    start: int
    end: int

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text.text[self.start : self.end].strip()

    @property
    def sentence(self) -> str:
        """The sentence it stands in; all of a cell."""
        return self.text.text if self.text.cell else sentence_of(self.text.text, self.start, self.end)


def judged(one: ValueAltered, stretch: Stretch) -> Correction:
    """What is to be done where a value stands.

    A part of a sentence is exchanged only where the rest stays a sentence; else the whole of it is told.
    """
    words = stretch.words
    if same(stretch.sentence, one.after):
        return made_value(one, stretch, Standing.DONE, one.right)
    if _denied(one, stretch):
        return _whole(one, stretch, remarks.denied())
    new, old = _tells(words, one.right), _tells(words, one.text)
    if same(words, one.right) or (new and not old):
        return made_value(one, stretch, Standing.DONE, one.right)
    if _both(one, stretch):
        done = forms(one.text) and forms(one.right)
        return made_value(one, stretch, Standing.DONE, one.right) if done else _whole(one, stretch, remarks.both())
    if holds(words, one.text) or (not same(words, one.text) and forms(one.text) and holds(stretch.sentence, one.text)):
        return made_value(one, stretch, Standing.TODO, one.text)
    return _changed(one, stretch)


def narrowed(one: ValueAltered, stretch: Stretch) -> Stretch:
    """The only number among the words of a stretch, when it is written as the value is; else all of the stretch."""
    row = [token for token in tokens(stretch.text.text) if stretch.start <= token.start and token.end <= stretch.end]
    shape = skeleton(one.text)
    own = tuple(NUMBER if has_digit(token.word) else token.word for token in row)
    at = [n for n in range(len(row) - len(shape) + 1) if own[n : n + len(shape)] == shape]
    if own.count(NUMBER) != 1 or shape.count(NUMBER) != 1 or len(at) != 1:
        return stretch
    return replace(stretch, start=row[at[0]].start, end=row[at[0] + len(shape) - 1].end)


def _changed(one: ValueAltered, stretch: Stretch) -> Correction:
    """Neither the old words nor the new ones stand there."""
    words = stretch.words
    if not words or (has_digit(one.text) and has_digit(one.right) and not has_digit(words)):
        return made_value(one, stretch, Standing.LOST, "", remarks.taken_out())
    changed = remarks.changed_by_someone(one.text)
    if stretch.text.cell or _fits(one, stretch):
        return made_value(one, stretch, Standing.TODO, words, changed)
    return _whole(one, stretch, f"{changed} {remarks.write_anew()}")


def _both(one: ValueAltered, stretch: Stretch) -> bool:
    """Whether somebody has written the right words beside the old ones; an old number is then told by itself."""
    said = stretch.sentence
    if stretch.text.cell or _tells(one.before, one.right):
        return False
    return _tells(said, one.right) and _tells(said, one.text)


def _tells(words: str, said: str) -> bool:
    return holds(words, said) or stands(words, said)


def _fits(one: ValueAltered, stretch: Stretch) -> bool:
    """Whether the right words fit where these stand: they are of one shape, or the rest of the sentence is as it was."""
    if skeleton(stretch.words) in (skeleton(one.text), skeleton(one.right)):
        return True
    put_back = stretch.sentence.replace(stretch.words, one.text, 1)
    return skeleton(put_back) == skeleton(one.before)


def _denied(one: ValueAltered, stretch: Stretch) -> bool:
    """Whether somebody has denied a word: "minskade inte"."""
    if has_digit(one.text) or has_digit(one.right) or stretch.text.cell:
        return False
    return _denials(stretch) > max(_denials_round(one.before, one.text), _denials_round(one.after, one.right))


def _denials(stretch: Stretch) -> int:
    row = tokens(stretch.text.text)
    inside = [n for n, token in enumerate(row) if token.start < stretch.end and token.end > stretch.start]
    if not inside:
        return 0
    own = [token.word for token in row[inside[0] : inside[-1] + 1]]
    before, after = row[max(0, inside[0] - NEAR) : inside[0]], row[inside[-1] + 1 : inside[-1] + 1 + NEAR]
    near = [*_until_sign([one.word for one in reversed(before)]), *own, *_until_sign([one.word for one in after])]
    return sum(word in DENIALS for word in near)


def _denials_round(sentence: str, words: str) -> int:
    at = sentence.find(words)
    plain = EditedText(0, TextKind.PARAGRAPH, sentence, "")
    return _denials(Stretch(plain, at, at + len(words))) if at >= 0 else 0


def _until_sign(words: list[str]) -> list[str]:
    """The words up to the first sign."""
    sign = next((n for n, word in enumerate(words) if not word[0].isalnum()), len(words))
    return words[:sign]


def has_digit(words: str) -> bool:
    """Whether there is a number among some words."""
    return any(sign.isdigit() for sign in words)


def made_value(one: ValueAltered, stretch: Stretch, standing: Standing, said: str, remark: str = "") -> Correction:
    """A value's correction where it stands; `said` is what stands there."""
    text, where = stretch.text, where_of(one.new)
    return Correction(standing, What.VALUE, text.order, text.heading, where, stretch.sentence, one.text, said, one.right, remark)


def lost_value(one: ValueAltered, remark: str) -> Correction:
    """A value whose place is not to be found."""
    heading, where = one.new.chapter.heading, where_of(one.new)
    return Correction(Standing.LOST, What.VALUE, -1, heading, where, one.before, one.text, "", one.right, remark)


def _whole(one: ValueAltered, stretch: Stretch, remark: str) -> Correction:
    """The whole sentence, as it stands and as it should be."""
    text, said = stretch.text, stretch.sentence
    return Correction(
        Standing.TODO, What.SENTENCE, text.order, text.heading, where_of(one.new), said, one.before, said, one.after, remark
    )
