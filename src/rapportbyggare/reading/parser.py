"""The Markdown parser with the report's own lines: `{% … %}` and trailing `{#key .class}`."""

import re
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from rapportbyggare.reading.placeholders import control_of

WORDS = re.compile(r"[#.][^\s{}]+(?:\s+[#.][^\s{}]+)*")
DEEPEST = 20
CAPTION = re.compile(r"(Tabell|Källa|Not):[ \t]*")
# The signs that can be more than words inside a paragraph, and those that the parser tidies away.
MARKUP = re.compile(r"[\\`*_\[\]!<>&{}\n\r\0]")


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and attributes; nothing is dropped or rewritten behind our back."""
    markdown = MarkdownIt("commonmark").enable("table").disable("code")
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)
    attrs_plugin(markdown, spans=True)
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    markdown.block.ruler.before("table", "control", _control, ends)
    markdown.core.ruler.before("inline", "trailing", _trailing)
    markdown.core.ruler.at("inline", _inline)
    markdown.core.ruler.before("text_join", "written", _written)
    markdown.options["maxNesting"] = DEEPEST
    # Addresses are judged by the report's own rule, with a message, not silently left as text.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


class Definition(NamedTuple):
    """A link definition, `[label]: address "title"`, on the 0-based `line`."""

    label: str
    address: str
    line: int


def parse(text: str) -> tuple[list[Token], list[Definition]]:
    """The tokens of a whole file, and the link definitions in it, which give none."""
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    found = env.get("references", {}).items()
    return tokens, [Definition(label, one["href"], (one.get("map") or [0])[0]) for label, one in found]


def inline_tokens(text: str) -> list[Token]:
    """The tokens of a text that is one paragraph."""
    if MARKUP.search(text) is None:
        return _words(text)
    return parser().parseInline(text, {})[0].children or []


def _words(text: str) -> list[Token]:
    """The tokens of a text in which there is no sign to read."""
    return [Token("text", "", 0, content=text)] if text else []


def _control(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.sCount[start] != 0 or not state.src.startswith("{%", state.bMarks[start]):
        return False
    content = control_of(state.src[state.bMarks[start] : state.eMarks[start]])
    if content is None or (not silent and state.level != 0):
        return False
    if not silent:
        token = state.push("control", "", 0)
        token.content, token.map = content, [start, start + 1]
        state.line = start + 1
    return True


def _trailing(state: StateCore) -> None:
    for owner, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if inline.type == "inline" and (owner.type == "heading_open" or _is_caption(owner, inline)):
            content = inline.content.rstrip()
            start = content.rfind("{") if content.endswith("}") else -1
            if start >= 0 and WORDS.fullmatch(words := content[start + 1 : -1].strip()):
                owner.meta["words"] = words.split()
                inline.content = content[:start].rstrip()


def _inline(state: StateCore) -> None:
    """Read the running texts; in half of them there is no sign to read, and looking for each of its kinds takes time."""
    for token in state.tokens:
        if token.type == "inline" and MARKUP.search(token.content) is not None:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.type == "inline":
            token.children = _words(token.content)


def _written(state: StateCore) -> None:
    """Note how a text with escapes and entities was written, and, sign for sign, what in it is none: the join loses both."""
    if "\\" not in state.src and "&" not in state.src:
        return
    for inline in state.tokens:
        for children in (inline.children or [], *(child.children or [] for child in inline.children or [])):
            if any(child.type == "text_special" for child in children):
                _note_runs(children)


def _note_runs(children: list[Token]) -> None:
    for is_text, group in groupby(children, lambda child: child.type in ("text", "text_special")):
        run = list(group)
        if is_text and any(child.type == "text_special" for child in run):
            plain = [child.content if child.type == "text" else "x" * len(child.markup) for child in run]
            run[0].meta["written"] = "".join(child.content if child.type == "text" else child.markup for child in run)
            run[0].meta["plain"] = "".join(plain)


def _is_caption(owner: Token, inline: Token) -> bool:
    return owner.type == "paragraph_open" and CAPTION.match(inline.content) is not None
