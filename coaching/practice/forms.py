"""What a person says in the player. Every message tells what to write instead."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from coaching.practice.rules import HIGHEST_REP, LONGEST_DESCENT, PAIN, STOP_POINT, JudgedRep
from coaching.practice.walk import FIRM, NOT, STABLE


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
    """A part that only wants to be done. The parts that ask something add a field.

    `turn` counts how often the part was asked, so that a form sent twice is one answer.
    """

    turn = NumberField(1, 9, _("Go back and answer this step again."), widget=forms.HiddenInput)
    happened_at = WhenField()

    def clean(self):
        cleaned = super().clean()
        cleaned.setdefault("answer", "done")
        return cleaned


class PlaceForm(StepForm):
    pain = pain_field(_("How much does your back hurt right now?"))


class WrapUpForm(StepForm):
    pain = pain_field(_("How does your back feel now?"))


class TensionForm(StepForm):
    answer = forms.ChoiceField(
        choices=[(FIRM, _("Firm")), (NOT, _("Not yet"))],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Say whether it felt firm, or not yet.")
        ),
    )


class FirstRepForm(StepForm):
    answer = forms.ChoiceField(
        choices=[(STABLE, _("Stable")), (NOT, _("Not stable"))],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Say whether your back stayed down, or not.")
        ),
    )


def floor_field():
    return NumberField(
        *STOP_POINT,
        _("Your floor is an angle from {low}° to {high}°. Write a whole number."),
        label=_("Your floor, in degrees"),
    )


class FloorForm(StepForm):
    floor = floor_field()


class RaisedFloorForm(forms.Form):
    """Stopping higher in the middle of a set. Lower is found out lying still, not between reps."""

    floor = floor_field()

    def __init__(self, *args, today, **options):
        super().__init__(*args, **options)
        self.today = today

    def clean_floor(self):
        floor = self.cleaned_data["floor"]
        if self.today is not None and floor < self.today:
            raise forms.ValidationError(
                _("Your floor is %(today)s° today. It can be raised now, not lowered."),
                params={"today": self.today},
            )
        return floor


STEP_FORMS = {
    "place": PlaceForm,
    "tension": TensionForm,
    "first-rep": FirstRepForm,
    "floor": FloorForm,
    "wrap-up": WrapUpForm,
}


class CheckInForm(forms.Form):
    pain = pain_field(_("How does your back feel now?"))
    happened_at = WhenField()


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
        choices=[("perfect", _("Perfect")), ("off", _("Off"))], required=False
    )
    faults = forms.MultipleChoiceField(
        required=False,
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is not a fault of this exercise. Choose one of those shown."
            )
        },
    )
    happened_at = WhenField()
    descent_seconds = forms.DecimalField(
        required=False, min_value=0, max_value=LONGEST_DESCENT, max_digits=4, decimal_places=1
    )

    def __init__(self, *args, faults, **options):
        super().__init__(*args, **options)
        self.fields["faults"].choices = [(fault.slug, fault.name) for fault in faults]

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
        )


class ReviewRepForm(RepForm):
    """One row of a set that is judged at its end; a rep that was not done is left out."""

    verdict = forms.ChoiceField(
        choices=[("perfect", _("Perfect")), ("off", _("Off")), ("skip", _("Not done"))],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Say how this rep was, or that it was not done.")
        ),
    )


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
