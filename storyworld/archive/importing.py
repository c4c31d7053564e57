"""Taking over episodes of another archive: all of an account, or nothing.

Whoever calls this has examined the account. What only its own archive knew is made anew: nonces
and places of uploads; its films are not here, and said to be deleted.
"""

import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from storyworld.archive import accounts, attempts, memory, provenance
from storyworld.archive.graph_tables import BranchRow, NodeRow, TransitionRow, WorldRow
from storyworld.archive.statements import insert_rows
from storyworld.archive.tables import ArtifactRow, AttemptRow, EpisodeRow, StepRow, StepState
from storyworld.errors import Conflicting, InvalidField
from storyworld.records.access import LOCAL
from storyworld.records.account import Account, Established, Walked
from storyworld.records.episode import Attempt, EpisodeState
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat
from storyworld.records.verdict import Judgement, OutcomeKind
from storyworld.records.world import WorldNode

Growth = Mapping[str, Established]
"""When what is named by its id entered its world."""


def import_world(
    session: Session, world_id: str, created_at: datetime, *, owner: str = LOCAL
) -> bool:
    """Make a world of an owner's that is not here yet; False if it is.

    Raises
    ------
    Conflicting
        If it is here, and somebody else's.
    """
    here = session.get(WorldRow, world_id)
    if here is not None:
        if here.owner != owner:
            words = f"{world_id} is in this archive already, and belongs to {here.owner}"
            raise Conflicting(words, field="owner")
        return False
    row = {
        "world_id": world_id,
        "owner": owner,
        "created_at": created_at,
        "grown_at": created_at,
    }
    insert_rows(session, insert(WorldRow), row)
    return True


def import_episode(session: Session, world_id: str, account: Account) -> bool:
    """Write an episode that is not here yet, as its world's owner's; False if the same one is.

    Raises
    ------
    Conflicting
        If another one by that name is here.
    InvalidField
        If it is of another world, has not ended, or starts from a node that is not in its world.
    """
    run = account.run
    _check(account, world_id)
    if session.get(EpisodeRow, run.episode_id) is not None:
        if _same(accounts.account(session, run.episode_id), account):
            return False
        raise Conflicting(f"{run.episode_id} is in this archive already, and is another one")
    at = {item.name: item for item in account.established}
    _write_root(session, account, at)
    session.add(
        EpisodeRow(
            episode_id=run.episode_id,
            world_id=run.world_id,
            owner=session.get_one(WorldRow, run.world_id).owner,
            goal=account.goal,
            goal_text=account.goal.text,
            backend=run.backend,
            budget_usd=run.budget_usd,
            state=EpisodeState.EXECUTING,
            outcome=OutcomeKind.IN_PROGRESS,
            because="",
            vetoed=account.vetoed,
            created_at=run.created_at,
            updated_at=run.updated_at,
        )
    )
    session.flush()
    session.add(
        BranchRow(
            episode_id=run.episode_id,
            world_id=run.world_id,
            root_node=run.root_node,
            head_node=run.root_node,
        )
    )
    attempts.save_beats(session, run.episode_id, account.beats)
    for walk in account.walks:
        _write_walk(session, run.episode_id, walk)
    _write_graph(session, account, at)
    for beat, judgement in _for_good(account):
        memory.remember(session, run.episode_id, beat.scenario, judgement)
    for link in account.links:
        provenance.append(session, link, created_at=link.entry.finished_at)
    rows = [{"episode_id": run.episode_id, "due": 0.0, **dict(step)} for step in account.steps]
    insert_rows(session, insert(StepRow), rows)
    _end(session, account)
    return True


def _check(account: Account, world_id: str) -> None:
    run = account.run
    if run.world_id != world_id or any(
        of != world_id
        for of in (*(n.world_id for n in account.nodes), *(t.world_id for t in account.transitions))
    ):
        raise InvalidField(f"{run.episode_id} is not of the world {world_id}", field="world_id")
    if not run.state.terminal:
        raise InvalidField(f"{run.episode_id} has not ended: export it again then", field="state")
    if any(step.state == StepState.READY for step in account.steps):
        words = f"{run.episode_id} has ended, and a step of it is said to wait: it would be taken"
        raise InvalidField(words, field="steps")


def _same(here: Account, given: Account) -> bool:
    return _lasting(here) == _lasting(given)


def _lasting(account: Account) -> Account:
    """Leave out what differs from archive to archive: when films were deleted."""
    walks = tuple(walk.revised(deleted_at=None) for walk in account.walks)
    return account.revised(walks=walks)


