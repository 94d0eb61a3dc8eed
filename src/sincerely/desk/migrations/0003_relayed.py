"""What the relay sent to nobody on the desk, by fingerprint, so that it goes once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_history_stays")]
    operations = [
        migrations.CreateModel(
            name="Relayed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[("going", "Going"), ("gone", "Gone"), ("unsure", "Unsure"), ("asked", "Asked")],
                        default="going",
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "desk",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="relayed", to="desk.desk"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("desk", "fingerprint"), name="relayed_once")],
            },
        )
    ]
