"""The smallest Celery app there is: it shows that the nodes carry a task."""

import os

from celery import Celery

app = Celery("bare", broker=os.environ.get("BARE_URL"), backend=os.environ.get("BARE_URL"))
app.conf.update(task_acks_late=True, worker_prefetch_multiplier=1)


@app.task(name="bare.add")
def add(left: int, right: int) -> int:
    return left + right
