"""Tables that leave the desk as files: CSV that no spreadsheet takes for a formula, and JSON."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse

# A cell that begins with one of these is computed by spreadsheets (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
