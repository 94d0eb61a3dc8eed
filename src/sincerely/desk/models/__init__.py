"""What the desk remembers: one file per noun. Only the desk imports these."""

from sincerely.desk.models.account import Account
from sincerely.desk.models.application import Application
from sincerely.desk.models.commons import Complaint, Example, Opinion, Remark, Ruling, Template
from sincerely.desk.models.contact import Address, Contact
from sincerely.desk.models.desk import Desk
from sincerely.desk.models.employer import Employer
from sincerely.desk.models.errand import Errand
from sincerely.desk.models.event import Event
from sincerely.desk.models.feed import Feed
from sincerely.desk.models.ghost import Ghost
from sincerely.desk.models.grant import Grant
from sincerely.desk.models.history import History
from sincerely.desk.models.interview import Interview, Interviewer
from sincerely.desk.models.message import Attachment, Message
from sincerely.desk.models.organisation import Invitation, Membership, Organisation, Role
from sincerely.desk.models.person import Person
from sincerely.desk.models.received import Received, Sighting
from sincerely.desk.models.relayed import Relayed
from sincerely.desk.models.review import Comment, Share, Vote
from sincerely.desk.models.token import Pairing, Token
from sincerely.desk.models.version import Version
from sincerely.desk.models.watch import Edition, Host, Watch, Watched

__all__ = [
    "Account",
    "Address",
    "Application",
    "Attachment",
    "Comment",
    "Complaint",
    "Contact",
    "Desk",
    "Edition",
    "Employer",
    "Errand",
    "Event",
    "Example",
    "Feed",
    "Ghost",
    "Grant",
    "History",
    "Host",
    "Interview",
    "Interviewer",
    "Invitation",
    "Membership",
    "Message",
    "Opinion",
    "Organisation",
    "Pairing",
    "Person",
    "Received",
    "Relayed",
    "Remark",
    "Role",
    "Ruling",
    "Share",
    "Sighting",
    "Template",
    "Token",
    "Version",
    "Vote",
    "Watch",
    "Watched",
]
