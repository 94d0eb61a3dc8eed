from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0018_proposals'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='found_sound',
            field=models.CharField(blank=True, db_default='', default='', max_length=64),
        ),
    ]
