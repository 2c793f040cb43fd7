"""What is spoken of a fault, and words for the halves of a rep."""

import coaching.catalogue.models.exercises
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0005_blocks_change_places"),
    ]

    operations = [
        migrations.AddField(
            model_name="drill",
            name="lift_words",
            field=models.CharField(
                blank=True,
                help_text="Shown large and spoken while breathing out, such as “Round your back”. Empty: “Lift”.",
                max_length=24,
                verbose_name="words for the lift",
            ),
        ),
        migrations.AddField(
            model_name="drill",
            name="lower_words",
            field=models.CharField(
                blank=True,
                help_text="The same while breathing in. Empty: “Lower”.",
                max_length=24,
                verbose_name="words for the way down",
            ),
        ),
        migrations.AddField(
            model_name="fault",
            name="short_cue",
            field=models.CharField(
                blank=True,
                help_text="What is spoken instead of the cue, in eight words or fewer: “Stop higher.”",
                max_length=60,
                validators=[coaching.catalogue.models.exercises.spoken],
                verbose_name="short cue",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="lift_words",
            field=models.CharField(
                blank=True,
                help_text="Shown large and spoken while breathing out, such as “Round your back”. Empty: “Lift”.",
                max_length=24,
                verbose_name="words for the lift",
            ),
        ),
        migrations.AddField(
            model_name="variation",
            name="lower_words",
            field=models.CharField(
                blank=True,
                help_text="The same while breathing in. Empty: “Lower”.",
                max_length=24,
                verbose_name="words for the way down",
            ),
        ),
    ]
