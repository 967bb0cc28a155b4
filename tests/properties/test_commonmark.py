"""The examples of the CommonMark specification: none raises, and no word is lost without a word about it."""

import html
import json
import re
from pathlib import Path

from rapportbyggare.reading.sections import parse_section
from rapportbyggare.reading.slip_messages import CODE
from tests.unit.reading.drafts import words

# Indentation makes no code block here: the text is read as a paragraph, list or comment instead, entities and all.
INDENTED = {36, 183, 289, 313}
TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
WORDS = re.compile(r"\w+")


def rendered(page: str) -> set[str]:
    """The words that a reader sees; those of an image's alt text too."""
    seen = TAGS.sub(" ", page) + " ".join(re.findall(r' alt="([^"]*)"', page))
    return set(WORDS.findall(html.unescape(seen)))


def test_no_word_of_the_examples_is_lost(shared: Path) -> None:
    examples = json.loads((shared / "data/commonmark-spec.json").read_text(encoding="utf-8"))
    assert len(examples) > 600
    silent = {}
    for example in examples:
        section, problems = parse_section(example["markdown"], "sections/a.md")
        lost = rendered(example["html"]) - set(WORDS.findall(words((section.blocks, section.notes))))
        if lost and all(problem.code == CODE for problem in problems):
            silent[example["example"]] = sorted(lost)
    assert set(silent) == INDENTED, silent
