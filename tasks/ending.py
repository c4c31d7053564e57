"""How a commitment ends an episode, or what it lets follow."""

from sqlalchemy.orm import Session

from storyworld.archive import memory, runs, world
from storyworld.errors import IntegrityError
from storyworld.records.identity import StepKey
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement
from storyworld.records.world import Commitment, NextStep


def carry_out(
    session: Session, key: StepKey, commitment: Commitment, judgement: Judgement, beat: Beat
) -> None:
    """Write a commitment's transition, and the episode's end if nothing follows.

    What a beat's last judgement tested is remembered: another attempt would count it again.
    """
    world.commit(session, commitment)
    if commitment.next is not NextStep.RETRY:
        memory.remember(session, key.episode_id, beat.scenario, judgement)
    if commitment.next is NextStep.STOP:
        end(
            session,
            key,
            runs.Ending(
                state=commitment.state,
                outcome=commitment.outcome,
                because=commitment.because,
                confidence=judgement.confidence.value if judgement.confidence else None,
            ),
        )


def end(session: Session, key: StepKey, ending: runs.Ending) -> None:
    """End the episode of a step that was just finished.

    Raises
    ------
    IntegrityError
        If it had ended before: a finished step belongs to a running episode.
    """
    if not runs.end(session, key.episode_id, ending):
        raise IntegrityError(f"{key} finished in an episode that had already ended")
