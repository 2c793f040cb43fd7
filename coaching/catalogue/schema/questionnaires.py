"""Questions with a purpose. They belong to what asks them."""

from typing import Annotated, Literal

from pydantic import Field

from coaching.catalogue.schema.shapes import (
    Aside,
    Body,
    Choice,
    Name,
    Sentence,
    Shape,
    ShortBody,
    Slug,
    Thing,
    VariationSlug,
)

# newcomer finds the rung to begin on; red-flags is read before anything that hurts is trained.
Purpose = Literal["newcomer", "red-flags"]
# What a red flag asks for: help now, a doctor soon, a question before any training.
Urgency = Literal["emergency", "soon", "ask-first"]


class Answer(Shape):
    """start_at: the rung that this answer makes the highest to begin on; null leaves it open."""

    slug: Slug
    text: Choice
    help: Aside = ""
    start_at: VariationSlug | None = None
    why: Aside = ""


class Question(Shape):
    """urgency says what a yes to any of its answers asks for; only red flags have one."""

    slug: Slug
    text: Sentence
    help: ShortBody = ""
    urgency: Urgency | None = None
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=20)]


class Questionnaire(Thing):
    """A newcomer begins on the easiest of the rungs their answers name."""

    name: Name
    purpose: Purpose
    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=40)]
    body: Body
