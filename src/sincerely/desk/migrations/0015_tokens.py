"""Programs that may come in, and what they ask for once."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def of_desk(name: str) -> "models.Field[Any, Any]":
    return models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name=name, to="desk.desk")


def number() -> "models.Field[Any, Any]":
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("desk", "0014_employer_keys")]
    operations = [
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", number()),
                ("name", models.CharField(max_length=100)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("scopes", models.JSONField(default=list)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("desk", of_desk("tokens")),
            ],
        ),
        migrations.CreateModel(
            name="Pairing",
            fields=[
                ("id", number()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("desk", of_desk("pairings")),
            ],
        ),
        migrations.CreateModel(
            name="Errand",
            fields=[
                ("id", number()),
                ("key", models.CharField(max_length=255)),
                ("asked", models.CharField(max_length=64)),
                ("begun_at", models.DateTimeField()),
                ("answer", models.JSONField(null=True)),
                ("desk", of_desk("errands")),
                (
                    "message",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="errands", to="desk.message"),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("desk", "key"), name="errand_once")]},
        ),
    ]
