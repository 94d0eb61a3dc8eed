"""Invented people, employers, notes and backgrounds from many places, and briefs made of them."""

import datetime
import random
from collections.abc import Iterator

from sincerely.pen import Brief, Candidate, Contact, Fit, Interview, Source
from sincerely.terms import Channel, Stage

CANDIDATES = (
    Candidate("Maeve O'Donoghue", "maeve.odonoghue@example.org", "+353 20 915 0181"),
    Candidate("Trần Thị Mai", "mai.tran@example.com", "0491 570 156"),
    Candidate("Björk Einarsdóttir", "bjork.einars@example.net", "+354 555 0134"),
    Candidate("Kwabena Osei-Bonsu", "k.oseibonsu@example.org", "07700 900461"),
    Candidate("María Fernanda Ruiz Peña", "mf.ruiz@example.com", "+34 600 000 119"),
    Candidate("Tamsin Hale", "tamsin.hale@example.com", "01632 960842"),
    Candidate("DeShawn Whitaker", "deshawn.whitaker@example.net", "(555) 010-0199"),
)
CONTACTS = (
    Contact("Clara Lindqvist", "Operations Manager"),
    Contact("Dr Ifeoma Eze", "Clinical Lead"),
    Contact("Nguyễn Thị Hương", "Plant Manager"),
    Contact("Szabó Katalin", "Office Manager"),
    Contact("Park Min-jun", "Head of Design"),
    Contact("José Antonio Ferreira da Silva", "Chef"),
    Contact("Professor Walter Ashdown", "Head of Department"),
    Contact("Robert Quill", "Foreman", nickname="Bob"),
    Contact("Sister Bernadette", "Matron"),
    Contact("Priya Raghunathan", "Engineering Manager", honorific="Ms"),
    Contact("Siân Llewellyn-Rees", "Registrar"),
    Contact("Abdulrahman al-Harbi", "Logistics Lead"),
    Contact("Yuki Watanabe", "Producer"),
    Contact("Wei Zhang", "Controller"),
    Contact("Oksana Kovalenko", "Branch Manager", honorific="Mrs"),
    Contact("Giulia De Santis", "Head Pastry Chef"),
    Contact("Þórður Jónsson", "Skipper"),
    Contact("Anaïs Lefèvre", "Account Director"),
    Contact("Tomáš Dvořák", "Workshop Lead"),
    Contact("Chukwuemeka Obi", "Site Manager"),
    Contact("Lakshmi Venkataraman", "Head of Year"),
    Contact("Rev. Grace Tolliver", "Chaplain"),
    Contact("Kaimana Kealoha", "Dive Supervisor"),
    Contact("Zeynep Öztürk", "Team Lead"),
    Contact("Mary J. Oduya, PhD", "Director"),
    Contact("Recruitment Team"),
    Contact("careers@northbeck.example"),
    Contact(),
)
EMPLOYERS = (
    ("Northbeck Dairies", "Quality Controller"),
    ("The Gilded Fern", "Head Waiter"),
    ("Hughes & Jenkins", "Conveyancing Assistant"),
    ("Atlas Foods Inc.", "Account Manager"),
    ("University of Wexcombe", "Research Assistant"),
    ("St Brannoc's Hospital", "Ward Sister"),
    ("loomwright", "UX Designer"),
    ("Pérez Hermanos", "Buyer"),
    ("Orchard House School", "Teaching Assistant"),
    ("Bright Harbor Credit Union", "Loan Officer"),
    ("Ironbridge Rail", "Apprenticeship in Signalling"),
    ("Castell Coch Brewery", "Engineer, Bottling"),
    ("Harrow Vale Council", "HR Adviser (Ref. 20417)"),
    ("", "Office Administrator"),
    ("Minster Print Works", ""),
    ("", ""),
)
NOTES = (
    "Greenhouse heating; potting shed rota",
    "We talked about the new packing line and the move to night deliveries. They use SAP.",
    "- handover at shift change\n- wound dressings\n- training for new starters",
    "they use Figma, big redesign, weekly reviews",
    "I liked the workshop. She showed me the lathe. He asked about my notice period.",
    "How the kitchen plans for allergies; tasting menu",
    "Trial shift on the bar; stock takes",
    "ISO 9001 audit; Kubernetes migration; data retention",
    "Salary was low; parking awful; she seemed tired",
    "very friendly, quite formal",
    "1) reading groups 2) exam season",
    "Discussed: safeguarding, phonics, playground duty",
    "Es ging um die neue Halle",
    "???",
    "",
)
FITS = (
    Fit(
        "stock control",
        "You will manage stock control.",
        "Ran stock control.",
        Source.WORK,
        "Warehouse Operative",
        "Clydeside Freight",
    ),
    Fit("a forklift licence", "Forklift licence required.", "Forklift licence, 2019.", Source.TEXT),
    Fit("wound care", "Experience of wound care.", "Led wound care clinics.", Source.WORK, "Staff Nurse", "St Ode's Hospital"),
    Fit("PostgreSQL", "Python and PostgreSQL.", "PostgreSQL", Source.SKILL),
    Fit("Portuguese", "Portuguese is welcome.", "Portuguese", Source.LANGUAGE, "Native"),
    Fit("soil science", "Knowledge of soil science.", "Soil science", Source.STUDY, "BSc", "University of Orrin"),
    Fit("first aid", "First aid is an advantage.", "First aid", Source.CERTIFICATE),
    Fit("event planning", "Event planning.", "Planned events for 200 guests.", Source.VOLUNTEER, "Organiser", ""),
)
REPLIES = (
    "Could you come in for a second interview on Thursday 19 March at 10am?",
    "Please send us two references and your portfolio.",
    "We would like to invite you to the next round. Would Monday 16 March or Tuesday 17 March suit?",
    "What would your notice period be?",
    "Thank you. We are still interviewing and will be in touch.",
    "",
)
TODAY = datetime.date(2026, 3, 12)


def briefs(channel: Channel, stage: Stage, count: int, seed: int = 7) -> Iterator[Brief]:
    """So many briefs, each with other facts and other facts missing; the same ones every time."""
    chance = random.Random(f"{channel} {stage} {seed}")
    for number in range(count):
        company, role = chance.choice(EMPLOYERS)
        ago = chance.choice((0, 1, 3, 9, 40) if stage.prompted else (9, 12, 40, 400))
        held = chance.choice([None, *[TODAY - datetime.timedelta(ago)] * 5])
        yield Brief(
            channel=channel,
            stage=stage,
            candidate=chance.choice(CANDIDATES),
            today=TODAY,
            contact=CONTACTS[(number + chance.randrange(3)) % len(CONTACTS)],
            company=company,
            role=role,
            interview=Interview(held, chance.choice(["", "phone", "video", "on-site"]), chance.choice(NOTES)),
            promised=chance.choice([None, TODAY - datetime.timedelta(3)]),
            fits=tuple(chance.sample(FITS, chance.randrange(3))),
            seat=chance.randrange(3),
            reply=chance.choice(REPLIES) if stage is Stage.ANSWER else "",
            british=chance.choice([None, True, False]),
        )
