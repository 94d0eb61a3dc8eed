"""What the pictures of the README show: real commands, typed at fixed moments by an invented person."""

ADD = (
    "add|--employer|Northgate Bakery|--role|Baker|--with|Ada Okafor <ada@northgate.example>, Head Baker"
    "|--with|Bo Lind <bo@northgate.example>|--start|2026-03-02T14:00|--end|2026-03-02T15:00"
    "|--zone|Europe/London|--country|GB|--region|ENG|--format|on-site"
)
INIT = "init|--name|Lena Brandt|--email|lena.brandt@example.org|--phone|01632 960 111|--zone|Europe/London|--no-mailbox"
ANGRY = """Dear Ada,

Thank you for showing me round on Monday. I enjoyed talking about the stone oven with you.

Frankly, it is a joke that nobody bothered to call me back. You people have no idea how to treat applicants. If I have not
heard from you by noon tomorrow, I will tell everyone what your kitchen looks like.

Kind regards,
Lena Brandt
"""
AFTERNOON = "2026-03-02T15:40:00Z"

# name: (title, [(command, moment, what is typed, shown)])
PICTURES = {
    "first-note": (
        "An interview, and the note that is owed",
        [
            (INIT, AFTERNOON, "", False),
            (ADD, AFTERNOON, "", False),
            ("note|The new stone oven; rye bread for the market; Saturday shifts", AFTERNOON, "", True),
            ("due", AFTERNOON, "", True),
            ("write", AFTERNOON, "", True),
        ],
    ),
    "held": (
        "A note that would do harm is held",
        [("check|-", AFTERNOON, ANGRY, True)],
    ),
    "plan": (
        "What comes when, and why",
        [
            (INIT, AFTERNOON, "", False),
            (ADD, AFTERNOON, "", False),
            ("promise|by the end of next week", AFTERNOON, "", False),
            ("log|Ada|--channel|email|--stage|thank-you", "2026-03-03T09:10:00Z", "", False),
            ("log|Bo|--channel|email|--stage|thank-you", "2026-03-03T09:20:00Z", "", False),
            ("plan", "2026-03-03T10:00:00Z", "", True),
            ("may|--contact|Ada", "2026-03-03T10:00:00Z", "", True),
        ],
    ),
}
