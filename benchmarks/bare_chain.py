"""The yardstick: five tasks that do nothing, on the same queues with the same settings."""

import os
import time

from celery import Celery
from redis import Redis

app = Celery("storyworld.bare")
app.config_from_object("celeryconfig")
app.conf.imports = ()
app.conf.task_routes = {}

QUEUES = ("control", "gpu", "observe", "control", "control")


@app.task(name="storyworld.bare", queue="control")
def bare(key: str, last: bool = False) -> str:
    if last:
        with Redis.from_url(os.environ["REDIS_URL"]) as client:
            client.lpush(f"bare:{key}", time.time())
    return key
