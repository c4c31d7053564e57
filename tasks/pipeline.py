"""The chain of five, and the doorbell.

Messages carry keys: only the render worker, which knows no database, is handed a whole
:class:`~storyworld.records.render.RenderRequest`, and only observe is handed its report.
"""

import logging
import time
import uuid
from collections.abc import Callable
from typing import Final

from celery import Celery, Signature, chain
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.render import RenderRequest

_NAMESPACE: Final = uuid.UUID("6f9fb2f5-6a51-4f8e-9b0e-2f2b8f1a7c11")
_SEND_TIMEOUT_S: Final = 0.4
_QUIET_S: Final = 5.0

_log = logging.getLogger(__name__)

bell = Celery("storyworld.bell")
"""The app that rings: the same broker, but a black hole is given up in under half a second."""
bell.config_from_object("celeryconfig")
bell.conf.broker_transport_options = {
    **bell.conf.broker_transport_options,
    "socket_connect_timeout": _SEND_TIMEOUT_S,
    "socket_timeout": _SEND_TIMEOUT_S,
    "health_check_interval": 0,
    # kombu's own connection retry sleeps: a closed port would take two seconds
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
bell.conf.task_publish_retry = False
bell.conf.broker_connection_timeout = _SEND_TIMEOUT_S


class _Silence:
    """Remembers that the broker did not answer, so that askers need not wait for it again."""

    until = 0.0


def task_id(key: StepKey) -> str:
    """Give the id under which a step's message always goes: the same step, the same id."""
    return str(uuid.uuid5(_NAMESPACE, str(key)))


def _link(key: AttemptKey, stage: Stage, *args: object, task: str = "") -> Signature:
    name = f"storyworld.{task or stage}"
    queue = bell.conf.task_routes[name]["queue"]
    return bell.signature(name, args=args, queue=queue, task_id=task_id(key.at(stage)))


def walk(key: StepKey, request: RenderRequest | None = None) -> Signature:
    """Build the chain from a step to commit: plan -> render -> observe -> evaluate -> commit.

    `request` is what the render worker is told; needed where the chain starts with render. A film
    that is bought is no render worker's: its chain starts with a purchase, on the control side.
    """
    order = list(Stage)[list(Stage).index(key.stage) :]
    if request is None:
        first = _link(key, key.stage, str(key))
    elif request.backend.bought:
        first = _link(key, key.stage, str(key), task="purchase")
    else:
        first = _link(key, key.stage, request.model_dump(mode="json"))
    links = [first, *(_link(key, stage) for stage in order[1:])]
    return chain(*links, app=bell) if len(links) > 1 else links[0]


def ring(key: StepKey, request: RenderRequest | None = None) -> bool:
    """Send the walk from a step, best effort; False if the broker did not take it.

    Never raises and never takes longer than a second: the row is written, and the reconciler
    sends what did not go out.
    """
    return _taken(lambda: walk(key, request).apply_async(retry=False), str(key))


def report(key: AttemptKey, told: dict[str, object]) -> bool:
    """Hand the report of a render that failed to observe, best effort, as :func:`ring` does.

    A failure ends its chain: nothing follows the report.
    """
    word = _link(key, Stage.OBSERVE, told)
    return _taken(lambda: word.apply_async(retry=False), f"the report of {key}")


def revoke(*keys: StepKey) -> bool:
    """Tell the workers that nobody wants these steps any more, best effort, as :func:`ring` does.

    One PUBLISH. Sent here and not by ``bell.control.revoke``, which tries again for ever.
    """
    word = {
        "method": "revoke",
        "arguments": {"task_id": [task_id(key) for key in keys], "terminate": False},
        "destination": None,
    }

    def publish() -> None:
        exchange = bell.control.mailbox.exchange
        with bell.producer_or_acquire() as producer:
            producer.publish(
                word, exchange=exchange.name, declare=[exchange], serializer="json", retry=False
            )

    return _taken(publish, f"that {', '.join(map(str, keys))} is revoked")


def _taken(send: Callable[[], object], what: str) -> bool:
    """Send; False, and quiet for a while, if the broker did not take it."""
    if time.monotonic() < _Silence.until:
        return False
    try:
        send()
    except (KombuError, RedisError, OSError) as error:
        _Silence.until = time.monotonic() + _QUIET_S
        _log.warning("the broker did not take %s: %s", what, type(error).__name__)
        return False
    return True


def announce(key: StepKey, nonce: str, how_far: str) -> None:
    """Tell the control side that a render has started or goes on, best effort."""
    word = bell.signature("storyworld.started", args=(str(key), nonce, how_far), queue="control")
    try:
        word.apply_async(retry=False)
    except (KombuError, RedisError, OSError) as error:
        _log.warning("could not announce %s: %s", key, type(error).__name__)


def ring_for_retention() -> None:
    """Let the control side delete expired films, best effort."""
    try:
        bell.signature("storyworld.retain", queue="control").apply_async(retry=False)
    except (KombuError, RedisError, OSError) as error:
        _log.warning("could not ring for retention: %s", type(error).__name__)
