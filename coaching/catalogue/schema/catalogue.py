"""All content in one object: the document of a Release."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, get_args

from pydantic import Field, field_validator

from coaching.catalogue.schema.exercises import Drill, Fault, Ladder, Muscle, Topic, Variation
from coaching.catalogue.schema.questionnaires import Purpose, Questionnaire
from coaching.catalogue.schema.routines import Routine
from coaching.catalogue.schema.shapes import Shape, Thing
from coaching.catalogue.schema.translations import (
    Key,
    Language,
    Translation,
    texts,
    translated,
)


class Catalogue(Shape):
    """All content, in the order it is shown, in one base language and with its translations.

    Lookups raise KeyError for a slug nobody wrote.
    """

    KINDS: ClassVar[dict[str, str]] = {
        "ladder": "ladders",
        "variation": "variations",
        "drill": "drills",
        "fault": "faults",
        "muscle": "muscles",
        "topic": "topics",
        "questionnaire": "questionnaires",
        "routine": "routines",
    }

    language: Language = "en"
    ladders: tuple[Ladder, ...] = ()
    variations: tuple[Variation, ...] = ()
    drills: tuple[Drill, ...] = ()
    faults: tuple[Fault, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    topics: tuple[Topic, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    routines: tuple[Routine, ...] = ()
    translations: Annotated[tuple[Translation, ...], Field(repr=False)] = ()

    @field_validator("translations")
    @classmethod
    def _in_one_order(cls, translations: tuple[Translation, ...]) -> tuple[Translation, ...]:
        """So that the same ones are equal, whether they come from files or from tables."""
        return tuple(sorted(translations, key=lambda each: each.full_key))

    @classmethod
    def model_of(cls, kind: str) -> type[Thing]:
        """The model of a kind: Fault for "fault"."""
        model: type[Thing] = get_args(cls.model_fields[cls.KINDS[kind]].annotation)[0]
        return model

    def things(self, kind: str) -> tuple[Thing, ...]:
        """All things of a kind, in the order shown."""
        things: tuple[Thing, ...] = getattr(self, self.KINDS[kind])
        return things

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> "Catalogue":
        """A changed copy that looks things up anew: pydantic's own would keep the old lookups."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**fields | dict(update or {}))

    def in_language(self, language: str) -> "Catalogue":
        """The same content with every text that this language has; the others stay as they are."""
        mine = [
            each
            for each in self.translations
            if each.language == language and each.key in self.texts
        ]
        if language == self.language or not mine:
            return self
        document = translated(self.model_dump(mode="json"), self.KINDS, mine)
        return type(self).model_validate(document | {"language": language, "translations": ()})

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The base language, then those that have at least one text."""
        others = {each.language for each in self.translations} - {self.language}
        return (self.language, *sorted(others))

    @cached_property
    def texts(self) -> dict[Key, str]:
        """Every text of the base language, by its key."""
        return dict(
            each
            for kind in self.KINDS
            for thing in self.things(kind)
            for each in texts(kind, thing)
        )

    def missing(self, language: str) -> tuple[Key, ...]:
        """The texts that this language does not have: they are shown in the base language."""
        have = {each.key for each in self.translations if each.language == language}
        return tuple(key for key in self.texts if key not in have)

    @cached_property
    def outdated(self) -> tuple[Translation, ...]:
        """Translations of a base text that has changed since, or is gone."""
        return tuple(each for each in self.translations if self.texts.get(each.key) != each.source)

    @cached_property
    def by_slug(self) -> dict[str, dict[str, Any]]:
        """By kind, then by slug; the kind says which model it is."""
        return {kind: {thing.slug: thing for thing in self.things(kind)} for kind in self.KINDS}

    def ladder(self, slug: str) -> Ladder:
        found: Ladder = self.by_slug["ladder"][slug]
        return found

    def variation(self, slug: str) -> Variation:
        found: Variation = self.by_slug["variation"][slug]
        return found

    def drill(self, slug: str) -> Drill:
        found: Drill = self.by_slug["drill"][slug]
        return found

    def fault(self, slug: str) -> Fault:
        found: Fault = self.by_slug["fault"][slug]
        return found

    def muscle(self, slug: str) -> Muscle:
        found: Muscle = self.by_slug["muscle"][slug]
        return found

    def topic(self, slug: str) -> Topic:
        found: Topic = self.by_slug["topic"][slug]
        return found

    def questionnaire(self, slug: str) -> Questionnaire:
        found: Questionnaire = self.by_slug["questionnaire"][slug]
        return found

    def routine(self, slug: str) -> Routine:
        found: Routine = self.by_slug["routine"][slug]
        return found

    def rungs(self, ladder: str) -> tuple[Variation, ...]:
        """The variations on a ladder (its slug), easiest first."""
        mine = (each for each in self.variations if each.ladder == ladder)
        return tuple(sorted(mine, key=lambda variation: variation.rung))

    def below(self, variation: Variation) -> Variation | None:
        """Its neighbour one rung down, or None on the lowest."""
        lower = [each for each in self.rungs(variation.ladder) if each.rung < variation.rung]
        return lower[-1] if lower else None

    def above(self, variation: Variation) -> Variation | None:
        """Its neighbour one rung up, or None on the highest."""
        higher = [each for each in self.rungs(variation.ladder) if each.rung > variation.rung]
        return higher[0] if higher else None

    def lighter(self, variation: Variation) -> Variation | None:
        """What it eases to, or None where nothing is lighter."""
        return self.variation(variation.eases_to) if variation.eases_to else None

    def heavier(self, variation: Variation) -> Variation | None:
        """What it leads to, or None at the end of the way."""
        return self.variation(variation.leads_to) if variation.leads_to else None

    @cached_property
    def default_routine(self) -> Routine:
        """The routine of who has chosen none. `problems` sees to it that there is one."""
        return next(routine for routine in self.routines if routine.default)

    def asking(self, purpose: Purpose) -> Questionnaire:
        """The questionnaire that is there for this. `problems` sees to it that there is one."""
        return next(each for each in self.questionnaires if each.purpose == purpose)
