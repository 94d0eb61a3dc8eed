"""Words from the other side: what came in, and what it is."""

from sincerely.desk.actions.replies import confirm_nature, mark_read
from sincerely.desk.callers import Scope
from sincerely.desk.queries.messages import received, received_list
from sincerely.faces.api.operation import get, post

TAG = "Received"
OPERATIONS = (
    get("/received", received_list, Scope.READ, "What came in, newest first"),
    get("/received/{received}", received, Scope.READ, "One word that came in"),
    post("/received/{received}/read", mark_read, Scope.LOG, "You have read it"),
    post("/received/{received}/nature", confirm_nature, Scope.LOG, "What it is"),
)
