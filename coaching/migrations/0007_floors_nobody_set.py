"""Takes out what was kept as a floor although nobody had set it.

The slider used to begin at 45° and to be sent untouched; nothing tells such a floor from one that
was set there. It would be told back as what a back did, so it goes, and the next workout asks. One
that was raised to 45° during a set was set: reps done before that have another.
"""

from django.db import migrations
from django.db.models import Exists, OuterRef

UNTOUCHED = 45


def take_out(apps, schema_editor):
    lower = apps.get_model("coaching", "Rep").objects.filter(
        workout_set__workout=OuterRef("workout"),
        workout_set__variation=OuterRef("variation"),
        floor__lt=UNTOUCHED,
    )
    floors = apps.get_model("coaching", "Floor").objects.filter(degrees=UNTOUCHED, source="eye")
    floors.exclude(Exists(lower)).delete()


class Migration(migrations.Migration):
    dependencies = [("coaching", "0006_short_cues_and_words")]
    operations = [migrations.RunPython(take_out, migrations.RunPython.noop)]
