"""Draws a chart: the only door to matplotlib."""

from pathlib import Path

from rapportbyggare.charts.isolation import load_matplotlib
from rapportbyggare.charts.layout import POINTS_PER_CM, laid_out
from rapportbyggare.core.chart import Chart
from rapportbyggare.core.images import ImageFile
from rapportbyggare.core.style import Style


def draw_chart(chart: Chart, style: Style, scratch: Path | None = None) -> ImageFile:
    """Draws a chart in the regional style; the same chart and style give the same bytes on one platform.

    `scratch` is a folder for matplotlib's own files while it is loaded, emptied again (None: the system's temporary
    folder). The picture may be higher than the chart asks for, when its names or panels need it.
    """
    load_matplotlib(scratch)
    import matplotlib

    from rapportbyggare.charts.paint import png, settings, svg
    from rapportbyggare.charts.typeface import shipped

    with matplotlib.rc_context(settings()):
        typeface = shipped()
        scene = laid_out(chart, style, typeface.width)
        size = round(scene.width / POINTS_PER_CM, 2), round(scene.height / POINTS_PER_CM, 2)
        return ImageFile(png(scene, typeface), svg(scene, typeface), *size)
