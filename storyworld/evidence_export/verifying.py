"""Examining an account: whether all in it is as it was, and follows from what was seen."""

from storyworld.evidence_export import chaining, replaying
from storyworld.records.account import Account
from storyworld.records.provenance import ThingKind
from storyworld.records.verification import Aspect, Difference, Examined, Verification


def examine(account: Account) -> Verification:
    """Hold an account against itself: chain, contents, predictions, judgements, commitments.

    Nothing but the account is asked: no archive, no film.
    """
    judged = sum(walk.judgement is not None for walk in account.walks)
    return Verification(
        episode_id=account.run.episode_id,
        outcome=account.run.outcome,
        head=account.head,
        examined=(
            Examined(aspect=Aspect.CHAIN, count=len(account.links)),
            Examined(aspect=Aspect.CONTENTS, count=len(chaining.contents(account))),
            Examined(aspect=Aspect.PREDICTIONS, count=len(account.beats)),
            Examined(aspect=Aspect.JUDGEMENTS, count=judged),
            Examined(aspect=Aspect.COMMITMENTS, count=judged),
        ),
        differences=differences(account),
        remarks=tuple(_remarks(account)),
    )


def differences(account: Account) -> tuple[Difference, ...]:
    """Find all that is not as it was, or does not follow."""
    return (
        *chaining.broken_links(account),
        *chaining.unlike_contents(account),
        *replaying.unlike_predictions(account),
        *replaying.unlike_judgements(account),
        *replaying.unlike_commitments(account),
    )


def _remarks(account: Account) -> list[str]:
    remarks = []
    if not account.run.state.terminal:
        remarks.append("it is still running: what is yet to come is not in here")
    if not chaining.whole(account):
        remarks.append(
            "its provenance was not chained from the start: what was made before has no digest"
        )
    told = {t.kind for link in account.links for t in (*link.entry.used, *link.entry.produced)}
    if ThingKind.OTHER in told:
        remarks.append("some of its entries call things by a name alone")
    return remarks
