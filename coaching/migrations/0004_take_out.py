"""What was carried over goes, and what was filled is required."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0003_carry_over"),
    ]

    operations = [
        migrations.DeleteModel("Answer"),
        migrations.DeleteModel("Question"),
        migrations.RenameModel("NewQuestion", "Question"),
        migrations.RenameModel("NewAnswer", "Answer"),
        migrations.AddConstraint(
            "answer",
            models.UniqueConstraint(fields=("question", "slug"), name="answer_slug_once"),
        ),
        migrations.AlterModelOptions(
            name="placement",
            options={
                "ordering": ["-placed_at", "-pk"],
                "verbose_name": "placement",
                "verbose_name_plural": "placements",
            },
        ),
        migrations.AlterModelOptions(
            name="variation",
            options={
                "ordering": ["ladder", "rung"],
                "verbose_name": "variation",
                "verbose_name_plural": "variations",
            },
        ),
        migrations.RemoveConstraint(
            model_name="workout",
            name="workout_floor_range",
        ),
        migrations.RemoveIndex(
            model_name="placement",
            name="placement_newest",
        ),
        migrations.RemoveField(
            model_name="adjustment",
            name="rule",
        ),
        migrations.RemoveField(
            model_name="adjustment",
            name="why",
        ),
        migrations.RemoveField(
            model_name="block",
            name="angles",
        ),
        migrations.RemoveField(
            model_name="block",
            name="drill",
        ),
        migrations.RemoveField(
            model_name="block",
            name="fallback",
        ),
        migrations.RemoveField(
            model_name="block",
            name="reps",
        ),
        migrations.RemoveField(
            model_name="block",
            name="rest",
        ),
        migrations.RemoveField(
            model_name="block",
            name="sets",
        ),
        migrations.RemoveField(
            model_name="block",
            name="topics",
        ),
        migrations.RemoveField(
            model_name="block",
            name="tries",
        ),
        migrations.RemoveField(
            model_name="drill",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="fault",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="muscle",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="placement",
            name="rule",
        ),
        migrations.RemoveField(
            model_name="placement",
            name="why",
        ),
        migrations.RemoveField(
            model_name="routine",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="topic",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="variation",
            name="shipped",
        ),
        migrations.RemoveField(
            model_name="workout",
            name="floor",
        ),
        migrations.AlterField(
            model_name="adjustment",
            name="decided",
            field=models.JSONField(
                help_text="Its rule, and the facts it used.", verbose_name="decision"
            ),
        ),
        migrations.AlterField(
            model_name="block",
            name="kind",
            field=models.CharField(
                choices=[
                    ("arrival", "arriving on the mat"),
                    ("drill", "drill"),
                    ("first-rep", "first rep"),
                    ("floor", "floor"),
                    ("sets", "sets"),
                    ("tension", "tension check"),
                    ("wrap-up", "wrap-up"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="fault",
            name="severity",
            field=models.CharField(
                choices=[
                    ("note", "a note"),
                    ("ends-rep", "ends the rep"),
                    ("ends-set", "ends the set"),
                    ("ends-workout", "ends the workout"),
                ],
                max_length=20,
                verbose_name="severity",
            ),
        ),
        migrations.AlterField(
            model_name="fault",
            name="suggestion",
            field=models.CharField(
                choices=[
                    ("none", "nothing to offer"),
                    ("stop-higher", "stop higher"),
                    ("end-set", "end the set here"),
                    ("lighter", "something lighter"),
                    ("pain", "the pain pages"),
                ],
                default="none",
                max_length=20,
                verbose_name="what it offers",
            ),
        ),
        migrations.AlterField(
            model_name="placement",
            name="decided",
            field=models.JSONField(
                help_text="Its rule, and the facts it used.", verbose_name="decision"
            ),
        ),
        migrations.AlterField(
            model_name="placement",
            name="ladder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coaching.ladder"
            ),
        ),
        migrations.AlterField(
            model_name="rep",
            name="floor",
            field=models.SmallIntegerField(
                blank=True,
                help_text="The one while it was done.",
                null=True,
                verbose_name="floor, °",
            ),
        ),
        migrations.AlterField(
            model_name="routine",
            name="easier_from",
            field=models.PositiveSmallIntegerField(
                default=3,
                help_text="May be stricter than 3, never looser.",
                validators=[django.core.validators.MaxValueValidator(3)],
                verbose_name="something lighter from pain",
            ),
        ),
        migrations.AlterField(
            model_name="routine",
            name="ladder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="routines",
                to="coaching.ladder",
                verbose_name="ladder",
            ),
        ),
        migrations.AlterField(
            model_name="stepanswer",
            name="position",
            field=models.PositiveSmallIntegerField(verbose_name="position of the block"),
        ),
        migrations.AlterField(
            model_name="variation",
            name="ladder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="variations",
                to="coaching.ladder",
                verbose_name="ladder",
            ),
        ),
        migrations.AlterField(
            model_name="workoutset",
            name="position",
            field=models.PositiveSmallIntegerField(verbose_name="position of the block"),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(fields=["person", "ladder", "-placed_at"], name="placement_newest"),
        ),
        migrations.AddConstraint(
            model_name="rep",
            constraint=models.CheckConstraint(
                condition=models.Q(("judged_by__in", ["person", "pacer"])), name="rep_judged_by"
            ),
        ),
        migrations.AddConstraint(
            model_name="variation",
            constraint=models.CheckConstraint(
                condition=models.Q(("gate__gte", 1), ("gate__lte", 50)), name="variation_gate_range"
            ),
        ),
    ]
