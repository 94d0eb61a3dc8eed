from django.db import migrations, models
from django.db.models import F


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0016_commons'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='message',
            index=models.Index(F('desk') % 64, 'next_attempt', condition=models.Q(('state', 'queued')), name='message_lane'),
        ),
    ]