def _write_root(session: Session, account: Account, at: Growth) -> None:
    """Write the node it starts from if that is the root of a world; else it has to be here.

    A root holds no facts: nobody observed them.
    """
    run = account.run
    given = next((n for n in account.nodes if n.node_id == run.root_node), None)
    here = session.get(NodeRow, run.root_node)
    if here is not None:
        if here.world_id != run.world_id or (given is not None and here.record != given):
            words = f"the node {run.root_node} is in this archive already, and is another one"
            raise Conflicting(words)
        return
    if given is None or given.facts or _rooted(session, run.world_id):
        words = f"{run.episode_id} starts from {run.root_node}, which nothing before it leads to"
        raise InvalidField(words, field="root_node")
    _write_node(session, given, _when(account, at, given.node_id).revised(place=0))


def _rooted(session: Session, world_id: str) -> bool:
    """Whether a world has a node already: then it has its root."""
    query = select(NodeRow.node_id).where(NodeRow.world_id == world_id).limit(1)
    return session.scalar(query) is not None


def _when(account: Account, at: Growth, name: str) -> Established:
    """Say when something entered its world, and where in its growth.

    Raises
    ------
    InvalidField
        If the account does not tell.
    """
    if name not in at:
        words = f"{account.run.episode_id} does not tell when {name} entered its world"
        raise InvalidField(words, field="established")
    return at[name]


def _write_node(session: Session, node: WorldNode, when: Established) -> None:
    row = {
        "node_id": node.node_id,
        "world_id": node.world_id,
        "place": when.place,
        "record": node,
        "created_at": when.at,
    }
    insert_rows(session, insert(NodeRow), row)


def _write_walk(session: Session, episode_id: str, walk: Walked) -> None:
    key = AttemptKey(episode_id=episode_id, beat=walk.beat, attempt=walk.attempt)
    filming = walk.filming
    if filming is not None:
        nonce = secrets.token_hex(16)
        attempt = Attempt(
            key=key,
            backend=filming.backend,
            seed=filming.seed,
            framing=filming.framing,
            shot=filming.shot,
            because=filming.because,
            nonce=nonce,
            object_key=f"incoming/{episode_id}/{walk.name}-{nonce[:8]}.mp4",
        )
        attempts.open_attempt(session, attempt)
        if walk.created_at is not None:
            session.execute(
                update(AttemptRow)
                .where(AttemptRow.object_key == attempt.object_key)
                .values(created_at=walk.created_at)
            )
        if filming.artifact is not None:
            attempts.save_artifact(session, key, filming.artifact)
            session.execute(
                update(ArtifactRow)
                .where(
                    ArtifactRow.episode_id == episode_id,
                    ArtifactRow.beat == walk.beat,
                    ArtifactRow.attempt == walk.attempt,
                )
                .values(
                    created_at=walk.made_at or datetime.now(UTC),
                    deleted_at=walk.deleted_at or datetime.now(UTC),
                )
            )
    attempts.save_observations(session, key, walk.observations)
    if walk.judgement is not None:
        attempts.save_judgement(session, key, walk.judgement)


def _write_graph(session: Session, account: Account, at: Growth) -> None:
    """Write what it established at the places it had, and move its branch and its world along.

    Where the world has grown by itself here, a place may be taken: the archive refuses it then.
    """
    nodes, run = {node.node_id: node for node in account.nodes}, account.run
    for transition in account.transitions:
        when = _when(account, at, transition.transition_id)
        node = nodes.get(transition.to_node or "")
        if node is not None:
            _write_node(session, node, when)
        row = {
            **transition.model_dump(),
            "place": when.place,
            "from_place": _place(session, transition.from_node),
            "created_at": when.at,
        }
        insert_rows(session, insert(TransitionRow), row)
        session.execute(
            update(WorldRow)
            .where(WorldRow.world_id == run.world_id, WorldRow.transitions < when.place)
            .values(transitions=when.place, grown_at=when.at)
        )
    session.execute(
        update(BranchRow)
        .where(BranchRow.episode_id == run.episode_id)
        .values(head_node=run.head_node)
    )


def _place(session: Session, node_id: str) -> int:
    place = session.scalar(select(NodeRow.place).where(NodeRow.node_id == node_id))
    if place is None:
        raise InvalidField(f"there is no node {node_id} to start from", field="from_node")
    return place


def _for_good(account: Account) -> Iterator[tuple[Beat, Judgement]]:
    """Give each beat that was judged, with its last judgement."""
    last = {walk.beat: walk.judgement for walk in account.walks if walk.judgement is not None}
    for beat in account.beats:
        if beat.index in last:
            yield beat, last[beat.index]


def _end(session: Session, account: Account) -> None:
    run = account.run
    session.execute(
        update(EpisodeRow)
        .where(EpisodeRow.episode_id == run.episode_id)
        .values(
            state=run.state,
            outcome=run.outcome,
            because=run.because,
            confidence=run.confidence,
            failure=run.failure,
            updated_at=run.updated_at,
            finished_at=run.finished_at,
        )
    )
