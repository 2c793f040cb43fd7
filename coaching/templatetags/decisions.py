"""`{% why decision %}`: the sentence behind a decision, whichever room made it; and
`{% explain decision catalogue as explained %}`: the facts it went by."""

from django import template

from coaching.practice import sentences as practice
from coaching.progression import explaining
from coaching.progression import sentences as progression

register = template.Library()
SENTENCES = practice.SENTENCES | progression.SENTENCES


@register.simple_tag(takes_context=True)
def why(context, decision, catalogue=None):
    """In the words of `catalogue`, or of the content that the page reads."""
    return practice.sentence(decision, catalogue or context["request"].catalogue, SENTENCES)


@register.simple_tag(takes_context=True)
def explain(context, decision, catalogue=None):
    """An explaining.Explained, or None where there is nothing to explain."""
    return explaining.explain(decision, catalogue or context["request"].catalogue)
