"""Two blocks may stand in one place for a moment, so that they can change places."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0004_take_out"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="block",
            options={
                "ordering": ["position", "pk"],
                "verbose_name": "block",
                "verbose_name_plural": "blocks",
            },
        ),
        migrations.RemoveConstraint(
            model_name="block",
            name="block_position_once",
        ),
    ]
