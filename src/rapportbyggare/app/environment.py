"""Which tool and machine make a document: the same sources give the same bytes only there."""

import platform
import sys
import zlib
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("jinja2", "lxml", "markdown-it-py", "matplotlib", "mdit-py-plugins", "numpy", "pillow", "python-docx")
SHOWN = 12


def environment() -> tuple[str, ...]:
    """The program by a digest of its code, the machine, Python, and the libraries a document depends on."""
    machine = f"dator {platform.system()}-{platform.machine()}"
    python = f"Python {'.'.join(map(str, sys.version_info[:3]))}"
    return (f"program {program()}", machine, python, f"zlib {zlib.ZLIB_RUNTIME_VERSION}", *map(_library, LIBRARIES))


def differing(before: Iterable[str], now: Iterable[str]) -> tuple[str, ...]:
    """What differs between two environments, in words."""
    old, new = {_what(one): one for one in before}, {_what(one): one for one in now}
    names = dict.fromkeys((*old, *new))
    return tuple(f"{old.get(name, 'inget')}, nu {new.get(name, 'inget')}" for name in names if old.get(name) != new.get(name))


def program() -> str:
    """The beginning of a digest of the program's own code."""
    root = Path(__file__).parents[1]
    files = sorted((path.relative_to(root).as_posix(), path) for path in root.rglob("*.py"))
    digest = sha256()
    for name, path in files:
        digest.update(name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:SHOWN]


def _library(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} saknas"


def _what(part: str) -> str:
    """What a part of an environment is about: its name without its version."""
    return part.partition(" ")[0]
