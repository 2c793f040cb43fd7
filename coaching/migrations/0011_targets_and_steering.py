"""How many reps a set asks for belongs to the variation, and faults steer."""

import coaching.catalogue.models.exercises
import django.core.validators
from django.db import migrations, models

from coaching.catalogue.publishing import upgrades


# What the upgrade reads of a figure, and what it says of a variation.
FIGURE = ("support", "legs", "knee_bottom", "knee_top", "weight")
SAID = ("targets", "gate_workouts", "gate_range")


def carry_over(apps, schema_editor):
    """As upgrades.to_4 does it for a Release, so that nothing looks edited that nobody edited."""
    rows = list(apps.get_model("coaching", "Variation").objects.all())
    routines = apps.get_model("coaching", "Routine").objects.filter(archived_at__isnull=True)
    variations = [variation(row) for row in rows]
    blocks = {routine: list(routine.blocks.all()) for routine in routines}
    documents = {routine: list(map(block, mine)) for routine, mine in blocks.items()}
    upgrades.set_targets(variations, [routine_of(*each) for each in documents.items()])
    upgrades.ask_more_before_jumps(variations)
    for row, document in zip(rows, variations, strict=True):
        for name in SAID:
            setattr(row, name, document[name])
        row.save(update_fields=SAID)
    for routine, mine in blocks.items():
        for row, document in zip(mine, documents[routine], strict=True):
            own = {k: v for k, v in document.items() if k != "kind" and v is not None}
            if own != row.settings:
                row.settings = own
                row.save(update_fields=["settings"])


def variation(row):
    figure = {name: getattr(row, name) for name in FIGURE}
    named = {"slug": row.pk, "ladder": row.ladder_id, "leads_to": row.leads_to_id}
    return {**named, "figure": figure}


def block(row):
    return {**row.settings, "kind": row.kind}


def routine_of(row, blocks):
    return {"ladder": row.ladder_id, "default": row.default, "blocks": blocks}


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0010_replies_and_next_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="fault",
            name="advice",
            field=models.CharField(
                blank=True,
                default="",
                help_text="What to change about place, body or habit where it stays.",
                max_length=300,
                verbose_name="advice",
            ),
        ),
        migrations.AddField(
            model_name="fault",
            name="seek",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Where it ended sets in a second workout. What it happened on stays closed until then. Empty: nothing is closed. Only for a fault that ends the set.",
                max_length=300,
                verbose_name="whom to see",
            ),
        ),
        migrations.AddField(
            model_name="fault",
            name="steers",
            field=models.CharField(
                blank=True,
                choices=[
                    ("floor", "a higher floor"),
                    ("slower", "slower down, fewer reps"),
                    ("breath", "the breath aloud"),
                    ("advice", "its advice alone"),
                ],
                default="",
                help_text="What changes in the next workout where it is the fault of the last three.",
                max_length=20,
                verbose_name="where it stays",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="gate_range",
            field=models.PositiveSmallIntegerField(
                default=50,
                help_text="How much of the way between bottom and top the floor leaves: 67 or more before a jump in load. Nothing where there is no floor.",
                validators=[
                    django.core.validators.MinValueValidator(50),
                    django.core.validators.MaxValueValidator(100),
                ],
                verbose_name="range, %",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="gate_workouts",
            field=models.PositiveSmallIntegerField(
                default=1,
                help_text="How many workouts reach the gate: two or more before a jump in load.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(5),
                ],
                verbose_name="in workouts",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="targets",
            field=models.JSONField(
                default=coaching.catalogue.models.exercises.first_targets,
                help_text="From the first workouts on it to the last before its gate: 10, 12, 15.",
                validators=[coaching.catalogue.models.exercises.rising],
                verbose_name="reps of a set",
            ),
        ),
        migrations.AlterField(
            model_name="variation",
            name="gate",
            field=models.PositiveSmallIntegerField(
                default=15,
                help_text="Slow perfect reps in one set that open what it leads to: 15 or more, on a bar or with a weight 10 or more.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(50),
                ],
                verbose_name="gate",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(("gate_workouts__gte", 1), ("gate_workouts__lte", 5)),
                name="variation_gate_workouts_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(("gate_range__gte", 50), ("gate_range__lte", 100)),
                name="variation_gate_range_range",
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
