"""What goes out about members: organisations, invitations, grants, and a coach's caseload."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OrganisationShape:
    """An organisation as one of its members sees it; `membership` and `role` are theirs, none for the operator."""

    id: int
    name: str
    kind: str
    membership: int | None
    role: str


@dataclass(frozen=True, slots=True)
class MemberShape:
    """Somebody in an organisation. `email` is shown to admins only."""

    membership: int
    name: str
    email: str
    role: str
    joined_at: str
    own: bool


@dataclass(frozen=True, slots=True)
class InvitationShape:
    """An invitation that still stands; its link was told once, when it was made."""

    id: int
    email: str
    role: str
    expires_at: str


@dataclass(frozen=True, slots=True)
class InvitedShape:
    """What somebody with an invitation's link is told before they say yes."""

    organisation: str
    kind: str
    role: str
    expires_at: str


@dataclass(frozen=True, slots=True)
class CoachShape:
    """A coach whom a seeker may let in."""

    membership: int
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class GrantShape:
    """What a coach may read; `scope` is desk, application or draft, `what` says it in words."""

    id: int
    coach: str
    organisation: str
    scope: str
    what: str
    application: int | None
    message: int | None
    given_at: str


@dataclass(frozen=True, slots=True)
class DraftShape:
    """A draft that a coach may read."""

    id: int
    contact_name: str
    employer: str
    stage: str
    changed_at: str


@dataclass(frozen=True, slots=True)
class TalkShape:
    """An interview that is over and has no note."""

    application: int
    employer: str
    role: str
    end: str


@dataclass(frozen=True, slots=True)
class LateShape:
    """A thank-you that is overdue."""

    application: int
    employer: str
    role: str
    contact_name: str
    due: str


@dataclass(frozen=True, slots=True)
class SeekerShape:
    """One seeker in a coach's caseload. `shares`: desk, some or nothing; of what is not shared, nothing is here."""

    membership: int
    name: str
    shares: str
    desk: int | None = None
    late: list[LateShape] = field(default_factory=list)
    noteless: list[TalkShape] = field(default_factory=list)
    drafts: list[DraftShape] = field(default_factory=list)
    applications: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReportShape:
    """Sums over the desks that are shared as a whole; none at all for five people or fewer."""

    people: int
    numbers: dict[str, int] | None
