"""`{% rows table %}`: the rows of a table of numbers. Hundreds of cells are on one page, and a
template looks each of them up as if it could be anything."""

from functools import lru_cache

from django import template
from django.utils.formats import date_format, localize
from django.utils.html import format_html_join
from django.utils.translation import get_language

register = template.Library()


ROW, CELL = '<tr data-day="{}"><th scope="row">{}</th>%s</tr>', '<td data-value="{}">{}</td>'


@lru_cache(maxsize=1024)
def _dated(day, _language):
    return date_format(day)


@register.simple_tag
def rows(table):
    """Of progress.Row: its day, and each value as a script reads it and as it is read here."""
    width = len(table[0].values) if table else 0
    return format_html_join(
        "\n",
        ROW % (CELL * width),
        (
            (row.day.isoformat(), _dated(row.day, get_language()), *_cells(row.values))
            for row in table
        ),
    )


def _cells(values):
    for value in values:
        yield "" if value is None else str(value)
        yield "–" if value is None else str(value) if isinstance(value, int) else localize(value)


@register.simple_tag
def floor_rows(table):
    """Of progress.FloorRow."""
    return format_html_join(
        "\n",
        '<tr data-day="{}" data-series="{}"><th scope="row">{}</th>'
        '<td data-value="{}">{}</td><td>{}</td><td>{}</td></tr>',
        (
            (row.day.isoformat(), row.series, _dated(row.day, get_language()),
             row.degrees, row.degrees, row.name, row.source)
            for row in table
        ),
    )  # fmt: skip
