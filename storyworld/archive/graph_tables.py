"""The tables of the world graph. That it is a graph without cycles, its keys promise.

- a transition has an observation, a video URI and the video's digest (NOT NULL, foreign key);
- every transition has its `place` in the order in which its world grew (1, 2, 3, ...), the node
  it leads to has the same place, and a world's root has place 0. Both ends of a transition are
  foreign keys with world and place, and `from_place < place`: whoever follows transitions goes
  on to higher places. So no path comes back to where it was, nothing leads into a root, one
  transition at most leads to a node, and none leads from one world into another;
- nodes and transitions are never changed or taken back (:mod:`storyworld.archive.triggers`).
"""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from storyworld.archive.columns import RecordText, UtcDateTime, one_of
from storyworld.archive.tables import Base
from storyworld.records.access import LOCAL
from storyworld.records.verdict import EpistemicState
from storyworld.records.world import WorldNode

_ID = String(64)


class WorldRow(Base):
    """A world: many episodes, one graph.

    `transitions` is how many it has, and so the place of the last; `grown_at` is when that came.
    """

    __tablename__ = "worlds"
    __table_args__ = (Index("ix_worlds_owner", "owner", "world_id"),)
    world_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    owner: Mapped[str] = mapped_column(_ID, server_default=LOCAL)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    transitions: Mapped[int] = mapped_column(Integer, server_default="0")
    grown_at: Mapped[datetime] = mapped_column(UtcDateTime)


class NodeRow(Base):
    """A state of a world."""

    __tablename__ = "nodes"
    __table_args__ = (
        UniqueConstraint("world_id", "place"),
        UniqueConstraint("node_id", "world_id", "place"),
        CheckConstraint("place >= 0", name="place"),
    )
    node_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    world_id: Mapped[str] = mapped_column(_ID, ForeignKey("worlds.world_id"))
    place: Mapped[int] = mapped_column(Integer)
    record: Mapped[WorldNode] = mapped_column(RecordText(WorldNode))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class BranchRow(Base):
    """An episode's branch of its world, from its root node to its head."""

    __tablename__ = "branches"
    __table_args__ = (Index("ix_branches_world", "world_id", "episode_id"),)
    episode_id: Mapped[str] = mapped_column(
        _ID, ForeignKey("episodes.episode_id"), primary_key=True
    )
    world_id: Mapped[str] = mapped_column(_ID, ForeignKey("worlds.world_id"))
    root_node: Mapped[str] = mapped_column(_ID, ForeignKey("nodes.node_id"))
    head_node: Mapped[str] = mapped_column(_ID, ForeignKey("nodes.node_id"))


class TransitionRow(Base):
    """A step of a world, tied to an observation and to the film it was seen on."""

    __tablename__ = "transitions"
    __table_args__ = (
        UniqueConstraint("episode_id", "beat"),
        UniqueConstraint("world_id", "place"),
        UniqueConstraint("to_node"),
        ForeignKeyConstraint(
            ["from_node", "world_id", "from_place"],
            ["nodes.node_id", "nodes.world_id", "nodes.place"],
        ),
        ForeignKeyConstraint(
            ["to_node", "world_id", "place"],
            ["nodes.node_id", "nodes.world_id", "nodes.place"],
        ),
        Index("ix_transitions_grown", "world_id", "created_at", "place"),
        one_of("state", EpistemicState),
        CheckConstraint("from_place < place", name="onward"),
        CheckConstraint("length(video_uri) > 0", name="video_uri"),
        CheckConstraint("length(video_sha256) = 64", name="video_sha256"),
        CheckConstraint("(state = 'ACCEPTED') = (to_node IS NOT NULL)", name="leads_somewhere"),
    )
    transition_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    world_id: Mapped[str] = mapped_column(_ID, ForeignKey("worlds.world_id"))
    place: Mapped[int] = mapped_column(Integer)
    episode_id: Mapped[str] = mapped_column(_ID, ForeignKey("episodes.episode_id"))
    beat: Mapped[int] = mapped_column(Integer)
    from_node: Mapped[str] = mapped_column(_ID, index=True)
    from_place: Mapped[int] = mapped_column(Integer)
    to_node: Mapped[str | None] = mapped_column(_ID)
    observation_id: Mapped[str] = mapped_column(_ID, ForeignKey("observations.observation_id"))
    video_uri: Mapped[str] = mapped_column(Text)
    video_sha256: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(32))
    because: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
