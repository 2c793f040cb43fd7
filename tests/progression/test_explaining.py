"""“Why this?”: the facts that a decision went by, and what would have changed it."""

import pytest

from coaching.practice import sentences as practice
from coaching.practice.decisions import Decision
from coaching.progression import explaining
from coaching.progression import sentences as progression
from coaching.templatetags.decisions import SENTENCES
from tests.progression.made_up import CONTENT

# Told before decisions kept what they went by.
UNEXPLAINED = {"as-told"}


def explain(rule, **facts):
    return explaining.explain(Decision(rule, facts), CONTENT)


def test_every_rule_that_says_something_is_explained():
    assert explaining.RULES.keys() == SENTENCES.keys() - UNEXPLAINED
    assert SENTENCES == practice.SENTENCES | progression.SENTENCES
