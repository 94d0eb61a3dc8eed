"""SmartRecruiters: https://developers.smartrecruiters.com/docs/posting-api"""

from dataclasses import dataclass
from urllib.parse import quote

from sincerely.watch.answer import Answer
from sincerely.watch.boards import Address, spoken
from sincerely.watch.data import at, listed, read_json
from sincerely.watch.errors import ReadError
from sincerely.watch.found import Found
from sincerely.watch.posting import lines, posting

LABEL = "SmartRecruiters"
HOSTS = ("careers.smartrecruiters.com", "jobs.smartrecruiters.com")
API = "api.smartrecruiters.com"
# The most that one answer holds, and the most pages that are read of one board.
ON_A_PAGE, MOST_PAGES = 100, 10
SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


@dataclass(frozen=True, slots=True)
class Config:
    """One employer's identifier; `only` is the number of one posting."""

    site: str
    only: str = ""


def recognise(address: Address) -> Config | None:
    if address.host == API and address.steps[:2] == ("v1", "companies"):
        site, number = address.site(2), address.site(4)
    elif address.host in HOSTS:
        site, number = address.site(), address.site(1).partition("-")[0]
    else:
        return None
    return Config(site, number if number.isdecimal() else "") if site else None


def ask(config: Config) -> str:
    return page(config, 0)


def page(config: Config, start: int) -> str:
    return f"https://{API}/v1/companies/{config.site}/postings?limit={ON_A_PAGE}&offset={start}"


def read(config: Config, answer: Answer) -> Found:
    """Each posting of one page of the list; their texts are apart."""
    data = read_json(answer.text())
    jobs = listed(data, "content")
    found = []
    for job in jobs:
        where, number = at(job, "location") or {}, str(job.get("id") or "")
        parts = [part for part in (at(where, key) for key in ("city", "region", "country")) if isinstance(part, str) and part]
        if parts and len(parts[-1]) == 2:
            parts[-1] = parts[-1].upper()
        found.append(
            posting(
                number,
                job.get("name"),
                employer=at(job, "company", "name") or spoken(config.site),
                places=[at(where, "fullLocation") or ", ".join(parts)],
                remote="remote" if at(where, "remote") is True else "hybrid" if at(where, "hybrid") is True else "",
                posted=job.get("releasedDate"),
                employment=at(job, "typeOfEmployment", "label"),
                url=f"https://jobs.smartrecruiters.com/{config.site}/{quote(number, safe='')}",
                details=f"https://{API}/v1/companies/{config.site}/postings/{quote(number, safe='')}",
            )
        )
    start, total = at(data, "offset"), at(data, "totalFound")
    following: tuple[str, ...] = ()
    if isinstance(start, int) and isinstance(total, int) and jobs and start + len(jobs) < min(total, ON_A_PAGE * MOST_PAGES):
        following = (page(config, start + len(jobs)),)
    return Found(tuple(filter(None, found)), following, next((one.employer for one in found if one), spoken(config.site)))


def tell(answer: Answer) -> str:
    """The text of one posting: its sections, in the order in which its page shows them."""
    sections = at(read_json(answer.text()), "jobAd", "sections")
    if not isinstance(sections, dict):
        raise ReadError("The answer holds no text of the posting.")
    parts = [(at(sections, name, "title"), at(sections, name, "text")) for name in SECTIONS]
    return lines("".join(f"<h3>{title or ''}</h3><div>{text}</div>" for title, text in parts if isinstance(text, str) and text))
