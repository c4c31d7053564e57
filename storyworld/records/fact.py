"""What an observation has established of a world, and what a later one says against it."""

from storyworld.records.evidence import FrameRange
from storyworld.records.frozen import Name, Record
from storyworld.records.quantity import NonNegative, Quantity


class Fact(Record):
    """Something established by an observation: subject, attribute, quantity.

    `lasting` is a property that a goal states of a body, and that stays: its size.
    """

    subject: Name
    attribute: Name
    quantity: Quantity
    observation_id: str
    evidence_id: str
    lasting: bool = False


class Contradiction(Record):
    """Evidence that cannot be true of a body of which a lasting fact is.

    It is `seen` on `frames` of the film, and lies `sigma` combined standard uncertainties away.
    """

    fact: Fact
    evidence_id: str
    seen: Quantity
    frames: FrameRange | None
    sigma: NonNegative
