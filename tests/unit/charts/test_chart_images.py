"""The drawn images: the same bytes everywhere, no trace left, and a cache that loads nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportbyggare.charts.cache import cache_key, drawn
from rapportbyggare.charts.draw import draw_chart
from rapportbyggare.charts.version import matplotlib_folder
from tests.unit.charts.chart_samples import STYLE, per_municipality, turnover

ROOT = Path(__file__).parents[3]
DRAW = f"""
import hashlib, sys
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from tests.unit.charts.chart_samples import STYLE, per_municipality, turnover
from rapportbyggare.charts.cache import drawn
folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
for chart in (per_municipality(), turnover()):
    images = drawn(chart, STYLE, folder)
    print(hashlib.sha256(images.svg + images.png).hexdigest())
print(sorted(name for name in ("matplotlib", "numpy", "PIL") if name in sys.modules))
"""
HOSTILE = "savefig.dpi: 17\nsvg.fonttype: none\npath.sketch: 5, 5, 5\nfont.size: 40\nbackend: TkAgg\npath.snap: False\n"


def run(folder: Path, *args: str, **environment: str) -> list[str]:
    """What a fresh process prints that draws two charts in `folder`."""
    settings = {**os.environ, "HOME": str(folder), "PYTHONWARNINGS": "error", **environment}
    done = subprocess.run(
        [sys.executable, "-c", DRAW, *args], cwd=folder, env=settings, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    plain, hostile = tmp_path / "plain", tmp_path / "hostile"
    plain.mkdir()
    hostile.mkdir()
    (hostile / "matplotlibrc").write_bytes(HOSTILE.encode() + "# \u00e5\n".encode("cp1252"))
    other = tmp_path / "settings"
    other.write_text(HOSTILE, encoding="utf-8")
    first = run(plain, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    second = run(hostile, MATPLOTLIBRC=str(other), MPLBACKEND="nonsense", **surroundings)
    assert first == second
    assert [path.name for path in plain.rglob("*")] == []
    assert [path.name for path in hostile.rglob("*")] == ["matplotlibrc"]


def test_a_hit_loads_no_drawing_library(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    *first, loaded = run(tmp_path, str(folder))
    *second, unloaded = run(tmp_path, str(folder))
    assert (first, loaded, unloaded) == (second, "['PIL', 'matplotlib', 'numpy']", "[]")
    assert sorted(path.suffix for path in folder.iterdir()) == [".diagram", ".diagram"]
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_no_font_is_searched_for(tmp_path: Path) -> None:
    code = DRAW + "\nfrom matplotlib.font_manager import fontManager\nprint(len(fontManager.ttflist))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"


def test_the_environment_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "kvar")
    before, folder = dict(os.environ), Path.cwd()
    draw_chart(turnover(), STYLE)
    assert (dict(os.environ), Path.cwd()) == (before, folder)


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 70, None])
def test_a_damaged_entry_is_drawn_anew(tmp_path: Path, damage: bytes | None) -> None:
    images = drawn(turnover(), STYLE, tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] if damage is None else damage)
    assert drawn(turnover(), STYLE, tmp_path) == images
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    assert drawn(turnover(), STYLE, blocked / "cache") == drawn(turnover(), STYLE, None)


def test_the_key_follows_labels_amounts_and_used_tokens_only() -> None:
    key = cache_key(turnover(), STYLE)
    assert key == cache_key(turnover(), STYLE._replace(logo_alt="annat", sizes={"brödtext": 11.0}))
    assert key != cache_key(turnover(), STYLE._replace(categories=("#000000",)))
    assert key != cache_key(turnover()._replace(axis="Kronor"), STYLE)


def test_images_are_what_they_say() -> None:
    images = draw_chart(per_municipality(), STYLE)
    assert (images.width_cm, images.height_cm) == (16.0, 8.0)
    assert images.svg is not None
    assert images.png.startswith(b"\x89PNG") and images.svg.startswith(b"<?xml")
    assert b"<text" not in images.svg and b"<!DOCTYPE" not in images.svg and b"dc:date" not in images.svg


def test_letters_outside_the_typeface_are_no_fault() -> None:
    assert draw_chart(turnover()._replace(axis="日本 🙂 a\u0301 \u202f −\n$x^2$"), STYLE).png


def test_fonts_are_the_recorded_ones() -> None:
    from hashlib import sha256

    import rapportbyggare.charts.version as version

    fonts = Path(version.__file__).with_name("fonts")
    lines = (line.split() for line in (fonts / "SHA256SUMS").read_text(encoding="ascii").splitlines())
    recorded = {name: digest for digest, name in lines}
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in fonts.glob("*.ttf")} == recorded
    assert "Reserved Font Name" in (fonts / "OFL.txt").read_text(encoding="utf-8")


def test_matplotlib_is_found_without_loading_it() -> None:
    folder = matplotlib_folder()
    assert folder is not None and (folder / "_version.py").is_file()
