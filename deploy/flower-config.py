"""Flower's settings: ``celery -A tasks flower --conf=deploy/flower-config.py``.

Flower shows every task and can stop every worker, so that it does not start without a login. It
asks no worker for events by itself: at a metered Redis they cost (deploy/upstash.md). For tasks to
be seen set ``FLOWER_ENABLE_EVENTS=true``, or start workers with ``-E --heartbeat-interval 60``.
"""

import os

from storyworld.processes import FLOWER_PORT, flower_login_fault

if fault := flower_login_fault(os.environ.get("FLOWER_BASIC_AUTH")):
    raise SystemExit(f"flower: {fault}")

address = os.environ.get("FLOWER_ADDRESS", "127.0.0.1")
port = int(os.environ.get("FLOWER_PORT", FLOWER_PORT))
enable_events = os.environ.get("FLOWER_ENABLE_EVENTS", "").lower() in {"1", "true", "yes"}
auth = ""  # the login is the one above, and no other way leads in
persistent = False
max_tasks = 5000
