"""`{% rows table %}`: the rows of a table of numbers. Hundreds of cells are on one page, and a
template looks each of them up as if it could be anything."""

from django import template
from django.utils.formats import date_format, localize
from django.utils.html import format_html, format_html_join

register = template.Library()


@register.simple_tag
def rows(table):
    """Of progress.Row: its day, and each value as it is read here and as a script reads it."""
    return format_html_join(
        "\n",
        '<tr data-day="{}"><th scope="row">{}</th>{}</tr>',
        ((row.day.isoformat(), date_format(row.day), _cells(row.values)) for row in table),
    )


@register.simple_tag
def floor_rows(table):
    """Of progress.FloorRow."""
    return format_html_join(
        "\n",
        '<tr data-day="{}" data-series="{}"><th scope="row">{}</th>'
        '<td data-value="{}">{}</td><td>{}</td><td>{}</td></tr>',
        (
            (row.day.isoformat(), row.series, date_format(row.day),
             row.degrees, row.degrees, row.name, row.source)
            for row in table
        ),
    )  # fmt: skip


def _cells(values):
    return format_html_join("", "{}", ((_cell(value),) for value in values))


def _cell(value):
    if value is None:
        return format_html("<td>{}</td>", "–")
    return format_html('<td data-value="{}">{}</td>', str(value), localize(value))
