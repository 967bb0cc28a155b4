"""The columns of the project's own long format: one fact in each row."""

from rapportbyggare.intake.columns import Column, ColumnType


def _column(name: str, kind: ColumnType, required: bool = False) -> Column:
    return Column(name, (name,), kind, None, required)


LONG_COLUMNS = (
    _column("indikator", ColumnType.TEXT, required=True),
    _column("matt", ColumnType.TEXT),
    _column("ar", ColumnType.YEAR, required=True),
    _column("plats", ColumnType.PLACE, required=True),
    _column("varde", ColumnType.NUMBER, required=True),
    _column("enhet", ColumnType.TEXT),
    _column("status", ColumnType.TEXT),
    _column("period", ColumnType.TEXT),
    _column("underlag", ColumnType.NUMBER),
    _column("mats", ColumnType.YEAR),
    _column("not", ColumnType.TEXT),
)
