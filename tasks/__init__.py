"""The walk over Celery: ``celery -A tasks worker -Q control,observe`` and ``... -Q gpu``.

=========  =====================================================================================
module     holds
=========  =====================================================================================
app        the Celery app (no Flask)
guard      the transport that outlives hostile messages
pipeline   the chain of five, and ringing for a step
step       claim, work, finish by compare-and-swap with provenance
plan ...   the five thin tasks
reconcile  sends again what is due, buries what was started too often (celery beat)
=========  =====================================================================================
"""

from tasks.app import app

__all__ = ["app"]
