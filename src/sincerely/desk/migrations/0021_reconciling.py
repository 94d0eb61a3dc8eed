from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0020_ghost'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='desk',
            index=models.Index(condition=models.Q(('reconcile_since__isnull', False)), fields=['reconcile_since'], name='desk_reconciling'),
        ),
    ]
