"""Work done in a process of its own, that may die of it."""

import os
import sys
from collections.abc import Callable

import pytest

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are made in another way")


def in_children(*works: Callable[[], int]) -> list[int]:
    """The exit codes of works done at the same time, each in a child; one killed by a signal has its negative number."""
    children = [_started(work) for work in works]
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def _started(work: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        code = work()
    finally:
        os._exit(code)
