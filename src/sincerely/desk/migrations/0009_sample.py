from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0008_versions")]
    operations = [migrations.AddField(model_name="desk", name="sample", field=models.BooleanField(default=False))]
