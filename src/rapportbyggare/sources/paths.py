"""Paths written by hand: relative to the project, and never leading out of it."""

import re
from pathlib import Path

_UNSAFE = re.compile(r"^[/~]|[\\:\x00-\x1f]")
_DEVICE = re.compile(r"^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


def inside(project: Path, relative: str) -> Path | None:
    """The path `relative` means in `project`, or None when it leads (or may lead, on Windows) out of it.

    The file need not exist. A name that exists in the other Unicode form (å as one or two characters) is found.
    """
    if not relative.strip() or _UNSAFE.search(relative) or any(_DEVICE.match(part) for part in relative.split("/")):
        return None
    try:
        root = project.resolve()
        path = _existing(root, relative)
        return path if path.resolve().is_relative_to(root) else None
    except (OSError, RuntimeError, ValueError):
        return None


def _existing(root: Path, relative: str) -> Path:
    path = root / relative
    if relative.isascii() or path.exists():
        return path
    from unicodedata import normalize

    others = (root / normalize(form, relative) for form in ("NFC", "NFD"))
    return next((other for other in others if other.exists()), path)
