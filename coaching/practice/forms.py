"""What a person says in the player. Every message tells what to write instead."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.schema.blocks.base import DONE, AskAnswer, AskFloor, AskPain, Said
from coaching.practice.models import Rep
from coaching.practice.refusals import SENTENCES
from coaching.practice.rules import (
    ENDS_WORKOUT,
    FLOOR,
    HIGHEST_REP,
    LONGEST_DESCENT,
    PAIN,
    JudgedRep,
)


class WhenField(forms.DateTimeField):
    """When it happened by the browser's clock. One that is wrong or ahead loses nobody a rep."""

    # A phone may have been without a network for long; what is older is a clock that is wrong.
    OLDEST = timedelta(days=30)

    def __init__(self, **options):
        super().__init__(required=False, widget=forms.HiddenInput, **options)

    def clean(self, value):
        now = timezone.now()
        try:
            said = super().clean(value) or now
            return said if now - self.OLDEST <= said <= now else now
        except (forms.ValidationError, OverflowError, ValueError):
            return now


class JudgeField(forms.Field):
    """Who noticed how a rep was. A word that nobody knows loses nobody a rep either: the person has
    sent it, so it is theirs."""

    def __init__(self, **options):
        super().__init__(required=False, widget=forms.HiddenInput, **options)

    def clean(self, value):
        return value if value in Rep.Judge.values else Rep.Judge.PERSON.value


class NumberField(forms.IntegerField):
    """A whole number, with one sentence for everything else."""

    def __init__(self, low, high, message, **options):
        super().__init__(
            min_value=low,
            max_value=high,
            error_messages=dict.fromkeys(
                ("required", "invalid", "min_value", "max_value"),
                format_lazy(message, low=low, high=high),
            ),
            **options,
        )


def pain_field(label):
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        choices=[(number, str(number)) for number in range(PAIN[0], PAIN[1] + 1)],
        widget=forms.RadioSelect,
        help_text=_("0 is no pain, 10 the worst you can imagine."),
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Choose a number from 0 to 10.")
        ),
    )


class StepForm(forms.Form):
    """A step that only wants to be done. What its block asks for becomes a field: see step_form.

    `turn` counts how often the step was asked, so that a form sent twice is one answer.
    """

    turn = NumberField(1, 9, _("Go back and answer this step again."), widget=forms.HiddenInput)
    happened_at = WhenField()

    def __init__(self, *args, highest_floor=FLOOR[1], **options):
        super().__init__(*args, **options)
        self.highest_floor = highest_floor

    def clean_floor(self):
        return check_floor(self.cleaned_data["floor"], self.highest_floor)

    @property
    def said(self):
        """What was said, as the block takes it."""
        cleaned = self.cleaned_data
        return Said(cleaned.get("answer", DONE), cleaned.get("pain"), cleaned.get("floor"))


def answer_field(ask):
    return forms.ChoiceField(
        choices=[(value, _(label)) for value, label in ask.answers.items()],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _(ask.missing)),
    )


def floor_field(**options):
    return NumberField(
        *FLOOR,
        _("Your floor is an angle from {low}° to {high}°. Write a whole number."),
        label=_("Your floor, in degrees"),
        **options,
    )


def check_floor(floor, highest):
    """A raise has to go somewhere: the floor stays below how far up the legs go today."""
    if floor is not None and floor > highest:
        raise forms.ValidationError(
            _("Your floor can be %(highest)s° at most today, so that your legs have room to move."),
            params={"highest": highest},
        )
    return floor


# What a step can ask, as (name in Said, field).
FIELDS = {
    AskPain: lambda ask: ("pain", pain_field(_(ask.label))),
    AskAnswer: lambda ask: ("answer", answer_field(ask)),
    # Left empty nothing was found out, and nothing is kept.
    AskFloor: lambda ask: ("floor", floor_field(required=False)),
}


def step_form(asks):
    """The class of a form that asks this, `asks` as a block gives them."""
    return type("StepForm", (StepForm,), dict(FIELDS[type(ask)](ask) for ask in asks))


class RaisedFloorForm(forms.Form):
    """Stopping higher in the middle of a set. Lower is found out lying still, not between reps."""

    floor = floor_field()

    def __init__(self, *args, today, highest, **options):
        super().__init__(*args, **options)
        self.today, self.highest = today, highest

    def clean_floor(self):
        floor = check_floor(self.cleaned_data["floor"], self.highest)
        if self.today is not None and floor < self.today:
            raise forms.ValidationError(SENTENCES["not-lower"], params={"today": self.today})
        return floor


class CheckInForm(forms.Form):
    pain = pain_field(_("How does your back feel now?"))
    happened_at = WhenField()


