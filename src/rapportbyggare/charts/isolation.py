"""Loading matplotlib without a trace: no user folder read or written, no search for installed fonts."""

import gc
import importlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rapportbyggare.charts.version import matplotlib_folder

_MODULES = ("matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg")
_VERSION = re.compile(r"^class FontManager\b.*?^    __version__ = ['\"]([^'\"]+)['\"]", re.MULTILINE | re.DOTALL)
_NO_FONTS = (
    '{"_version": "%s", "_FontManager__default_weight": "normal", "default_size": null, '
    '"defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"}, "afmlist": [], "ttflist": [], "__class__": "FontManager"}'
)


def load_matplotlib(folder: Path | None) -> None:
    """Imports the two renderers, once a process; `folder` (else the system's temporary one) is used meanwhile.

    Matplotlib makes a settings folder in the user's home, reads settings from the working folder, and lists every
    installed font while it is imported. It is given an empty folder of its own, with an empty list of fonts, instead.
    Should it no longer know that list, it makes its own in the same folder: slower, with the same images.
    """
    if all(name in sys.modules for name in _MODULES):
        return
    with _temporary(folder) as place, _environment(place), _away_from_settings(place):
        _write_font_list(place)
        _import()


def _import() -> None:
    """The modules stay as long as the process: the collector need not look at them while they load, nor ever again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        for name in _MODULES:
            importlib.import_module(name)
        gc.freeze()
    finally:
        if collecting:
            gc.enable()


@contextmanager
def _temporary(folder: Path | None) -> Iterator[Path]:
    """A new folder inside the given one, or where temporary files go; removed afterwards."""
    with (
        suppress(OSError),
        tempfile.TemporaryDirectory(dir=folder.resolve() if folder else None, ignore_cleanup_errors=True) as place,
    ):
        yield Path(place).resolve()
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        yield Path(place).resolve()


@contextmanager
def _environment(place: Path) -> Iterator[None]:
    """The environment matplotlib reads while it is imported, put back afterwards."""
    wanted = {"MPLCONFIGDIR": str(place), "MPL_IGNORE_SYSTEM_FONTS": "1", "MATPLOTLIBRC": None, "MPLBACKEND": None}
    before = {name: os.environ.get(name) for name in wanted}
    _set(wanted)
    try:
        yield
    finally:
        _set(before)


def _set(variables: dict[str, str | None]) -> None:
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@contextmanager
def _away_from_settings(place: Path) -> Iterator[None]:
    """Steps out of a working folder that has a settings file, which may even be unreadable, during the import."""
    if not Path("matplotlibrc").exists():
        yield
        return
    before = Path.cwd()
    os.chdir(place)
    try:
        yield
    finally:
        os.chdir(before)


def _write_font_list(place: Path) -> None:
    """An empty list of fonts in matplotlib's format; the version of the format is read from its source."""
    folder = matplotlib_folder()
    with suppress(OSError, ValueError):
        found = _VERSION.search((folder / "font_manager.py").read_text(encoding="utf-8")) if folder else None
        if found:
            (place / f"fontlist-v{found[1]}.json").write_text(_NO_FONTS % found[1], encoding="utf-8")
