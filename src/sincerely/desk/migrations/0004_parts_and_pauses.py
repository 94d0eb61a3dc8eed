"""Employers that are part of another; searches on hold and withdrawals among the facts."""

import django.db.models.deletion
from django.db import migrations, models

KINDS = ["interview", "interview-moved", "interview-cancelled", "promised", "sent", "received", "read", "waived", "address", "held"]
LABELS = ["Interview", "Moved", "Cancelled", "Promised", "Sent", "Received", "Read", "Waived", "Address", "Held"]


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_relayed")]
    operations = [
        migrations.AddField(
            model_name="employer",
            name="part_of",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="parts", to="desk.employer"
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[*zip(KINDS, LABELS, strict=True), ("on-hold", "On Hold")], max_length=24
            ),
        ),
        migrations.AddField("application", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField("application", "withdrawn_because", models.TextField(blank=True, default="")),
    ]
