"""The first schema: worlds, episodes, the queue of record, evidence, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_WORDS = "goal_achieved needs an accepted transition"


def upgrade() -> None:
    op.create_table(
        "worlds",
        sa.Column("world_id", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("world_id", name=op.f("pk_worlds")),
    )
    op.create_table(
        "episodes",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.String(length=64), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("goal_text", sa.Text(), nullable=False),
        sa.Column("backend", sa.String(length=32), nullable=False),
        sa.Column("budget_usd", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("vetoed", sa.Text(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("idempotency_key", sa.String(length=255), nullable=True),
        sa.Column("body_sha256", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "backend IN ('stub', 'veo', 'svd', 'animatediff')", name=op.f("ck_episodes_backend")
        ),
        sa.CheckConstraint(
            "outcome IN ('in_progress', 'goal_achieved', 'goal_impossible', 'goal_abandoned', 'dead_state', 'epistemically_incomplete', 'uncertain_termination')",
            name=op.f("ck_episodes_outcome"),
        ),
        sa.CheckConstraint(
            "state IN ('CREATED', 'PLANNED', 'EXECUTING', 'COMPLETED', 'EPISTEMICALLY_BLOCKED', 'IMPOSSIBLE', 'FAILED', 'TERMINATED')",
            name=op.f("ck_episodes_state"),
        ),
        sa.ForeignKeyConstraint(
            ["world_id"], ["worlds.world_id"], name=op.f("fk_episodes_world_id_worlds")
        ),
        sa.PrimaryKeyConstraint("episode_id", name=op.f("pk_episodes")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_episodes_idempotency_key")),
    )
    with op.batch_alter_table("episodes", schema=None) as batch_op:
        batch_op.create_index("ix_episodes_created", ["created_at", "episode_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_episodes_world_id"), ["world_id"], unique=False)

    op.create_table(
        "nodes",
        sa.Column("node_id", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.String(length=64), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["world_id"], ["worlds.world_id"], name=op.f("fk_nodes_world_id_worlds")
        ),
        sa.PrimaryKeyConstraint("node_id", name=op.f("pk_nodes")),
    )
    with op.batch_alter_table("nodes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_nodes_world_id"), ["world_id"], unique=False)

    op.create_table(
        "beats",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_beats_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("episode_id", "beat", name=op.f("pk_beats")),
    )
    op.create_table(
        "branches",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.String(length=64), nullable=False),
        sa.Column("root_node", sa.String(length=64), nullable=False),
        sa.Column("head_node", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_branches_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(
            ["head_node"], ["nodes.node_id"], name=op.f("fk_branches_head_node_nodes")
        ),
        sa.ForeignKeyConstraint(
            ["root_node"], ["nodes.node_id"], name=op.f("fk_branches_root_node_nodes")
        ),
        sa.ForeignKeyConstraint(
            ["world_id"], ["worlds.world_id"], name=op.f("fk_branches_world_id_worlds")
        ),
        sa.PrimaryKeyConstraint("episode_id", name=op.f("pk_branches")),
    )
    with op.batch_alter_table("branches", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_branches_world_id"), ["world_id"], unique=False)

    op.create_table(
        "costs",
        sa.Column("cost_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("usd", sa.Float(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('estimate', 'settled')", name=op.f("ck_costs_kind")),
        sa.CheckConstraint("usd >= 0", name=op.f("ck_costs_usd")),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_costs_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("cost_id", name=op.f("pk_costs")),
    )
    with op.batch_alter_table("costs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_costs_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "events",
        sa.Column("event_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=True),
        sa.Column("attempt", sa.Integer(), nullable=True),
        sa.Column("stage", sa.String(length=16), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_events_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "provenance",
        sa.Column("entry_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "stage IN ('plan', 'render', 'observe', 'evaluate', 'commit')",
            name=op.f("ck_provenance_stage"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_provenance_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_provenance")),
    )
    with op.batch_alter_table("provenance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_provenance_episode_id"), ["episode_id"], unique=False)

    op.create_table(
        "steps",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("lease", sa.Float(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("sends", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "stage IN ('plan', 'render', 'observe', 'evaluate', 'commit')",
            name=op.f("ck_steps_stage"),
        ),
        sa.CheckConstraint(
            "state IN ('ready', 'done', 'dead', 'canceled')", name=op.f("ck_steps_state")
        ),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_steps_episode_id_episodes")
        ),
        sa.PrimaryKeyConstraint("episode_id", "beat", "attempt", "stage", name=op.f("pk_steps")),
    )
    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.create_index("ix_steps_due", ["state", "due"], unique=False)

    op.create_table(
        "attempts",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("backend", sa.String(length=32), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("framing", sa.Text(), nullable=False),
        sa.Column("shot", sa.Text(), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("object_key", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "backend IN ('stub', 'veo', 'svd', 'animatediff')", name=op.f("ck_attempts_backend")
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat"],
            ["beats.episode_id", "beats.beat"],
            name=op.f("fk_attempts_episode_id_beat_beats"),
        ),
        sa.PrimaryKeyConstraint("episode_id", "beat", "attempt", name=op.f("pk_attempts")),
        sa.UniqueConstraint("object_key", name=op.f("uq_attempts_object_key")),
    )
    op.create_table(
        "findings",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("constraint_id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("margin", sa.Float(), nullable=True),
        sa.Column("uncertainty", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(length=16), nullable=True),
        sa.CheckConstraint(
            "source IN ('user', 'solver', 'measurement', 'vision_model', 'inferred')",
            name=op.f("ck_findings_source"),
        ),
        sa.CheckConstraint(
            "status IN ('satisfied', 'violated', 'undecided', 'unevaluable')",
            name=op.f("ck_findings_status"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat"],
            ["beats.episode_id", "beats.beat"],
            name=op.f("fk_findings_episode_id_beat_beats"),
        ),
        sa.PrimaryKeyConstraint(
            "episode_id", "beat", "attempt", "constraint_id", "source", name=op.f("pk_findings")
        ),
    )
    op.create_table(
        "judgements",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("rules_version", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "state IN ('ACCEPTED', 'EPISTEMICALLY_INCOMPLETE', 'REJECTED', 'UNCERTAIN_TERMINATION')",
            name=op.f("ck_judgements_state"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat"],
            ["beats.episode_id", "beats.beat"],
            name=op.f("fk_judgements_episode_id_beat_beats"),
        ),
        sa.PrimaryKeyConstraint("episode_id", "beat", "attempt", name=op.f("pk_judgements")),
    )
    op.create_table(
        "artifacts",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("backend", sa.String(length=32), nullable=False),
        sa.Column("renderer", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_artifacts_size")),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["attempts.episode_id", "attempts.beat", "attempts.attempt"],
            name=op.f("fk_artifacts_episode_id_beat_attempt_attempts"),
        ),
        sa.PrimaryKeyConstraint("episode_id", "beat", "attempt", name=op.f("pk_artifacts")),
    )
    with op.batch_alter_table("artifacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_artifacts_deleted_at"), ["deleted_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_artifacts_sha256"), ["sha256"], unique=False)

    op.create_table(
        "observations",
        sa.Column("observation_id", sa.String(length=64), nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("observer", sa.String(length=64), nullable=False),
        sa.Column("availability", sa.String(length=16), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "availability IN ('success', 'unavailable', 'failed', 'insufficient')",
            name=op.f("ck_observations_availability"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["attempts.episode_id", "attempts.beat", "attempts.attempt"],
            name=op.f("fk_observations_episode_id_beat_attempt_attempts"),
        ),
        sa.PrimaryKeyConstraint("observation_id", name=op.f("pk_observations")),
        sa.UniqueConstraint(
            "episode_id",
            "beat",
            "attempt",
            "observer",
            name=op.f("uq_observations_episode_id_beat_attempt_observer"),
        ),
    )
    op.create_table(
        "evidence",
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.String(length=160), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("uncertainty", sa.Float(), nullable=False),
        sa.Column("observation_id", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "source IN ('user', 'solver', 'measurement', 'vision_model', 'inferred')",
            name=op.f("ck_evidence_source"),
        ),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat"],
            ["beats.episode_id", "beats.beat"],
            name=op.f("fk_evidence_episode_id_beat_beats"),
        ),
        sa.ForeignKeyConstraint(
            ["observation_id"],
            ["observations.observation_id"],
            name=op.f("fk_evidence_observation_id_observations"),
        ),
        sa.PrimaryKeyConstraint(
            "episode_id", "beat", "attempt", "evidence_id", name=op.f("pk_evidence")
        ),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_name"), ["name"], unique=False)

    op.create_table(
        "transitions",
        sa.Column("transition_id", sa.String(length=64), nullable=False),
        sa.Column("world_id", sa.String(length=64), nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("from_node", sa.String(length=64), nullable=False),
        sa.Column("to_node", sa.String(length=64), nullable=True),
        sa.Column("observation_id", sa.String(length=64), nullable=False),
        sa.Column("video_uri", sa.Text(), nullable=False),
        sa.Column("video_sha256", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'ACCEPTED') = (to_node IS NOT NULL)",
            name=op.f("ck_transitions_leads_somewhere"),
        ),
        sa.CheckConstraint(
            "state IN ('ACCEPTED', 'EPISTEMICALLY_INCOMPLETE', 'REJECTED', 'UNCERTAIN_TERMINATION')",
            name=op.f("ck_transitions_state"),
        ),
        sa.CheckConstraint("length(video_sha256) = 64", name=op.f("ck_transitions_video_sha256")),
        sa.CheckConstraint("length(video_uri) > 0", name=op.f("ck_transitions_video_uri")),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episodes.episode_id"], name=op.f("fk_transitions_episode_id_episodes")
        ),
        sa.ForeignKeyConstraint(
            ["from_node"], ["nodes.node_id"], name=op.f("fk_transitions_from_node_nodes")
        ),
        sa.ForeignKeyConstraint(
            ["observation_id"],
            ["observations.observation_id"],
            name=op.f("fk_transitions_observation_id_observations"),
        ),
        sa.ForeignKeyConstraint(
            ["to_node"], ["nodes.node_id"], name=op.f("fk_transitions_to_node_nodes")
        ),
        sa.ForeignKeyConstraint(
            ["world_id"], ["worlds.world_id"], name=op.f("fk_transitions_world_id_worlds")
        ),
        sa.PrimaryKeyConstraint("transition_id", name=op.f("pk_transitions")),
        sa.UniqueConstraint("episode_id", "beat", name=op.f("uq_transitions_episode_id_beat")),
    )
    with op.batch_alter_table("transitions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_transitions_from_node"), ["from_node"], unique=False)
        batch_op.create_index(batch_op.f("ix_transitions_to_node"), ["to_node"], unique=False)
        batch_op.create_index(batch_op.f("ix_transitions_world_id"), ["world_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        for when in ("INSERT", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER episodes_achieved_{when.lower()} BEFORE {when} ON episodes "
                f"WHEN {_UNPROVEN} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
            )
    else:
        op.execute(
            f"""CREATE FUNCTION episodes_achieved() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF {_UNPROVEN} THEN
                    RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'check_violation';
                END IF;
                RETURN NEW;
            END $$"""
        )
        op.execute(
            "CREATE TRIGGER episodes_achieved BEFORE INSERT OR UPDATE ON episodes "
            "FOR EACH ROW EXECUTE FUNCTION episodes_achieved()"
        )
