"""Every transition has its place in its world's growth, its ends belong to its world, and the graph
is never changed or taken back; what stood against earlier goals is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_GROWN = "the world graph only grows: its nodes and transitions are never changed or taken back"
_REPLACED = {
    "nodes": "SELECT 1 FROM nodes WHERE node_id = NEW.node_id "
    "OR (world_id = NEW.world_id AND place = NEW.place)",
    "transitions": "SELECT 1 FROM transitions WHERE transition_id = NEW.transition_id "
    "OR (episode_id = NEW.episode_id AND beat = NEW.beat) "
    "OR (world_id = NEW.world_id AND place = NEW.place) OR to_node = NEW.to_node",
}
_ASTRAY = """NOT EXISTS (SELECT 1 FROM nodes WHERE node_id = NEW.root_node AND world_id = NEW.world_id)
    OR NOT EXISTS (SELECT 1 FROM nodes WHERE node_id = NEW.head_node AND world_id = NEW.world_id)"""
_WITHIN = "a branch lies within its world"
_UNPROVEN = """NEW.outcome = 'goal_achieved' AND NOT EXISTS (
    SELECT 1 FROM transitions AS t
    WHERE t.episode_id = NEW.episode_id AND t.state = 'ACCEPTED')"""
_ACHIEVED = "goal_achieved needs an accepted transition"
_DOMAINS = (
    "'vehicle_dynamics', 'statics', 'structural', 'fluid', 'generic', 'kinematics', 'collision', "
    "'energy', 'rotation', 'thermal', 'optics', 'rocketry'"
)


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:  # they speak of the table that is built anew
        for when in ("insert", "update"):
            op.execute(f"DROP TRIGGER episodes_achieved_{when}")
    op.add_column(
        "worlds", sa.Column("transitions", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("worlds", sa.Column("grown_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("nodes", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("transitions", sa.Column("place", sa.Integer(), nullable=True))
    op.add_column("transitions", sa.Column("from_place", sa.Integer(), nullable=True))
    _give_places()

    with op.batch_alter_table("worlds") as batch_op:
        batch_op.alter_column("grown_at", existing_type=sa.DateTime(timezone=True), nullable=False)
    with op.batch_alter_table("nodes") as batch_op:
        batch_op.alter_column("place", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_index("ix_nodes_world_id")
        batch_op.create_unique_constraint(op.f("uq_nodes_world_id_place"), ["world_id", "place"])
        batch_op.create_unique_constraint(
            op.f("uq_nodes_node_id_world_id_place"), ["node_id", "world_id", "place"]
        )
        batch_op.create_check_constraint(op.f("ck_nodes_place"), sa.text("place >= 0"))
    with op.batch_alter_table("transitions") as batch_op:
        batch_op.alter_column("place", existing_type=sa.Integer(), nullable=False)
        batch_op.alter_column("from_place", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_index("ix_transitions_world_id")
        batch_op.drop_index("ix_transitions_to_node")
        batch_op.drop_constraint("fk_transitions_from_node_nodes", type_="foreignkey")
        batch_op.drop_constraint("fk_transitions_to_node_nodes", type_="foreignkey")
        batch_op.create_unique_constraint(op.f("uq_transitions_to_node"), ["to_node"])
        batch_op.create_unique_constraint(
            op.f("uq_transitions_world_id_place"), ["world_id", "place"]
        )
        batch_op.create_foreign_key(
            op.f("fk_transitions_from_node_world_id_from_place_nodes"),
            "nodes",
            ["from_node", "world_id", "from_place"],
            ["node_id", "world_id", "place"],
        )
        batch_op.create_foreign_key(
            op.f("fk_transitions_to_node_world_id_place_nodes"),
            "nodes",
            ["to_node", "world_id", "place"],
            ["node_id", "world_id", "place"],
        )
        batch_op.create_check_constraint(
            op.f("ck_transitions_onward"), sa.text("from_place < place")
        )
        batch_op.create_index("ix_transitions_grown", ["world_id", "created_at", "place"])
    op.drop_index("ix_branches_world_id", "branches")
    op.create_index("ix_branches_world", "branches", ["world_id", "episode_id"])
    op.drop_index("ix_episodes_world_id", "episodes")
    op.create_index("ix_episodes_outcomes", "episodes", ["world_id", "outcome"])

    op.create_table(
        "constraint_memory",
        sa.Column("domain", sa.String(length=32), nullable=False),
        sa.Column("family", sa.String(length=64), nullable=False),
        sa.Column("constraint_id", sa.String(length=64), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("tested", sa.Integer(), nullable=False),
        sa.Column("violated", sa.Integer(), nullable=False),
        sa.Column("last_episode", sa.String(length=64), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(f"domain IN ({_DOMAINS})", name=op.f("ck_constraint_memory_domain")),
        sa.PrimaryKeyConstraint(
            "domain", "family", "constraint_id", name=op.f("pk_constraint_memory")
        ),
    )
    op.create_index(
        "ix_constraint_memory_violated", "constraint_memory", ["domain", "violated", "last_at"]
    )
    _promise_sqlite() if sqlite else _promise_postgresql()


def _give_places() -> None:
    """Give each world's transitions their places, in the order they came.

    One whose clock was behind that of the node it starts from comes when that node has come.
    """
    bind = op.get_bind()
    worlds = bind.execute(sa.text("SELECT world_id FROM worlds")).scalars().all()
    for world_id in worlds:
        of = {"w": world_id}
        waiting = bind.execute(
            sa.text(
                "SELECT transition_id, from_node, to_node FROM transitions WHERE world_id = :w "
                "ORDER BY created_at, transition_id"
            ),
            of,
        ).all()
        led_to = {row.to_node for row in waiting}
        nodes = bind.execute(sa.text("SELECT node_id FROM nodes WHERE world_id = :w"), of)
        places = {node: 0 for node in nodes.scalars() if node not in led_to}
        count = 0
        while waiting:
            later = []
            for row in waiting:
                if row.from_node not in places:
                    later.append(row)
                    continue
                count += 1
                bind.execute(
                    sa.text(
                        "UPDATE transitions SET place = :p, from_place = :f "
                        "WHERE transition_id = :t"
                    ),
                    {"p": count, "f": places[row.from_node], "t": row.transition_id},
                )
                if row.to_node is not None:
                    places[row.to_node] = count
            if len(later) == len(waiting):
                raise ValueError(f"the graph of {world_id} is not one: {later[:3]}")
            waiting = later
        for node, place in places.items():
            bind.execute(
                sa.text("UPDATE nodes SET place = :p WHERE node_id = :n"), {"p": place, "n": node}
            )
        bind.execute(
            sa.text(
                "UPDATE worlds SET transitions = :c, grown_at = coalesce((SELECT max(created_at) "
                "FROM transitions WHERE world_id = :w), created_at) WHERE world_id = :w"
            ),
            {**of, "c": count},
        )


def _promise_sqlite() -> None:
    for when in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER episodes_achieved_{when.lower()} BEFORE {when} ON episodes "
            f"WHEN {_UNPROVEN} BEGIN SELECT RAISE(ABORT, '{_ACHIEVED}'); END"
        )
        op.execute(
            f"CREATE TRIGGER branches_within_{when.lower()} BEFORE {when} ON branches "
            f"WHEN {_ASTRAY} BEGIN SELECT RAISE(ABORT, '{_WITHIN}'); END"
        )
    for table, replaced in _REPLACED.items():
        for when in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_kept_{when.lower()} BEFORE {when} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_GROWN}'); END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_kept_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS ({replaced}) BEGIN SELECT RAISE(ABORT, '{_GROWN}'); END"
        )


def _promise_postgresql() -> None:
    for table in _REPLACED:
        op.execute(
            f"""CREATE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{_GROWN}' USING ERRCODE = 'check_violation';
            END $$"""
        )
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_kept()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_kept_truncate BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()"
        )
    op.execute(
        f"""CREATE FUNCTION branches_within() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {_ASTRAY} THEN RAISE EXCEPTION '{_WITHIN}' USING ERRCODE = 'check_violation'; END IF;
            RETURN NEW;
        END $$"""
    )
    op.execute(
        "CREATE TRIGGER branches_within BEFORE INSERT OR UPDATE ON branches "
        "FOR EACH ROW EXECUTE FUNCTION branches_within()"
    )


def downgrade() -> None:
    raise NotImplementedError("a graph that only grows stays one")
