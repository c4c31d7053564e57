"""The walk over Celery: ``celery -A tasks worker -Q control,observe`` and ``... -Q gpu``.

=========  =====================================================================================
module     holds
=========  =====================================================================================
app        the Celery app (no Flask)
guard      the transport that outlives hostile messages
worker     what a worker is that only renders
pipeline   the chain of five, and ringing for a step
step       claim, work, finish by compare-and-swap with provenance
plan ...   the five thin tasks
framing    opening an attempt, and trying again
rendering  a request in, a report out: what the render worker does; room is where
started    the render worker's word that it goes on
purchase   in the place of render, where a film is bought
fallback   what follows a render that failed
reconcile  sends again what is due, buries what was started too often (celery beat)
deliver    sends webhooks, beside it
sighting   that a process is there, written in the archive now and then
retain     deletes films whose time is up
=========  =====================================================================================
"""

from tasks.app import app

__all__ = ["app"]
