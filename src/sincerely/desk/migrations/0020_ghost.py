import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0019_found_sound'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ghost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=500)),
                ('model', models.CharField(max_length=200)),
                ('sealed', models.TextField(blank=True, default='')),
                ('agreed_at', models.DateTimeField(null=True)),
                ('set_at', models.DateTimeField()),
                ('desk', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='ghost', to='desk.desk')),
            ],
        ),
        migrations.AddField(
            model_name='message',
            name='doubted',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
    ]
