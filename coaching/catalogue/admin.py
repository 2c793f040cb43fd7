"""The trainer's workbench: ordinary tables are the draft, publishing makes a Release of them."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from coaching.catalogue.models import (
    Answer,
    Block,
    Drill,
    Fault,
    Muscle,
    Question,
    Release,
    Routine,
    Step,
    Topic,
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


class StepInline(InOrder):
    model = Step
    fields = ["position", "title", "text"]


class VariationFaultInline(InOrder):
    model = VariationFault


class VariationMuscleInline(InOrder):
    model = VariationMuscle


class AnswerInline(InOrder):
    model = Answer


class BlockInline(admin.StackedInline):
    model = Block
    extra = 0
    ordering = ["position"]


@admin.register(Variation)
class VariationAdmin(EntryAdmin):
    list_display = ["name", "rung", "load_low", "load_high", "archived_at"]
    ordering = ["rung"]
    inlines = [StepInline, VariationFaultInline, VariationMuscleInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name", "slug"),
                    "rung",
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
    inlines = [StepInline]
    fieldsets = [
        (None, {"fields": [("name", "slug"), "summary", "body", ("reps", "seconds")]}),
        *MOVEMENT,
    ]


@admin.register(Question)
class QuestionAdmin(EntryAdmin):
    inlines = [AnswerInline]


@admin.register(Routine)
class RoutineAdmin(EntryAdmin):
    inlines = [BlockInline]


@admin.register(Fault, Muscle, Topic)
class PlainEntryAdmin(EntryAdmin):
    pass


@admin.register(Release)
class ReleaseAdmin(admin.ModelAdmin):
    """Editions can be looked at. Nobody adds, changes or deletes one by hand."""

    list_display = ["__str__", "published_at", "published_by"]
    fields = ["published_at", "published_by", "document"]
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
