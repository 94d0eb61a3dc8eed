"""Mail of the server's own, where desks are kept for many: to those who have an account, by what mails them their codes."""

import logging
from smtplib import SMTPException

from django.core.mail import EmailMessage

from sincerely.desk.errors import DeskError

log = logging.getLogger(__name__)


def mail_to(email: str, subject: str, text: str) -> None:
    """Sends a short text to the verified address of somebody with an account; raises DeskError where it does not go.

    It says that a program sent it, so that no away note answers (RFC 3834, 5.1).
    """
    note = EmailMessage(subject, text, to=[email], headers={"Auto-Submitted": "auto-generated"})
    try:
        note.send()
    except (SMTPException, OSError) as error:
        log.warning("The server's own mail does not leave: %s", type(error).__name__)
        raise DeskError("The server's own mail does not leave. Its operator sees to SINCERELY_MAIL_URL.") from error
