"""Render: the GPU worker's task. It imports no database: a request in, a report out."""

from celery import Task
from celery.worker import state

from storyworld.records.identity import Stage
from tasks import pipeline, rendering
from tasks.app import app


@app.task(name="storyworld.render", bind=True)  # type: ignore[untyped-decorator]
def render(self: Task, request: rendering.Message) -> rendering.Message | None:
    """Make the film of a request; whatever goes wrong is a failure in the report."""
    asked = rendering.asked_in(request)
    told = None
    if asked is not None:
        key, nonce = asked.key.at(Stage.RENDER), asked.nonce

        def tell(done: int, of: int, what: str) -> None:
            pipeline.announce(key, nonce, f"{what}, step {done} of {of}" if of else what)

        told = rendering.report_of(
            request, tell=tell, canceled=lambda: self.request.id in state.revoked
        )
    if told is None:
        self.request.chain = None
    return told
