"""The addresses of the web desk."""

from sincerely.faces.web.routes import PATTERNS

urlpatterns = PATTERNS
handler400 = "sincerely.faces.web.troubles.unreadable"
handler403 = "sincerely.faces.web.troubles.refused"
handler404 = "sincerely.faces.web.troubles.missing"
handler500 = "sincerely.faces.web.troubles.broken"
