"""The desk for assistants, by the Model Context Protocol: they help to write and to keep track; a person sends."""

from sincerely.faces.mcp.house import House
from sincerely.faces.mcp.reach import Thread
from sincerely.faces.mcp.serving import over_http, over_stdio

__all__ = ["House", "Thread", "over_http", "over_stdio"]
