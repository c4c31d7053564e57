"""StoryWorld: a reality compiler. A goal enters, a validated outcome leaves.

The walk, and where to read next::

    goal      -> reading     words become quantities, a family, an intent
              -> physics     the solver says what must happen and by how much
              -> stages.plan a beat: scenario, constraints, questions, prediction
    render    -> renderers   a simulation, really filmed
    observe   -> observers   what the film shows, in SI units, from pixels alone
    evaluate  -> epistemics  ledger, three-valued constraints, judgement
    commit    -> archive     a transition tied to its observation, or a reasoned no

``tasks`` carries the walk over Celery, ``webapp`` and ``storyworld.cli`` let people in.
"""

__version__ = "0.1.0"
