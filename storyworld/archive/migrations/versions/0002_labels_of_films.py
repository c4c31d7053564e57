"""Labels of films; an observation's model and verdict as columns, to be counted without its record."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_VERDICT = "verdict IN ('valid', 'uncertain', 'impossible', 'contradicts', 'blocks')"
_KEPT = "a label is kept as it was given"


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.add_column("observations", sa.Column("model", sa.String(length=200), nullable=True))
    op.add_column("observations", sa.Column("verdict", sa.String(length=16), nullable=True))
    model, verdict = (
        ("json_extract(record, '$.observer.model')", "json_extract(record, '$.verdict')")
        if sqlite
        else ("record::json->'observer'->>'model'", "record::json->>'verdict'")
    )
    op.execute(
        f"UPDATE observations SET model = substr({model}, 1, 200), "  # noqa: S608 - constants
        f"verdict = {verdict}"
    )
    with op.batch_alter_table("observations", schema=None) as batch_op:
        batch_op.alter_column("verdict", existing_type=sa.String(length=16), nullable=False)
        batch_op.create_check_constraint(op.f("ck_observations_verdict"), sa.text(_VERDICT))
        batch_op.create_index(
            "ix_observations_counted",
            ["observer", "model", "availability", "verdict"],
            unique=False,
        )

    op.create_table(
        "labels",
        sa.Column("label_id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("episode_id", sa.String(length=64), nullable=False),
        sa.Column("beat", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("observation_id", sa.String(length=64), nullable=True),
        sa.Column("label", sa.String(length=16), nullable=False),
        sa.Column("labelled_by", sa.String(length=80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "label IN ('valid', 'impossible', 'contradicts', 'unclear')",
            name=op.f("ck_labels_label"),
        ),
        sa.CheckConstraint("length(labelled_by) > 0", name=op.f("ck_labels_labelled_by")),
        sa.ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["artifacts.episode_id", "artifacts.beat", "artifacts.attempt"],
            name=op.f("fk_labels_episode_id_beat_attempt_artifacts"),
        ),
        sa.ForeignKeyConstraint(
            ["observation_id"],
            ["observations.observation_id"],
            name=op.f("fk_labels_observation_id_observations"),
        ),
        sa.PrimaryKeyConstraint("label_id", name=op.f("pk_labels")),
    )
    with op.batch_alter_table("labels", schema=None) as batch_op:
        batch_op.create_index(
            "ix_labels_film",
            ["episode_id", "beat", "attempt", "labelled_by", "label_id"],
            unique=False,
        )

    if sqlite:
        for when in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER labels_kept_{when.lower()} BEFORE {when} ON labels "
                f"BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END"
            )
    else:
        op.execute(
            f"""CREATE FUNCTION labels_kept() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{_KEPT}' USING ERRCODE = 'check_violation';
            END $$"""
        )
        op.execute(
            "CREATE TRIGGER labels_kept BEFORE UPDATE OR DELETE ON labels "
            "FOR EACH ROW EXECUTE FUNCTION labels_kept()"
        )
