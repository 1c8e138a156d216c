"""The closed words of the trade: statuses, parts, kinds of source and of actor, and the types that ship with Dateline.

The labels are English and are translated where a page is made.
"""

from dataclasses import dataclass

from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Status:
    """How far an event has come, as a word and as the sign that stands beside it."""

    id: str
    label: str
    means: str
    sign: str  # the shape of the marker: hollow, solid, struck, half


STATUSES = (
    Status("announced", "Announced", "intended; no date is fixed yet", "hollow"),
    Status("planned", "Planned", "the date is fixed", "hollow"),
    Status("postponed", "Postponed", "put off, to a new date or to none", "hollow"),
    Status("cancelled", "Cancelled", "called off", "struck"),
    Status("held", "Held", "confirmed to have happened", "solid"),
    Status("reported", "Reported", "a source says that it happened", "half"),
    Status("retracted", "Retracted", "this entry was withdrawn", "struck"),
)
STATUS = {status.id: status for status in STATUSES}
HELD = "held"
DEFAULT_STATUS = "reported"
RETRACTED = "retracted"
DENIED = "denied"  # what a claim may say, and an event cannot be
NOT_YET = frozenset({"announced", "planned", "postponed"})
HAPPENED = frozenset({"held", "reported"})

PARTICIPANT = "participant"  # the part of those of whom nothing else is said
PARTS = {
    PARTICIPANT: "Participant",
    "host": "Host",
    "chair": "Chair",
    "mediator": "Mediator",
    "observer": "Observer",
    "signatory": "Signatory",
    "depositary": "Depositary",
    "for": "Voted for",
    "against": "Voted against",
    "abstained": "Abstained",
    "absent": "Absent",
    "subject": "Subject",
}

SOURCE_KINDS = {
    "news": "News report",
    "official": "Official document",
    "treaty": "Treaty",
    "transcript": "Transcript",
    "speech": "Speech",
    "post": "Post",
    "archive": "Archival record",
    "report": "Report",
}
ACTOR_KINDS = {"state": "State", "organisation": "Organisation", "person": "Person"}


# What `held` is called by type: a text is signed, a statement issued. Meetings are held, and the rest is confirmed.
HELD_AS = {
    "session": "Held",
    "statement": "Issued",
    "decision": "Adopted",
    "agreement": "Signed",
    "accession": "Completed",
}


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event. `label` is the author's own where the site gives one; else the shipped English is translated."""

    id: str
    shipped_label: str
    means: str = ""
    is_meeting: bool = False
    label: Text | None = None

    @property
    def held_label(self) -> str:
        """What the status `held` is called for an event of this type."""
        return HELD_AS.get(self.id, "Held" if self.is_meeting else "Confirmed")


TYPES = (
    EventType("summit", "Summit", "heads of state or government meet", True),
    EventType("ministerial", "Ministerial", "ministers meet", True),
    EventType("talks", "Talks", "envoys or officials negotiate, a round", True),
    EventType("visit", "Visit", "a guest received on another's soil", True),
    EventType("meeting", "Meeting", "any other meeting", True),
    EventType("session", "Session", "a standing body sits"),
    EventType("contact", "Contact", "call, letter or note between governments"),
    EventType("statement", "Statement", "public declaration, speech, interview"),
    EventType("decision", "Decision", "organ, parliament or court decides or votes"),
    EventType("agreement", "Agreement", "text signed or adopted by its parties"),
    EventType("accession", "Accession", "ratification, accession, entry into force, withdrawal"),
    EventType("relations", "Relations", "recognition; ties made or cut; envoys sent, expelled"),
    EventType("sanctions", "Sanctions", "measures imposed, extended, lifted"),
    EventType("aid", "Aid", "assistance pledged or delivered"),
    EventType("force", "Force", "attack, deployment, exercise, weapons test"),
    EventType("truce", "Truce", "ceasefire, withdrawal, prisoner exchange"),
    EventType("domestic", "Domestic", "election, change of government, law"),
    EventType("other", "Other", "what no other type holds"),
)
DEFAULT_TYPE = "other"
