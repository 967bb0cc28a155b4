"""The peers' chart step: three charts of a report's size with plain matplotlib, as PNG and SVG.

python tools/bench_charts.py FOLDER
"""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot
from matplotlib.figure import Figure

PLACES = ("Berg", "Bräcke", "Härjedalen", "Krokom", "Ragunda", "Strömsund", "Åre", "Östersund")
COLOURS = ("#A8C8D8", "#4C8FAF", "#0B4A6F")
SIZE = (6.3, 3.1)


def grouped() -> Figure:
    """Three years for each place, side by side."""
    figure, axes = pyplot.subplots(figsize=SIZE)
    for step, colour in enumerate(COLOURS):
        bars = axes.bar(
            [n + 0.28 * step for n in range(len(PLACES))],
            [60 + 31 * n + 5 * step for n in range(len(PLACES))],
            0.26,
            color=colour,
        )
        axes.bar_label(bars, fontsize=6)
    axes.set_xticks([n + 0.28 for n in range(len(PLACES))], PLACES)
    axes.set_ylabel("Antal företag")
    return figure


def horizontal() -> Figure:
    """One share for each place, labelled."""
    figure, axes = pyplot.subplots(figsize=SIZE)
    axes.bar_label(axes.barh(PLACES, [3 + n * 0.7 for n in range(len(PLACES))], color=COLOURS[2]), fmt="%.1f %%")
    return figure


def lines() -> Figure:
    """A series with its last value marked."""
    figure, axes = pyplot.subplots(figsize=SIZE)
    axes.plot(["2022", "2023", "2024"], [1180, 1244, 1291], marker="o", color=COLOURS[2])
    axes.annotate("1 291", ("2024", 1291))
    return figure


def main(folder: Path) -> None:
    """Draws the charts into `folder`."""
    for number, draw in enumerate((grouped, horizontal, lines), start=1):
        figure = draw()
        figure.tight_layout()
        for suffix in ("png", "svg"):
            figure.savefig(folder / f"peer-{number}.{suffix}", dpi=200)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