class SlugsField(forms.MultipleChoiceField):
    """Slugs of faults. Whether the exercise has them is asked where the reps are kept."""

    def valid_value(self, value):
        return True


class RepForm(forms.Form):
    """One rep and its verdict: perfect, or the faults that spoiled it."""

    rep = forms.UUIDField(
        error_messages=dict.fromkeys(
            ("required", "invalid"), _("This rep has no valid name. Answer it once more.")
        )
    )
    number = NumberField(
        1, HIGHEST_REP, _("A rep has a number from {low} to {high}. Answer this one once more.")
    )
    verdict = forms.ChoiceField(
        choices=[("perfect", _("Perfect")), ("off", _("Not perfect"))], required=False
    )
    faults = SlugsField(required=False)
    judged_by = JudgeField()
    happened_at = WhenField()
    descent_seconds = forms.DecimalField(
        required=False, min_value=0, max_value=LONGEST_DESCENT, max_digits=4, decimal_places=1
    )

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        perfect, faults = cleaned["verdict"] == "perfect", cleaned["faults"]
        if perfect and faults:
            raise forms.ValidationError(
                _("You said perfect and ticked a fault. Untick it, or save the fault.")
            )
        if not cleaned["verdict"] and not faults:
            raise forms.ValidationError(_("Say perfect, or tick what went wrong."))
        return cleaned

    @property
    def judged(self):
        """What was said, as the rules take it."""
        said = self.cleaned_data
        return JudgedRep(
            number=said["number"],
            faults=tuple(sorted(set(said["faults"]))),
            descent_seconds=said["descent_seconds"],
            id=said["rep"],
            off=said["verdict"] == "off" and not said["faults"],
            happened_at=said["happened_at"],
            judged_by=said["judged_by"],
        )


class ReviewRepForm(RepForm):
    """One row of a set that is judged at its end; a rep that was not done is left out."""

    verdict = forms.ChoiceField(
        choices=[("perfect", _("Perfect")), ("off", _("Not perfect")), ("skip", _("Not done"))],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Say how this rep was, or that it was not done.")
        ),
    )
    # Here and not only where the reps are kept, so that it is said beside the row.
    faults = forms.MultipleChoiceField(
        required=False, error_messages={"invalid_choice": SENTENCES["unknown-fault"]}
    )

    def __init__(self, *args, faults, **options):
        super().__init__(*args, **options)
        self.fields["faults"].choices = [(fault.slug, fault.name) for fault in faults]
        self.painful = {fault.slug for fault in faults if fault.severity == ENDS_WORKOUT}

    @property
    def is_marked(self):
        """Whether somebody has said more of it than what stands there by itself."""
        said = self.cleaned_data if self.is_valid() else {}
        return bool(said.get("faults")) or said.get("verdict") == "off"

    @property
    def hurts(self):
        return self.is_marked and not self.painful.isdisjoint(self.cleaned_data["faults"])


class DoneForm(forms.Form):
    """How many reps of a whole set were done, which its rows do not say: one that nobody touched
    looks as a perfect one does. A rep that was marked was done, and so were those before it."""

    def __init__(self, data=None, *, rows, hurts=False, **options):
        super().__init__(data, **options)
        self.rows = list(rows)
        message = _("Say how many reps you did: a number from {low} to {high}.")
        # Where it hurt, nobody is asked to count first.
        self.fields["done"] = NumberField(0, len(self.rows), message, required=not hurts)

    @property
    def reps(self):
        """The reps that were done, as the rules take them. What cannot be read is left out."""
        marked = [at for at, row in enumerate(self.rows, 1) if row.is_marked]
        said = self.cleaned_data.get("done") if self.is_valid() else 0
        done = [row for row in self.rows[: max([said or 0, *marked])] if row.is_valid()]
        return [row.judged for row in done if row.cleaned_data.get("verdict", "skip") != "skip"]


def pain_reps(data, faults):
    """The reps done before “Pain”, as the rows of a review, and the number of their set. What
    cannot be read is left out: pain waits for nothing."""
    number = data.get("set", "")
    if not number.isdecimal():
        return None, []
    rows = review_formset(data, faults=faults)
    return int(number), DoneForm(data, rows=rows, hurts=True).reps


def review_formset(*args, faults, **options):
    """Rows for judging a whole set at once. No more than a set can have reps."""
    rows = forms.formset_factory(
        ReviewRepForm, extra=0, max_num=HIGHEST_REP, validate_max=True, absolute_max=HIGHEST_REP
    )
    out_of_date = _("This page was out of date. Here it is anew: please judge the set once more.")
    return rows(
        *args,
        prefix="reps",
        form_kwargs={"faults": faults},
        error_messages=dict.fromkeys(("missing_management_form", "too_many_forms"), out_of_date),
        **options,
    )
