"""rtamt, a monitor of signal temporal logic by others: what ours is held against, in tests alone.

Its parser needs an ANTLR whose runtime imports ``typing.io``, of which Python 3.11 warns.
"""

import warnings
from collections.abc import Sequence

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "typing.io is deprecated", DeprecationWarning)
    import rtamt


def robustness(formula: str, **signals: Sequence[float]) -> list[float]:
    """Give the robustness of a formula at each sample of the signals, in discrete time."""
    monitor = rtamt.StlDiscreteTimeSpecification()
    for name in signals:
        monitor.declare_var(name, "float")
    monitor.spec = formula
    monitor.parse()
    count = len(next(iter(signals.values())))
    told = monitor.evaluate(
        {"time": list(range(count)), **{name: list(s) for name, s in signals.items()}}
    )
    return [value for _, value in told]
