"""Tables as files, in and out: CSV that no spreadsheet takes for a formula, and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse

from sincerely.desk.errors import DeskError

# A cell that begins with one of these is computed by spreadsheets, the wide forms too (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """Rows as a CSV file in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([harmless(row[column]) for column in columns] for row in rows)
    return named(HttpResponse(text.getvalue().encode(), content_type="text/csv; charset=utf-8"), name)


def json_answer(name: str, rows: Any) -> HttpResponse:
    """Plain data as a JSON file."""
    return named(JsonResponse(rows, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1}), name)


def named(answer: HttpResponse, name: str) -> HttpResponse:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def harmless(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return "" if value is None else value


def rows_in(data: bytes, name: str) -> list[dict[str, Any]]:
    """The rows of a file, as names and values; raises DeskError where it is neither CSV nor JSON."""
    try:
        text = data.decode("utf-8-sig")
        rows = json.loads(text) if name.lower().endswith(".json") else table_in(text)
    except (UnicodeDecodeError, ValueError, RecursionError, csv.Error):
        raise DeskError(f"{name or 'The file'} could not be read. Save it as CSV in UTF-8, and try again.") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DeskError(f"{name} holds no list of applications.")
    return rows


def table_in(text: str) -> list[dict[str, str]]:
    """A CSV's rows that are not empty, whichever sign a spreadsheet put between the columns, and however it wrote their names."""
    head = text.partition("\n")[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    names = [name.strip().lower().replace(" ", "_") for name in next(table, [])]
    return [dict(zip(names, map(as_meant, row), strict=False)) for row in table if any(cell.strip() for cell in row)]


def as_meant(cell: str) -> str:
    """A cell without the sign that kept it from being computed."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
