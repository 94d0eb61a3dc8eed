"""Everything on a desk as plain data, without secrets, and back into an empty home."""

import base64
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection
from django.db.models import BinaryField, DateField, Field, ForeignKey, JSONField, Model, QuerySet

from sincerely.desk import models
from sincerely.desk.access import Actor
from sincerely.desk.actions.desk import remove_sample
from sincerely.desk.admission import Member
from sincerely.desk.errors import DeskError, action, query

State = models.Message.State
FORMAT = "sincerely-desk"
VERSION = 1
# Each after what it points to.
TABLES: tuple[type[Model], ...] = (
    models.Desk,
    models.Account,
    models.Employer,
    models.Application,
    models.Contact,
    models.Address,
    models.Interview,
    models.Interviewer,
    models.Message,
    models.Attachment,
    models.Version,
    models.Received,
    models.Sighting,
    models.Event,
    models.History,
    models.Feed,
    models.Relayed,
    models.Ghost,
    models.Watch,
    models.Watched,
    models.Edition,
    models.Share,
    models.Comment,
    models.Vote,
)
# Years outside are no dates of a job search, and too near the ends of time to count from.
YEARS = range(1970, 2201)
# Secrets stay here, and so does a yes that words may leave this machine. Whose desk it is here, and whether it is being
# reconciled, are matters of its home; so are the people of an organisation and what they were granted: an export is one's own.
LEFT_OUT = frozenset({"sealed", "reconcile_since", "sample", "person", "agreed_at"})
# Columns that came after the first exports, and start empty where an export lacks them. No other may be missing: without its
# state a message that went would wait to go again.
LATER = frozenset(
    {"signature", "fine_phrases", "digest_hour", "digest_on", "part_of_id", "withdrawn_at", "withdrawn_because"}
) | {
    "review_votes",
    "review_mail",
    "proposed_by",
    "doubted",
}
# What its owner said to other members. It leaves with the desk, and comes into no other: those people are not there.
COMMONS: tuple[type[Model], ...] = (models.Template, models.Example, models.Remark, models.Opinion, models.Complaint)
# Rows without a desk of their own, and the one that they belong to.
OWNERS = {
    models.Interviewer: "interview__desk",
    models.Attachment: "message__desk",
    models.Version: "message__desk",
    models.Edition: "watched__desk",
    models.Comment: "message__desk",
    models.Vote: "share__desk",
    models.Desk: "pk",
}


@query
def export_desk(actor: Actor) -> dict[str, Any]:
    """The whole desk as JSON can hold it: `{"format", "version", "tables": {noun: [row, …]}}`. Files are in base64.

    `commons`, likewise by noun: what its owner said to other members.
    """
    tables = {name_of(table): [plain(row) for row in rows_of(table, actor)] for table in TABLES}
    return {"format": FORMAT, "version": VERSION, "tables": tables, "commons": said_by(owner_of(actor))}


@query
def export_said(member: Member) -> dict[str, Any]:
    """What a member said to others, as JSON can hold it: `{"commons": {noun: [row, …]}}`; there may be no desk to go with it."""
    return {"commons": said_by(member.person)}


def owner_of(actor: Actor) -> int | None:
    """The number of the person whose desk it is; none on one's own machine."""
    return models.Desk.objects.filter(pk=actor.desk).values_list("person", flat=True).first()


def said_by(person: int | None) -> dict[str, list[dict[str, Any]]]:
    """What somebody said to others, by noun; nothing without a person."""
    found = {name_of(table): table._default_manager.filter(person=person).order_by("pk") for table in COMMONS if person}
    return {noun: [plain(row) for row in rows] for noun, rows in found.items()}


def name_of(table: type[Model]) -> str:
    return table._meta.model_name or ""


def rows_of(table: type[Model], actor: Actor) -> Any:
    return table._default_manager.filter(**{OWNERS.get(table, "desk"): actor.desk}).order_by("pk")


def fields_of(table: type[Model]) -> "list[Field[Any, Any]]":
    return [field for field in table._meta.concrete_fields if field.name not in LEFT_OUT]


def plain(row: Model) -> dict[str, Any]:
    return {field.attname: plain_value(getattr(row, field.attname)) for field in fields_of(type(row))}


