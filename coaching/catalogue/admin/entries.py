"""The draft, a page for each kind of content."""

import uuid

from django import forms
from django.contrib import admin, messages
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.admin.blocks import BlockForm, NumbersField
from coaching.catalogue.models import (
    Answer,
    Block,
    Drill,
    Fault,
    Instruction,
    Ladder,
    Muscle,
    Question,
    Questionnaire,
    Routine,
    Topic,
    Translation,
    Variation,
    VariationFault,
    VariationMuscle,
)
from coaching.catalogue.publishing import actions

MOVEMENT = [
    (
        _("Figure"),
        {
            "fields": [
                ("support", "legs", "hands"),
                ("weight", "starts_at"),
                ("hip_bottom", "hip_top"),
                ("knee_bottom", "knee_top"),
                ("other_hip", "other_knee"),
                ("back_bottom", "back_top"),
            ]
        },
    ),
    (_("Tempo, in seconds"), {"fields": [("lift", "hold", "lower", "pause")]}),
    (_("Words of a rep"), {"fields": [("lift_words", "lower_words")]}),
    (_("Order and archive"), {"fields": ["position", "archived_at"]}),
]


@admin.action(description=_("Publish the whole draft"))
def publish(modeladmin, request, queryset):
    """Publishes everything, not only the chosen rows: a Release is one whole edition."""
    try:
        release = actions.publish(by=request.user)
    except actions.Unpublishable as error:
        for reason in error.reasons:
            messages.error(request, reason)
        return
    if release is None:
        messages.info(request, _("Nothing has changed since the last Release."))
    else:
        messages.success(request, _("Published as %(release)s.") % {"release": release})


class EntryAdmin(admin.ModelAdmin):
    """Content is archived, never deleted; and its slug is its identity, so it never changes."""

    actions = [publish]
    list_display = ["name", "position", "archived_at"]
    list_filter = [("archived_at", admin.EmptyFieldListFilter)]
    search_fields = ["slug", "name"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []

    def has_delete_permission(self, request, obj=None):
        return False


class InOrder(admin.TabularInline):
    extra = 0
    ordering = ["position"]


class InstructionInline(InOrder):
    model = Instruction
    fields = ["position", "title", "text"]


class LinkFormSet(BaseInlineFormSet):
    """Takes out the rows that have changed before it writes them, so that two of them can exchange
    what they name. Nothing points at them."""

    def save_existing_objects(self, commit=True):
        changed = [form.instance.pk for form in self.initial_forms if form.has_changed()]
        self.model.objects.filter(pk__in=changed).delete()
        return super().save_existing_objects(commit)


class SlugFormSet(BaseInlineFormSet):
    """Takes the slugs of the rows that have changed away before it writes them, so that two of them
    can exchange theirs, and one can have that of a row which goes."""

    def save_existing_objects(self, commit=True):
        for form in self.initial_forms:
            if form.has_changed():
                free = f"_{uuid.uuid4().hex}"
                self.model.objects.filter(pk=form.instance.pk).update(slug=free)
        return super().save_existing_objects(commit)


class VariationFaultInline(InOrder):
    model = VariationFault
    formset = LinkFormSet


class VariationMuscleInline(InOrder):
    model = VariationMuscle
    formset = LinkFormSet


class AnswerInline(InOrder):
    model = Answer
    formset = SlugFormSet


class BlockInline(admin.StackedInline):
    model = Block
    form = BlockForm
    extra = 0
    ordering = ["position"]


class QuestionInline(InOrder):
    """The questions in their order; the answers of each are on its own page."""

    model = Question
    formset = SlugFormSet
    show_change_link = True


class VariationForm(forms.ModelForm):
    targets = NumbersField(
        label=Variation._meta.get_field("targets").verbose_name,
        help_text=Variation._meta.get_field("targets").help_text,
    )


@admin.register(Variation)
class VariationAdmin(EntryAdmin):
    form = VariationForm
    list_display = ["name", "ladder", "rung", "load_low", "load_high", "archived_at"]
    list_filter = ["ladder", *EntryAdmin.list_filter]
    ordering = ["ladder", "rung"]
    inlines = [InstructionInline, VariationFaultInline, VariationMuscleInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name", "slug"),
                    ("ladder", "rung"),
                    ("eases_to", "leads_to"),
                    ("targets", "gate", "gate_workouts", "gate_range"),
                    "summary",
                    "body",
                    ("load_low", "load_high", "has_floor"),
                ]
            },
        ),
        *MOVEMENT,
    ]


@admin.register(Drill)
class DrillAdmin(EntryAdmin):
    inlines = [InstructionInline]
    fieldsets = [
        (None, {"fields": [("name", "slug"), "summary", "body", ("reps", "seconds")]}),
        *MOVEMENT,
    ]


@admin.register(Questionnaire)
class QuestionnaireAdmin(EntryAdmin):
    inlines = [QuestionInline]


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    """Its answers. It is added on the page of its questionnaire."""

    actions = [publish]
    inlines = [AnswerInline]
    list_display = ["text", "questionnaire", "position"]
    list_filter = ["questionnaire"]
    list_select_related = ["questionnaire"]
    search_fields = ["slug", "text"]


@admin.register(Routine)
class RoutineAdmin(EntryAdmin):
    inlines = [BlockInline]


@admin.register(Fault, Ladder, Muscle, Topic)
class PlainEntryAdmin(EntryAdmin):
    pass


@admin.register(Translation)
class TranslationAdmin(admin.ModelAdmin):
    """Texts in other languages, each beside the base text that it was made from."""

    actions = [publish]
    list_display = ["__str__", "text"]
    list_filter = ["language", "kind"]
    search_fields = ["slug", "path", "source", "text"]
