"""Motions that forces give: equations of motion integrated numerically, never the closed form.

What the rigid-body engine does not simulate (a pendulum, a rocket, a draining tank) moves by its
differential equation. The film then tests the closed form against an independent computation.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Rates = Callable[[float, NDArray[np.float64]], Sequence[float]]

_RELATIVE: Final = 1e-9
_ABSOLUTE: Final = 1e-12


def integrate(
    rates: Rates,
    start: Sequence[float],
    times_s: NDArray[np.float64],
    *,
    until: Callable[[float, NDArray[np.float64]], float] | None = None,
    longest_step_s: float = 0.02,
) -> NDArray[np.float64]:
    """Integrate an initial value problem and sample it.

    Parameters
    ----------
    rates
        ``rates(t, y)`` gives dy/dt; ``y`` has shape ``(n,)``.
    start
        State at time zero.
    times_s
        Increasing sample times in seconds from 0, shape ``(frames,)``.
    until
        Where this function of (t, y) crosses zero, the motion ends: the state of that moment
        stands for all later times (a body that has landed lies).

    Returns
    -------
    numpy.ndarray
        States, shape ``(frames, n)``.

    References
    ----------
    J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6 (1980) 19 (order 8: DOP853).
    """
    from scipy.integrate import solve_ivp

    end_s = float(times_s[-1])
    if end_s <= 0.0:
        return np.tile(np.asarray(start, dtype=np.float64), (len(times_s), 1))
    events = None
    if until is not None:

        def event(t: float, y: NDArray[np.float64]) -> float:
            return until(t, y)

        event.terminal = True  # type: ignore[attr-defined]
        events = event
    solved = solve_ivp(
        rates, (0.0, end_s), np.asarray(start, dtype=np.float64), method="DOP853",
        rtol=_RELATIVE, atol=_ABSOLUTE, dense_output=True, events=events,
        max_step=longest_step_s,
    )  # fmt: skip
    last_s = float(solved.t[-1])
    states = solved.sol(np.minimum(times_s, last_s)).T
    return np.asarray(states, dtype=np.float64)


def poses(
    x_m: NDArray[np.float64] | float,
    y_m: NDArray[np.float64] | float,
    angle_rad: NDArray[np.float64] | float,
    times_s: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Put positions and orientations together, shape ``(frames, 3)``; numbers stand still."""
    ones = np.ones(len(times_s))
    return np.stack([x_m * ones, y_m * ones, angle_rad * ones], axis=1)
