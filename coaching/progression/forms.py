from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from coaching.practice.forms import pain_field


class StartForm(forms.Form):
    """Starts the workout the page named, so that a form sent twice starts one."""

    workout = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid"), _("This page was out of date. Please start once more.")
        ),
    )


class NewcomerForm(StartForm):
    """Pain right now, and the questions of the newcomer's questionnaire.

    `told` is what was said on the page before, {question's slug: answer's slug}: it is shown and
    not asked again. The answers to the last question are buttons, so no tap is for "Start" alone.
    """

    def __init__(self, *args, questions, told, **options):
        super().__init__(*args, **options)
        self.questions = {question.slug: question for question in questions}
        self.told = {} if self.is_bound else self._valid(told)
        self.fields["pain"] = pain_field(_("How much does your back hurt right now?"))
        for question in questions:
            self.fields[question.slug] = forms.ChoiceField(
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
        said = {(slug, told.get(slug)) for slug in self.questions}
        return {
            question.slug: answer
            for question in self.questions.values()
            for answer in question.answers
            if (question.slug, answer.slug) in said
        }

    @property
    def known(self):
        """(question, answer) of what was said on the page before."""
        return [(self.questions[slug], answer) for slug, answer in self.told.items()]

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
        return [self[slug] for slug in self.questions if slug not in self.told]

    @property
    def to_ask(self):
        """How many there are, with the one about pain."""
        return 1 + len(self._open)

    @property
    def answers(self):
        """What was said, as {question's slug: answer's slug}."""
        return {slug: self.cleaned_data[slug] for slug in self.questions}


def _label(answer):
    if not answer.help:
        return answer.text
    return format_html("{}<small>{}</small>", answer.text, answer.help)
