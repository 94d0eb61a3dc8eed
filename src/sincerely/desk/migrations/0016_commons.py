"""What members share: templates, examples, remarks and opinions; complaints about them, and what was decided."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0015_tokens'),
    ]

    operations = [
        migrations.CreateModel(
            name='Example',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hidden_at', models.DateTimeField(null=True)),
                ('hidden_because', models.TextField(blank=True, default='')),
                ('title', models.CharField(max_length=120)),
                ('stage', models.CharField(choices=[('thank-you', 'thank-you'), ('check-in', 'check-in'), ('final', 'final'), ('after-rejection', 'after-rejection'), ('after-offer', 'after-offer'), ('keep-in-touch', 'keep-in-touch'), ('answer', 'answer')], max_length=16)),
                ('channel', models.CharField(choices=[('email', 'email'), ('letter', 'letter'), ('voicemail', 'voicemail'), ('call', 'call'), ('text', 'text')], max_length=16)),
                ('text', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('published_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='examples', to='desk.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='examples', to='desk.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hidden_at', models.DateTimeField(null=True)),
                ('hidden_because', models.TextField(blank=True, default='')),
                ('article', models.CharField(blank=True, default='', max_length=64)),
                ('words', models.TextField()),
                ('named', models.BooleanField(default=False)),
                ('said_at', models.DateTimeField()),
                ('example', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='desk.example')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='desk.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='remarks', to='desk.person')),
            ],
        ),
        migrations.CreateModel(
            name='Ruling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('hide', 'Hide'), ('keep', 'Keep')], max_length=8)),
                ('by_hand', models.BooleanField(default=True)),
                ('reason', models.TextField()),
                ('ruled_at', models.DateTimeField()),
                ('example', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rulings', to='desk.example')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rulings', to='desk.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rulings', to='desk.person')),
                ('remark', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rulings', to='desk.remark')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Template',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('stage', models.CharField(choices=[('thank-you', 'thank-you'), ('check-in', 'check-in'), ('final', 'final'), ('after-rejection', 'after-rejection'), ('after-offer', 'after-offer'), ('keep-in-touch', 'keep-in-touch'), ('answer', 'answer')], max_length=16)),
                ('channel', models.CharField(choices=[('email', 'email'), ('letter', 'letter'), ('voicemail', 'voicemail'), ('call', 'call'), ('text', 'text')], max_length=16)),
                ('subject', models.CharField(blank=True, default='', max_length=200)),
                ('body', models.TextField()),
                ('offered_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='templates', to='desk.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='templates', to='desk.person')),
            ],
        ),
        migrations.AddField(
            model_name='remark',
            name='template',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='desk.template'),
        ),
        migrations.CreateModel(
            name='Opinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.CharField(blank=True, default='', max_length=64)),
                ('helped', models.BooleanField()),
                ('given_at', models.DateTimeField()),
                ('example', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='desk.example')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='desk.person')),
                ('remark', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='desk.remark')),
                ('template', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='opinions', to='desk.template')),
            ],
        ),
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='complaints', to='desk.person')),
                ('example', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='complaints', to='desk.example')),
                ('remark', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='complaints', to='desk.remark')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'remark'), name='complaint_of_remark_once'), models.UniqueConstraint(fields=('person', 'example'), name='complaint_of_example_once')],
            },
        ),
        migrations.AddIndex(
            model_name='remark',
            index=models.Index(fields=['article', 'organisation'], name='remark_on_article'),
        ),
        migrations.AddIndex(
            model_name='opinion',
            index=models.Index(condition=models.Q(('article', ''), _negated=True), fields=['article'], name='opinion_on_article'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(condition=models.Q(('article', ''), _negated=True), fields=('person', 'article'), name='opinion_on_article_once'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(fields=('person', 'template'), name='opinion_on_template_once'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(fields=('person', 'example'), name='opinion_on_example_once'),
        ),
        migrations.AddConstraint(
            model_name='opinion',
            constraint=models.UniqueConstraint(fields=('person', 'remark'), name='opinion_on_remark_once'),
        ),
    ]
