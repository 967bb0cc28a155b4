"""WordprocessingML as text: one small function per element, children in schema order.

Every function takes markup or plain words and gives markup; only `escape` knows how words become markup.
"""

import re

HARD_SPACE = "\u00a0"
UNSAFE = re.compile('[&<>"\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "}


def escape(words: str) -> str:
    """Words as markup, for text and attributes alike; breaks become spaces, other control characters vanish."""
    if words.isalnum() or words.replace(HARD_SPACE, "").isalnum() or UNSAFE.search(words) is None:  # names and numbers first
        return words
    return UNSAFE.sub(lambda match: ENTITIES.get(match.group(), ""), words)


def run(content: str, properties: str = "") -> str:
    """A run of `content` (markup) with the children of its `w:rPr`."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def text_run(text: str, properties: str = "") -> str:
    """A run of plain words."""
    return word_run(escape(text), properties)


def word_run(words: str, properties: str = "") -> str:
    """A run of words that are markup already."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(properties: str, content: str) -> str:
    """A paragraph with the children of its `w:pPr`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def bookmarked(number: int, name: str, content: str) -> str:
    """Content inside a bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_start(number: int, name: str) -> str:
    """Where a bookmark begins."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def bookmark_end(number: int) -> str:
    """Where a bookmark ends."""
    return f'<w:bookmarkEnd w:id="{number}"/>'


def field_start(instruction: str, properties: str = "") -> str:
    """A field up to its result."""
    code = f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>'
    begin, middle = field_mark("begin", properties), field_mark("separate", properties)
    return f"{begin}{run(code, properties)}{middle}"


def field_mark(kind: str, properties: str = "") -> str:
    """One of a field's three marks: begin, separate or end."""
    return run(f'<w:fldChar w:fldCharType="{kind}"/>', properties)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field whose cached result is the given words."""
    return f"{field_start(instruction, properties)}{text_run(result, properties)}{field_mark('end', properties)}"


def external_link(relation: str, content: str) -> str:
    """Runs that lead to an address outside the document."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def internal_link(bookmark: str, content: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def footnote_reference(number: int, properties: str) -> str:
    """The mark of a footnote."""
    return run(f'<w:footnoteReference w:id="{number}"/>', properties)


def run_style(name: str) -> str:
    """A run's style, by id."""
    return f'<w:rStyle w:val="{name}"/>'


def paragraph_style(name: str) -> str:
    """A paragraph's style, by id."""
    return f'<w:pStyle w:val="{name}"/>'


def number_properties(number: int, level: int) -> str:
    """A place in a list; `number` 0 takes the paragraph out of its style's list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