def plain_value(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value.isoformat() if hasattr(value, "isoformat") else value


@action
def import_desk(data: Mapping[str, Any], *, now: datetime) -> Actor:
    """Fills an empty home with an exported desk. What waited to be sent is settled before anything
    is sent: the export may be old.

    Raises DeskError for data that is no export, and where a desk stands already.
    """
    if models.Desk.objects.filter(sample=False).exists():
        raise DeskError("A desk stands here already. Set SINCERELY_HOME to an empty folder, then import there.")
    tables = tables_in(data)
    remove_sample()
    for table in TABLES:
        rows = [row_from(table, given, number) for number, given in enumerate(tables.get(name_of(table), []), 1)]
        try:
            table._default_manager.bulk_create(rows, batch_size=200)
            connection.check_constraints([table._meta.db_table])
        except IntegrityError:
            raise DeskError(f"This export does not fit together at {name_of(table)}. It is damaged.") from None
    reset_counters()
    desk = models.Desk.objects.get()
    reconcile_from(desk, now)
    return Actor(desk.pk, desk.name)


def reconcile_from(desk: models.Desk, since: datetime) -> None:
    """Lets nothing be sent until all that waited at a time is settled; where nothing waited, nothing needs settling."""
    desk.reconcile_since = since if unsettled().filter(desk=desk).exists() else None
    desk.save(update_fields=["reconcile_since"])


def reconcile_all(now: datetime) -> int:
    """The same for every desk of a copy, from when the copy was made where it says so; at how many desks something waits."""
    waiting = unsettled().values("desk")
    models.Desk.objects.exclude(pk__in=waiting).update(reconcile_since=None)
    models.Desk.objects.filter(pk__in=waiting, reconcile_since=None).update(reconcile_since=now)
    return models.Desk.objects.exclude(reconcile_since=None).count()


def unsettled() -> QuerySet[models.Message]:
    """What waited when a copy was made, and may have gone since."""
    waiting = (State.APPROVED, State.QUEUED, State.SENDING, State.UNSURE)
    return models.Message.objects.filter(state__in=waiting).exclude(message_id="")


def tables_in(data: Mapping[str, Any]) -> Mapping[str, list[Any]]:
    """The tables of an export, checked as a whole."""
    if data.get("format") != FORMAT:
        raise DeskError("This file is no export of a desk. Give a file that `sincerely export` wrote.")
    if data.get("version") != VERSION:
        raise DeskError("This export is of another version. Update Sincerely, then try again.")
    tables = data.get("tables")
    if not isinstance(tables, Mapping) or not all(isinstance(rows, list) for rows in tables.values()):
        raise DeskError("This export has no tables. It is damaged.")
    if len(tables.get("desk", [])) != 1:
        raise DeskError("This export does not hold one desk. It is damaged.")
    return tables


def row_from(table: type[Model], given: Any, number: int) -> Model:
    """One row from its plain form; raises DeskError that names it."""
    if not isinstance(given, Mapping):
        raise DeskError(f"Row {number} of {name_of(table)} is no object. The export is damaged.")
    values: dict[str, Any] = {}
    for field in fields_of(table):
        if field.attname not in given:
            if field.attname in LATER:
                continue
            raise DeskError(f"Row {number} of {name_of(table)} has no {field.attname}. The export is damaged.")
        try:
            values[field.attname] = value_of(field, given[field.attname])
        except (ValidationError, ValueError, TypeError, OverflowError):
            raise DeskError(f"Row {number} of {name_of(table)} has a wrong {field.attname}. The export is damaged.") from None
    return table(**values)


def value_of(field: "Field[Any, Any]", value: Any) -> Any:
    """A value of one field; raises where it is none."""
    if value is None:
        if not field.null:
            raise ValueError
        return None
    if isinstance(field, BinaryField):
        return base64.b64decode(value, validate=True)
    if isinstance(field, JSONField):
        return value
    if isinstance(field, ForeignKey):
        return int(value)
    if isinstance(field, DateField):
        return moment_of(field, value)
    return field.clean(value, None) if field.choices else field.to_python(value)


def moment_of(field: "DateField[Any, Any]", value: Any) -> date:
    """A day or an instant with its offset, of a likely year; raises where it is none."""
    if not isinstance(value, str):
        raise TypeError
    moment: date = field.to_python(value)
    if moment.year not in YEARS or (isinstance(moment, datetime) and moment.tzinfo is None):
        raise ValueError
    return moment


def reset_counters() -> None:
    """Lets new rows count on from the imported ones, where the database does not by itself (PostgreSQL)."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(TABLES)):
            cursor.execute(statement)
