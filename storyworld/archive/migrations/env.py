"""Alembic's environment: always online, on the connection that ``engine.migrate`` hands in."""

from alembic import context

from storyworld.archive.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction spans the whole upgrade
)
context.run_migrations()
