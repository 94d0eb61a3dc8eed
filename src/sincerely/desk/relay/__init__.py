"""The desk behind the relay: what the person's own mail program sends is read first, then handed over, once.

`examine` touches no network but the desk's own inbox and may not run twice at once, as engines of language are not made
for several threads. `hand_over` may wait for a server for minutes.
"""

from sincerely.desk.relay.examining import Ready, Shown, examine
from sincerely.desk.relay.handing import hand_over
from sincerely.desk.relay.submission import Fate, Outcome, Revise, Submission

__all__ = ["Fate", "Outcome", "Ready", "Revise", "Shown", "Submission", "examine", "hand_over"]
