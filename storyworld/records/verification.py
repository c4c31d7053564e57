"""What a check of an episode's evidence finds."""

from enum import StrEnum

from pydantic import NonNegativeInt

from storyworld.records.frozen import Identifier, Record, Sha256, Text
from storyworld.records.verdict import OutcomeKind


class Aspect(StrEnum):
    """What is held against what.

    ===========  ============================================================================
    files        each file of a crate against the digest that its metadata gives
    schema       each file against the shape of its record
    chain        each link of the provenance against the digest that the next names it by
    contents     what stages made and used against the digests they left in the provenance
    admission    what observers said against what they could have seen
    predictions  the solver's predictions, solved again
    judgements   the judgements, judged again: equal to the byte
    commitments  what followed, decided again: nodes, transitions, the outcome
    films        the bytes of films against their digests
    signature    the statement against the key of whoever signed it
    ===========  ============================================================================
    """

    FILES = "files"
    SCHEMA = "schema"
    CHAIN = "chain"
    CONTENTS = "contents"
    ADMISSION = "admission"
    PREDICTIONS = "predictions"
    JUDGEMENTS = "judgements"
    COMMITMENTS = "commitments"
    FILMS = "films"
    SIGNATURE = "signature"


class Difference(Record):
    """One thing that is not as it was: where, and how it differs."""

    aspect: Aspect
    where: Text
    words: Text


class Examined(Record):
    """How many things were looked at in one respect."""

    aspect: Aspect
    count: NonNegativeInt


class Verification(Record):
    """All that was examined of an episode, and every difference found.

    `head` is the digest of its last link: whoever knows it from elsewhere knows that nothing
    before it was changed. `remarks` say what could not be examined.
    """

    episode_id: Identifier
    outcome: OutcomeKind
    head: Sha256 | None
    examined: tuple[Examined, ...]
    differences: tuple[Difference, ...] = ()
    remarks: tuple[Text, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether all is as it was."""
        return not self.differences


class PathVerification(Record):
    """What was examined of the episodes whose transitions lead to a node, from the root on."""

    node_id: Identifier
    episodes: tuple[Verification, ...]

    @property
    def sound(self) -> bool:
        """Whether all of them are as they were."""
        return all(episode.sound for episode in self.episodes)
