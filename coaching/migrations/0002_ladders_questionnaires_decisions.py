"""What is new stands beside what was; the next migration fills it."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

SLUG = models.SlugField(
    help_text="Part of the page's address. It cannot change once it is used.",
    max_length=60,
    primary_key=True,
    serialize=False,
    verbose_name="slug",
)


def entry():
    """The columns of catalogue.models.Entry."""
    return [
        ("slug", SLUG.clone()),
        ("name", models.CharField(max_length=80, verbose_name="name")),
        ("body", models.TextField(verbose_name="text")),
        ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order shown")),
        (
            "archived_at",
            models.DateTimeField(
                blank=True,
                help_text="Archived content is left out of the next Release; what was logged stays.",
                null=True,
                verbose_name="archived",
            ),
        ),
    ]


def pk():
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def to(model, **options):
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **options)


class Migration(migrations.Migration):
    dependencies = [("coaching", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Ladder",
            fields=[
                *entry(),
                ("summary", models.CharField(max_length=300, verbose_name="summary")),
            ],
            options={
                "verbose_name": "ladder",
                "verbose_name_plural": "ladders",
                "ordering": ["position", "slug"],
            },
        ),
        migrations.CreateModel(
            name="Questionnaire",
            fields=[
                *entry(),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("newcomer", "where a newcomer begins"),
                            ("red-flags", "red flags"),
                        ],
                        max_length=20,
                        verbose_name="what it is for",
                    ),
                ),
            ],
            options={
                "verbose_name": "questionnaire",
                "verbose_name_plural": "questionnaires",
                "ordering": ["position", "slug"],
            },
        ),
        migrations.CreateModel(
            name="Shipped",
            fields=[
                ("id", pk()),
                ("document", models.JSONField(editable=False)),
                ("format", models.PositiveSmallIntegerField(editable=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="shipped_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", pk()),
                ("language", models.SlugField(max_length=20, verbose_name="language")),
                ("kind", models.SlugField(max_length=20, verbose_name="kind")),
                ("slug", models.SlugField(max_length=60, verbose_name="slug")),
                ("path", models.CharField(max_length=200, verbose_name="which text")),
                ("source", models.TextField(verbose_name="base text it was made from")),
                ("text", models.TextField(verbose_name="translation")),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translations",
                "ordering": ["language", "kind", "slug", "path"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("language", "kind", "slug", "path"), name="translation_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="translation_says_something",
                    ),
                ],
            },
        ),
        # A numbered sentence is an Instruction; a Step is a person's pass through a block.
        migrations.RemoveConstraint("step", "step_of_one_thing"),
        migrations.RenameModel("Step", "Instruction"),
        migrations.AlterModelOptions(
            "instruction",
            {
                "ordering": ["position"],
                "verbose_name": "instruction",
                "verbose_name_plural": "instructions",
            },
        ),
        migrations.AlterField(
            "instruction",
            "variation",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="instructions",
                to="coaching.variation",
            ),
        ),
        migrations.AlterField(
            "instruction",
            "drill",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="instructions",
                to="coaching.drill",
            ),
        ),
        migrations.AddConstraint(
            "instruction",
            models.CheckConstraint(
                condition=models.Q(
                    ("variation__isnull", True), ("drill__isnull", True), _connector="XOR"
                ),
                name="instruction_of_one_thing",
            ),
        ),
        # Questions become part of a questionnaire, so their rows are new ones. They take their names
        # when the old tables are gone.
        migrations.CreateModel(
            name="NewQuestion",
            fields=[
                ("id", pk()),
                ("slug", models.SlugField(max_length=60, verbose_name="slug")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("text", models.CharField(max_length=300, verbose_name="question")),
                ("help", models.TextField(blank=True, verbose_name="help")),
                (
                    "urgency",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("emergency", "get help now"),
                            ("soon", "see a doctor soon"),
                            ("ask-first", "ask before training"),
                        ],
                        help_text="What a yes asks for. Only red flags have one.",
                        max_length=20,
                        null=True,
                        verbose_name="urgency",
                    ),
                ),
                (
                    "questionnaire",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="coaching.questionnaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "verbose_name_plural": "questions",
                "ordering": ["questionnaire", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("questionnaire", "slug"), name="question_slug_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NewAnswer",
            fields=[
                ("id", pk()),
                ("slug", models.SlugField(max_length=60, verbose_name="slug")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("text", models.CharField(max_length=120, verbose_name="answer")),
                ("help", models.CharField(blank=True, max_length=300, verbose_name="help")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="why")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="coaching.newquestion",
                    ),
                ),
                (
                    "start_at",
                    to(
                        "coaching.variation",
                        blank=True,
                        null=True,
                        related_name="+",
                        verbose_name="start at",
                        help_text="The hardest rung this answer lets somebody begin on. Empty: no "
                        "limit.",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "verbose_name_plural": "answers",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Floor",
            fields=[
                ("id", pk()),
                (
                    "degrees",
                    models.SmallIntegerField(
                        help_text="Above horizontal.", verbose_name="floor, °"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("eye", "by eye"),
                            ("phone", "with a phone"),
                            ("camera", "with a camera"),
                        ],
                        max_length=10,
                        verbose_name="how it was found",
                    ),
                ),
                (
                    "found_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                ("variation", to("coaching.variation", related_name="+")),
                (
                    "workout",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="floors",
                        to="coaching.workout",
                    ),
                ),
            ],
            options={
                "verbose_name": "floor",
                "verbose_name_plural": "floors",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("workout", "variation"), name="floor_once_a_variation"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("degrees__gte", 0), ("degrees__lte", 90)),
                        name="floor_range",
                    ),
                ],
            },
        ),
        # Filled by the next migration, and then required.
        migrations.AddField(
            "variation",
            "ladder",
            to(
                "coaching.ladder",
                null=True,
                related_name="variations",
                verbose_name="ladder",
            ),
        ),
        migrations.AddField(
            "variation",
            "eases_to",
            to(
                "coaching.variation",
                blank=True,
                null=True,
                related_name="+",
                verbose_name="eases to",
                help_text="What takes its place when less is asked for. Its load is lower.",
            ),
        ),
        migrations.AddField(
            "variation",
            "leads_to",
            to(
                "coaching.variation",
                blank=True,
                null=True,
                related_name="+",
                verbose_name="leads to",
                help_text="What comes after it on the way up.",
            ),
        ),
        migrations.AddField(
            "variation",
            "gate",
            models.PositiveSmallIntegerField(
                default=15,
                help_text="Slow perfect reps in one set that open what it leads to.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(50),
                ],
                verbose_name="gate",
            ),
        ),
        migrations.AddField(
            "routine",
            "ladder",
            to("coaching.ladder", null=True, related_name="routines", verbose_name="ladder"),
        ),
        migrations.AddField(
            "block",
            "settings",
            models.JSONField(blank=True, default=dict, verbose_name="settings"),
        ),
        migrations.AddField(
            "release",
            "format",
            models.PositiveSmallIntegerField(default=1, editable=False),
            preserve_default=False,
        ),
        migrations.AddField(
            "placement", "ladder", to("coaching.ladder", null=True, related_name="+")
        ),
        migrations.AddField("placement", "decided", models.JSONField(default=dict)),
        migrations.AddField("adjustment", "decided", models.JSONField(default=dict)),
        migrations.AddField(
            "rep",
            "judged_by",
            models.CharField(
                choices=[("person", "the person"), ("pacer", "the pacer")],
                default="person",
                max_length=10,
                verbose_name="judged by",
            ),
        ),
        migrations.AddField(
            "user",
            "language",
            models.CharField(
                blank=True,
                help_text="As browsers name it, such as de. Empty: what the browser asks for.",
                max_length=20,
                verbose_name="language",
            ),
        ),
    ]
