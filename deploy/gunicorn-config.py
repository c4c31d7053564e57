"""What gunicorn's worker tells the web app: ``gunicorn ... --config deploy/gunicorn-config.py``.

Streams of events hold threads for minutes. The app learns how many threads there are, so that at
most half of them do, and asks whether the worker is still serving: when it is told to stop, streams
end at once, instead of being waited for as long as gunicorn has patience.
"""

from typing import Any


def post_worker_init(worker: Any) -> None:
    """Tell the app who serves it, in the process and before the first request."""
    from webapp.events import tailer_of

    tailer_of(worker.wsgi).serve(threads=worker.cfg.threads, serving=lambda: worker.alive)
