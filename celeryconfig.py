"""Celery's settings: translated from StoryWorld's, nothing decided here but the wire profile.

The database is the queue of record and Redis a doorbell, so Redis keeps no copies of unacked
messages (``ack_emulation``: five times fewer commands a chain) and no results; what is lost on
the way the reconciler sends again. On a metered Redis (``REDIS_URL`` set) workers poll long.
"""

from pathlib import Path

from storyworld.keeper import BrokerFiles, recorded
from storyworld.settings import Settings

_settings = Settings.from_environment()


def _broker() -> str:
    if _settings.redis_url is None:
        address = recorded(BrokerFiles(_settings.home))
        return address.url if address else "redis://127.0.0.1:6379/0"
    url = _settings.redis_url.get_secret_value()
    if url.startswith("rediss://") and "ssl_cert_reqs" not in url:
        # rediss:// alone does not verify the certificate
        url += ("&" if "?" in url else "?") + "ssl_cert_reqs=required"
    return url


broker_url = _broker()
broker_connection_retry_on_startup = True
broker_connection_max_retries = None
broker_transport_options = {
    "ack_emulation": False,
    "polling_interval": 10 if _settings.metered else 1,
    "global_keyprefix": "sw:",
    "socket_connect_timeout": 5,
    "socket_timeout": 30,
    "socket_keepalive": True,
    "health_check_interval": 30,
    "queue_order_strategy": "priority",
}

result_backend = None
task_ignore_result = True
task_serializer = event_serializer = "json"
accept_content = ["json"]

task_default_queue = "control"
task_create_missing_queues = False
task_queues = {
    name: {"exchange": name, "routing_key": name} for name in ("control", "observe", "gpu")
}
task_routes = {
    "storyworld.plan": {"queue": "control"},
    "storyworld.started": {"queue": "control"},
    "storyworld.render": {"queue": "gpu"},
    "storyworld.purchase": {"queue": "control"},
    "storyworld.observe": {"queue": "observe"},
    "storyworld.evaluate": {"queue": "control"},
    "storyworld.commit": {"queue": "control"},
    "storyworld.retain": {"queue": "control"},
}
# a stage that claims its step ends before its lease does: nobody takes it over while it still works
_within_lease = {
    "soft_time_limit": 0.8 * _settings.lease_s,
    "time_limit": 0.95 * _settings.lease_s,
}
task_annotations = {
    "storyworld.plan": _within_lease,
    "storyworld.started": _within_lease,
    "storyworld.purchase": _within_lease,
    "storyworld.observe": _within_lease,
    "storyworld.evaluate": _within_lease,
    "storyworld.commit": _within_lease,
    # claims no step: what it has not deleted in time it deletes the next time
    "storyworld.retain": {"soft_time_limit": 300, "time_limit": 330},
    # the deadline itself is kept by tasks.room; this is for a pool of processes that hangs
    "storyworld.render": {
        "soft_time_limit": _settings.render_deadline_s + 30,
        "time_limit": _settings.render_deadline_s + 40,
    },
}
imports = (
    "tasks.plan",
    "tasks.render",
    "tasks.purchase",
    "tasks.started",
    "tasks.observe",
    "tasks.evaluate",
    "tasks.commit",
    "tasks.retain",
)

task_acks_late = True
task_reject_on_worker_lost = False  # the reconciler decides, not the broker
worker_prefetch_multiplier = 1
worker_soft_shutdown_timeout = 20
worker_hijack_root_logger = False
worker_max_tasks_per_child = 1000
worker_max_memory_per_child = 1_500_000  # KiB

beat_schedule_filename = str(Path(_settings.home) / "beat-schedule")
