"""A revision of the report folder, as git keeps it: its files laid out in a folder of their own, and nothing of theirs run."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapportbyggare.app import git_messages as messages
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading.manifest import FILE as MANIFEST
from rapportbyggare.sources.paths import inside

INPUTS = ("report/", "sections/", "figures/")
NAMED = (".png", ".jpg", ".jpeg", ".gif", ".docx", ".dotx")
NOT_READ = ("output/", ".rapportbyggare/")
REGULAR = ("100644", "100755")
MOST_FILES, MOST_BYTES = 20_000, 500_000_000
SECONDS = 120
PLAIN = re.compile(r"(?!-)[^\x00-\x20\x7f:?*\[\\]{1,200}")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: its whole name, and the day it was made (ISO)."""

    commit: str
    day: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a revision: its path from the report's folder, and the name and size of its content."""

    path: str
    name: str
    size: int


class Failed(Exception):
    """Git could not do what it was asked; the message is its own."""


def is_kept(folder: Path) -> bool:
    """Whether the folder looks to lie in a git repository; asks nothing of git."""
    root = folder.resolve()
    return any((place / ".git").exists() for place in (root, *root.parents))


def revision(folder: Path, word: str) -> Revision | Problem:
    """What `word` names in the repository that the folder lies in, or why it names nothing."""
    if not PLAIN.fullmatch(word):
        return messages.no_revision(word)
    try:
        _asked(folder, "rev-parse", "--git-dir")
    except FileNotFoundError:
        return messages.no_git(word)
    except (Failed, subprocess.TimeoutExpired) as failed:
        return messages.not_ours(folder.as_posix()) if "dubious ownership" in str(failed) else messages.no_repository(word)
    try:
        said = _asked(folder, "show", "--no-patch", "--no-show-signature", "--format=%H %cs", f"{word}^{{commit}}", "--")
    except Failed:
        return messages.no_revision(word)
    commit, _, day = said.decode().strip().partition(" ")
    return Revision(commit, day)


def laid_out(folder: Path, found: Revision, target: Path) -> Problem | None:
    """Write the report's files as they were in a revision to the empty folder `target`; or why that cannot be done.

    The contents are git's own, unaltered: no filter, hook or link of the repository has a say.
    """
    try:
        blobs = [
            blob for blob in _blobs(_asked(folder, "ls-tree", "-r", "-z", "-l", found.commit, "--")) if _is_wanted(blob.path)
        ]
        if MANIFEST not in {blob.path for blob in blobs}:
            return messages.without_report(found.commit)
        if len(blobs) > MOST_FILES or sum(blob.size for blob in blobs) > MOST_BYTES:
            return messages.too_large(found.commit, MOST_FILES, MOST_BYTES // 1_000_000)
        contents = _asked(folder, "cat-file", "--batch", given="".join(f"{blob.name}\n" for blob in blobs).encode())
    except (Failed, subprocess.TimeoutExpired):
        return messages.unreadable(found.commit)
    _write(blobs, contents, target)
    return None


def _blobs(listed: bytes) -> Iterator[Blob]:
    """The regular files of a listing; a link or another repository is none."""
    for line in listed.split(b"\0"):
        about, _, path = line.partition(b"\t")
        fields = about.decode().split()
        if len(fields) == 4 and fields[0] in REGULAR:
            yield Blob(path.decode("utf-8", "surrogateescape"), fields[2], int(fields[3]))


def _is_wanted(path: str) -> bool:
    """Whether a report may be made of the file: its own folders, and pictures and templates wherever they lie."""
    return path.startswith(INPUTS) or (path.lower().endswith(NAMED) and not path.startswith(NOT_READ))


def _write(blobs: Iterable[Blob], contents: bytes, target: Path) -> None:
    """Each file from git's answer: a line that ends with its size, the content, a line feed."""
    start = 0
    for blob in blobs:
        start = contents.index(b"\n", start) + 1
        path = inside(target, blob.path)
        if path is not None and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(contents[start : start + blob.size])
        start += blob.size + 1


def _asked(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Git's answer. Raises Failed when it refuses, FileNotFoundError when there is no git."""
    program = shutil.which("git")
    # On Windows a program in the folder one stands in is found first: none of a report's files is to be run.
    if program is None or Path(program).resolve().parent in (Path.cwd(), folder.resolve()):
        raise FileNotFoundError("git")
    quiet = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
    done = subprocess.run(
        [program, *quiet, *words], cwd=folder, env=_environment(), input=given, capture_output=True, timeout=SECONDS, check=False
    )
    if done.returncode:
        raise Failed(done.stderr.decode("utf-8", "replace"))
    return done.stdout


def _environment() -> dict[str, str]:
    """The user's own, without what would lead git elsewhere, ask for a password, fetch or take a lock."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return own | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
