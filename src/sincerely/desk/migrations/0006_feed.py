"""How the desk's calendar leaves it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0005_signature")]
    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_sha256", models.CharField(blank=True, default="", max_length=64)),
                ("caldav", models.JSONField(default=dict)),
                ("sealed", models.TextField(blank=True, default="")),
                ("private", models.BooleanField(default=True)),
                (
                    "desk",
                    models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="feed", to="desk.desk"),
                ),
            ],
        )
    ]
