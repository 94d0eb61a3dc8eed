"""Microdata (HTML, 5) and RDFa Lite in a page's elements, as items in the form of JSON-LD; each element is looked at once.

Our own, for extruct's reader copies every property's elements anew: it took four minutes for a hostile page of 200 KB.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from sincerely.watch.errors import ReadError
from sincerely.watch.markup import plain

Item = dict[str, Any]
# A page of two thousand postings, each with fifty properties, has fewer elements; and the longest has less text.
MOST_ELEMENTS, MOST_TEXT = 100_000, 6_000_000
TOO_MUCH = "The page marks up more than can be read. Watch a page with fewer jobs."
# Where an element keeps its value, if not in its words.
LINKS = {"a": "href", "area": "href", "link": "href", "img": "src", "source": "src", "iframe": "src", "object": "data"}


def marked_items(root: "etree._Element", base: str) -> Iterator[Item]:
    """The items of a page that are no property of another one. Raises ReadError where there is too much of them."""
    reader = Reader(root, base)
    for node in root.iter(etree.Element):
        if scope(node) and not names(node):
            yield reader.item(node)


def scope(node: "etree._Element") -> bool:
    return node.get("itemscope") is not None or node.get("typeof") is not None


def names(node: "etree._Element") -> list[str]:
    """The properties that an element is, without the prefix of their vocabulary."""
    given = node.get("itemprop") or node.get("property") or ""
    return [name.rpartition("/")[2].rpartition(":")[2] for name in given.split()][:5]


class Reader:
    """Reads items within limits that count for the whole page."""

    def __init__(self, root: "etree._Element", base: str) -> None:
        self.base = base
        self.elements = self.text = 0
        self.referred = (
            {node.get("id"): node for node in root.iterfind(".//*[@id]")} if root.find(".//*[@itemref]") is not None else {}
        )

    def item(self, node: "etree._Element") -> Item:
        """One item with its properties; those that it refers to elsewhere are its own, too."""
        found: Item = {"@type": (node.get("itemtype") or node.get("typeof") or "").split()}
        todo = list(reversed(node))
        todo += [self.referred[key] for key in (node.get("itemref") or "").split()[:20] if key in self.referred]
        while todo:
            one = todo.pop()
            self.elements += 1
            if self.elements > MOST_ELEMENTS:
                raise ReadError(TOO_MUCH)
            if not isinstance(one.tag, str):
                continue
            for name in names(one):
                found.setdefault(name, []).append(self.item(one) if scope(one) else self.value(one))
            if not scope(one):
                todo += reversed(one)
        return {name: values[0] if name != "@type" and len(values) == 1 else values for name, values in found.items()}

    def value(self, node: "etree._Element") -> str:
        """A property's value: what an attribute says, else the element's words, block by block."""
        if (content := node.get("content")) is not None:
            return str(content)
        if node.tag in ("time", "data", "meter"):
            return str(node.get("datetime") or node.get("value") or self.words(node))
        if node.tag in LINKS and node.get(LINKS[node.tag]):
            try:
                return str(urljoin(self.base, node.get(LINKS[node.tag], "").strip()))
            except ValueError:
                return ""
        return self.words(node)

    def words(self, node: "etree._Element") -> str:
        markup = etree.tostring(node, encoding="unicode", with_tail=False)
        self.text += len(markup)
        if self.text > MOST_TEXT:
            raise ReadError(TOO_MUCH)
        return plain(markup)
