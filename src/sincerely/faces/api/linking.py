"""Where an answer leads: each row that it holds, to every operation whose address numbers such a row."""

import re
from typing import Any

# The word of an address for the rows of a shape.
WORDS = {
    "ApplicationShape": "application",
    "ContactShape": "contact",
    "EmployerShape": "employer",
    "InterviewShape": "interview",
    "MessageShape": "message",
    "ReceivedShape": "received",
    "ShareShape": "share",
    "WatchShape": "watch",
    "JobShape": "posting",
    "AccountShape": "account",
    "GrantShape": "grant",
    "TokenShape": "token",
}
HERE, FIRST = "$response.body#/id", "$response.body#/items/0/id"
# What is read is what is approved.
READ = {
    "operationId": "approve",
    "parameters": {"message": "$response.body#/message/id"},
    "requestBody": {"sha256": "$response.body#/sha256"},
}


def link(paths: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """Adds to each answer where it leads; the links themselves, by name, which answers point to."""
    leading: dict[str, list[str]] = {word: [] for word in WORDS.values()}
    for way, methods in paths.items():
        words = re.findall(r"{(\w+)}", way)
        if len(words) == 1 and words[0] in leading:
            leading[words[0]] += [told["operationId"] for told in methods.values()]
    links: dict[str, Any] = {"read_approve": READ}
    for methods in paths.values():
        for told in methods.values():
            add(told, known, leading, links)
    return links


def add(told: dict[str, Any], known: dict[str, Any], leading: dict[str, list[str]], links: dict[str, Any]) -> None:
    """The links of one operation's good answer."""
    for status, answer in told["responses"].items():
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {}) if int(status) < 300 else {}
        word, where, kind = row_in(schema, known)
        names = {to: f"{kind}_{word}_{to}" for to in leading.get(word, []) if to != told["operationId"]}
        links |= {name: {"operationId": to, "parameters": {word: where}} for to, name in names.items()}
        if told["operationId"] == "read_through" and int(status) < 300:
            names["approve"] = "read_approve"
        if names:
            answer["links"] = {to: {"$ref": f"#/components/links/{name}"} for to, name in names.items()}


def row_in(schema: dict[str, Any], known: dict[str, Any]) -> tuple[str, str, str]:
    """The word for the rows that an answer holds, where the number of the first one stands in it, and a name for that."""
    shape = schema.get("$ref", "").rpartition("/")[2]
    items = (schema.get("properties") or known.get(shape, {}).get("properties", {})).get("items", {}).get("items", {})
    if items:
        return WORDS.get(items.get("$ref", "").rpartition("/")[2], ""), FIRST, "first"
    return WORDS.get(shape, ""), HERE, "this"
