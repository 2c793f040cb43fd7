from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from coaching.practice.forms import WhenField, pain_field
from coaching.practice.models import CheckIn
from coaching.progression.rules.ranges import FIRST_DAY, DateRange


class StartForm(forms.Form):
    """Starts the workout the page named, so that a form sent twice starts one."""

    workout = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), _("This page was out of date. Please start once more.")
        ),
    )


class NextDayForm(forms.Form):
    """How the back was the day after a workout: beside how it was before, and 0-10 unless it was
    nothing. `may_skip` lets both be left out."""

    compared = forms.ChoiceField(
        label=_("How was your back the day after?"),
        choices=CheckIn.Compared.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), _("Choose the answer that fits best.")
        ),
    )
    happened_at = WhenField()

    def __init__(self, *args, may_skip=False, **options):
        super().__init__(*args, **options)
        self.fields["pain"] = pain_field(_("How much did it hurt?"))
        self.fields["pain"].required, self.fields["pain"].empty_value = False, None
        self.fields["compared"].required = not may_skip

    def clean(self):
        said = super().clean()
        compared, pain = said.get("compared"), said.get("pain")
        if compared == CheckIn.Compared.NONE:
            said["pain"] = 0
        elif compared and pain is None and "pain" not in self.errors:
            self.add_error("pain", _("Choose a number from 0 to 10."))
        return said

    @property
    def is_told(self):
        """Whether something was said."""
        return bool(self.cleaned_data.get("compared")) or self.cleaned_data.get("pain") is not None


def field_name(question):
    """What a question is called in forms and addresses. No slug has an underscore, so no question
    can take the place of another field, whatever a trainer calls it."""
    return f"answer_{question.slug}"


class NewcomerForm(StartForm):
    """Pain right now, and the questions of the newcomer's questionnaire.

    `told` is what was said on the page before, {field_name(question): answer's slug}: it is shown
    and not asked again. The answers to the last question are buttons, so no tap is for "Start"
    alone.
    """

    def __init__(self, *args, questions, told, **options):
        super().__init__(*args, **options)
        self.questions = {field_name(question): question for question in questions}
        self.told = {} if self.is_bound else self._valid(told)
        self.fields["pain"] = pain_field(_("How much does your back hurt right now?"))
        for name, question in self.questions.items():
            self.fields[name] = forms.ChoiceField(
                label=question.text,
                help_text=question.help,
                choices=[(answer.slug, _label(answer)) for answer in question.answers],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(
                    ("required", "invalid_choice"), _("Choose the answer that fits best.")
                ),
            )

    def _valid(self, told):
        """Of what an address says, the answers that there are."""
        return {
            name: answer
            for name, question in self.questions.items()
            for answer in question.answers
            if answer.slug == told.get(name)
        }

    @property
    def known(self):
        """(field's name, question, answer) of what was said on the page before."""
        return [(name, self.questions[name], answer) for name, answer in self.told.items()]

    @property
    def asked(self):
        """The questions that are still to be answered, before the last one."""
        return self._open[:-1]

    @property
    def last(self):
        """The question whose answer starts, or None where all were answered before."""
        return next(reversed(self._open), None)

    @property
    def _open(self):
        return [self[name] for name in self.questions if name not in self.told]

    @property
    def to_ask(self):
        """How many there are, with the one about pain."""
        return 1 + len(self._open)

    @property
    def answers(self):
        """What was said, as {question's slug: answer's slug}."""
        return {each.slug: self.cleaned_data[name] for name, each in self.questions.items()}


def _label(answer):
    if not answer.help:
        return answer.text
    return format_html("{}<small>{}</small>", answer.text, answer.help)


class RangeForm(forms.Form):
    """From which day until which: a year until today, unless it is said otherwise."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.today = timezone.localdate()
        wrong = _("Write a day as year-month-day, such as %(today)s.") % {"today": self.today}
        # "from" is a word of Python's.
        for name, label in (("from", _("From")), ("to", _("To"))):
            self.fields[name] = forms.DateField(
                label=label,
                required=False,
                input_formats=["%Y-%m-%d"],
                error_messages={"invalid": wrong},
            )

    def clean(self):
        said = super().clean()
        until = min(said.get("to") or self.today, self.today)
        since = said.get("from") or DateRange.of_a_year(max(until, FIRST_DAY)).since
        if min(since, until) < FIRST_DAY:
            self.add_error(None, _("There is nothing before the year 2000."))
        elif since > until:
            self.add_error(None, _("The first day comes after the last, or after today."))
        said["range"] = DateRange(since, until)
        return said

    @property
    def range(self):
        """What was asked for, or a year where that cannot be."""
        return self.cleaned_data["range"] if self.is_valid() else DateRange.of_a_year(self.today)
