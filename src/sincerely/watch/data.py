"""Foreign JSON and XML, read within limits."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from sincerely.watch.errors import ReadError

DEEPEST = 60
MOST_ITEMS = 2_000
# No page for people comes near; ten times as many take the parser a hundred times as long.
MOST_ATTRIBUTES = 2_000
QUOTED = re.compile(r"""\"[^\"]*+\"?|'[^']*+'?""")
TAG = re.compile(r"""<[a-zA-Z](?:[^<>\"']|\"[^\"]*+\"?|'[^']*+'?)*+""")
NAME = re.compile(r"[^\s/=<>]+")
CAREFUL = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def read_json(text: str) -> Any:
    """The value of a JSON text at most 60 levels deep; raises ReadError."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise ReadError("The answer is not JSON that can be read. It will be asked again later.") from None
    if too_deep(value):
        raise ReadError(f"The answer is nested deeper than {DEEPEST} levels. It is not read.")
    return value


def too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for outer in level if isinstance(outer, dict | list) for inner in children(outer)]
        if not level:
            return False
    return any(isinstance(item, dict | list) for item in level)


def children(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


def at(data: Any, *path: str) -> Any:
    """What lies at a path of keys; None where there is nothing."""
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def objects(data: Any, *path: str) -> list[Mapping[str, Any]]:
    """The objects in the list at a path, 2,000 at most."""
    found = at(data, *path) if path else data
    return [item for item in found[:MOST_ITEMS] if isinstance(item, Mapping)] if isinstance(found, list) else []


def listed(data: Any, key: str) -> list[Mapping[str, Any]]:
    """The objects under a key that a board's answer must have; raises ReadError, so that no fault reads as an empty board."""
    if not isinstance(at(data, key), list):
        raise ReadError("The board's answer has another form than expected. Its jobs are kept as they were.")
    return objects(data, key)


def refuse_overloaded(text: str) -> None:
    """Raises ReadError for an element of very many attributes: a parser compares each with all others."""
    long = (tag[0] for tag in TAG.finditer(text) if len(tag[0]) > MOST_ATTRIBUTES)
    if any(len(NAME.findall(QUOTED.sub("", tag))) > MOST_ATTRIBUTES for tag in long):
        raise ReadError("The page is made so that it could not be read. Look for yourself, or end this watch.")


def read_xml(body: bytes, *, mend: bool = False) -> "etree._Element":
    """The root of an XML text; entities and document types are refused, nothing is loaded. Raises ReadError."""
    bare = body.replace(b"\0", b"")
    if re.search(rb"<!(?:ENTITY|DOCTYPE)", bare, re.IGNORECASE):
        raise ReadError("The answer declares XML entities or a document type. It is not read.")
    refuse_overloaded(bare.decode("latin-1"))
    parser = etree.XMLParser(**CAREFUL, recover=mend)
    try:
        root = etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise ReadError("The answer is not XML that can be read. It will be asked again later.")
    return root


def local(element: "etree._Element") -> str:
    """A tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def named(root: "etree._Element", name: str) -> Iterator["etree._Element"]:
    """The elements below a root of that name, in any namespace."""
    return (element for element in root.iter("{*}" + name) if element is not root)


def words_in(root: "etree._Element", name: str) -> str:
    """The text of the first child of that name; empty where there is none."""
    found = next((child for child in root if isinstance(child.tag, str) and local(child) == name), None)
    return "".join(found.itertext()).strip() if found is not None else ""
