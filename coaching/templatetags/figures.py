"""`{% figure movement lift=1 floor=26 label=_("…") %}` and `{% anatomy muscles %}`: the door to
coaching/figure/, where the drawing is."""

from django import template

from coaching.figure import picture

register = template.Library()
register.inclusion_tag("coaching/figure/_figure.html")(picture.figure)
register.inclusion_tag("coaching/figure/_anatomy.html")(picture.anatomy)
