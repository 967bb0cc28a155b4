"""Words of others as HTML: whatever they hold, they stay words."""

import re
from html import escape
from urllib.parse import urlsplit

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
STRANGER = "\ufffd"
NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]")
SCHEMES = frozenset(("http", "https", "mailto"))
HARD_SPACE = "\u00a0"


def words(text: str) -> str:
    """A text as it may stand between tags or in a quoted attribute; what no page may hold is a replacement character."""
    return escape(UNFIT.sub(STRANGER, text))


def name_of(key: str) -> str:
    """A key as part of an id: the same for the same key, another for another, and safe in an address."""
    return NOT_IN_NAMES.sub(lambda found: f"_{ord(found[0]):x}_", key)


def is_safe(address: str) -> bool:
    """Whether a link may lead there: http, https or mailto, written plainly."""
    try:
        return not UNFIT.search(address) and urlsplit(address.strip()).scheme.lower() in SCHEMES
    except ValueError:
        return False


def hidden(text: str) -> str:
    """Words for those who listen, and for nobody else."""
    return f'<span class="dold">{words(text)}</span>'
