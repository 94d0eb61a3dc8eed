"""The addresses where desks are kept for many."""

from sincerely.faces.web.members.routes import PATTERNS
from sincerely.project.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = PATTERNS
