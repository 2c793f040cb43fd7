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
    """Pain right now, and the questions of the newcomer's questionnaire."""

    def __init__(self, *args, questions, **options):
        super().__init__(*args, **options)
        self.fields["pain"] = pain_field(_("How much does your back hurt right now?"))
        self.questions = [question.slug for question in questions]
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

    @property
    def answers(self):
        """What was said, as {question's slug: answer's slug}."""
        return {slug: self.cleaned_data[slug] for slug in self.questions}


def _label(answer):
    if not answer.help:
        return answer.text
    return format_html("{}<small>{}</small>", answer.text, answer.help)
