"""A picture of the handwritten name, for letters on paper."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0004_parts_and_pauses")]
    operations = [migrations.AddField("desk", "signature", models.BinaryField(null=True))]
