"""The description as a page to read: plain, without a script, from this machine alone."""

import json
from html import escape
from typing import Any

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The API of this desk</title></head><body><main>'


def page(description: dict[str, Any]) -> str:
    """Everything in it, by what it is about."""
    parts = [HEAD, "<h1>The API of this desk</h1>"]
    parts += [f"<p>{escape(words)}</p>" for words in description["info"]["description"].split("\n\n")]
    parts.append('<p><a href="/api/openapi.json">As OpenAPI 3.1</a></p>')
    told: dict[str, list[str]] = {}
    for way, methods in description["paths"].items():
        for method, one in methods.items():
            told.setdefault(one["tags"][0], []).append(operation(method, way, one))
    for tag, found in told.items():
        parts += [f"<h2>{escape(tag)}</h2>", *found]
    return "".join([*parts, "</main></body></html>"])


def operation(method: str, way: str, told: dict[str, Any]) -> str:
    """One operation, folded."""
    scopes = [scope for one in told.get("security", []) for scope in one.get("Bearer", [])]
    lines = [f"<p>{escape(told['description'])}</p>", f"<p>Needs: {escape(', '.join(scopes) or 'nothing')}.</p>"]
    names = [f"<code>{escape(one['name'])}</code> ({one['in']})" for one in told["parameters"]]
    lines += [f"<p>Takes: {', '.join(names)}</p>"] if names else []
    lines += [f"<pre>{escape(shown(content))}</pre>" for content in told.get("requestBody", {}).get("content", {}).values()]
    for status, answer in told["responses"].items():
        lines += [f"<p>{status}:</p><pre>{escape(shown(one))}</pre>" for one in answer.get("content", {}).values()]
    refusals = [status for status in told["responses"] if int(status) >= 400]
    lines.append(f"<p>May refuse with: {', '.join(map(str, refusals))}.</p>")
    head = f"<summary><code>{method.upper()} {escape(way)}</code> {escape(told['summary'])}</summary>"
    return f'<details id="{escape(told["operationId"])}">{head}{"".join(lines)}</details>'


def shown(content: dict[str, Any]) -> str:
    example = content.get("example", "")
    return example if isinstance(example, str) else json.dumps(example, indent=1, ensure_ascii=False)
