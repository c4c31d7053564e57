"""Constant-acceleration arcs through a track, with uncertainty that covers."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.tracking import Track

_FLOOR_FRAMES: Final = 3.0
# For choosing segments only: what a sample may be off, and what one more segment must buy.
_SEGMENT_SIGMA_OF_FLOOR: Final = 2.4
_SEGMENT_SIGMA_OF_JITTER: Final = 1.3
_SEGMENT_COST: Final = 40.0
_MIN_SAMPLES: Final = 4
_MAX_SAMPLES: Final = 2000

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Arc:
    """A stretch of a track with constant acceleration.

    Position is ``c0 + c1 (t - t0) + c2 (t - t0)^2`` in pixels with ``t0 = middle_s``;
    `x`, `y` hold the coefficients, shape ``(3,)``, `x_cov`, `y_cov` their covariance. Samples
    `first` to `last` of the track, both included.
    """

    first: int
    last: int
    start_s: float
    end_s: float
    middle_s: float
    x: Vector
    y: Vector
    x_cov: Vector
    y_cov: Vector

    @property
    def samples(self) -> int:
        """How many frames the arc spans."""
        return self.last - self.first + 1

    def at(self, coefficients: Vector, time_s: float | Vector) -> Vector:
        """Give the position along one axis at a time."""
        since = np.asarray(time_s, dtype=np.float64) - self.middle_s
        return np.asarray(coefficients[0] + since * (coefficients[1] + since * coefficients[2]))

    def speed(self, coefficients: Vector, time_s: float) -> float:
        """Give the velocity along one axis at a time, pixels per second."""
        return float(coefficients[1] + 2 * coefficients[2] * (time_s - self.middle_s))


def fit_arc(track: Track, first: int, last: int) -> Arc | None:
    """Fit a constant acceleration to the samples of a track.

    Parameters
    ----------
    track
        Gaps are left out.
    first, last
        Frames, both included.

    Returns
    -------
    Arc or None
        None with fewer than four samples.

    Notes
    -----
    The covariance has two parts. Residuals: ordinary least squares, enlarged by
    ``(1 + r) / (1 - r)`` for residuals with lag-one correlation r (an AR(1) process). Systematic:
    an error (`track.floor_px`) that neighbouring frames share, correlated over three frames,
    propagated through the fit. Residuals alone make 95 % intervals that cover 84 %.

    References
    ----------
    JCGM 100:2008 section 5.2 (correlated input quantities); G. E. P. Box, G. M. Jenkins,
    "Time Series Analysis", chapter 3 (variance of a mean under AR(1)).
    """
    chosen = track.frames(first, last)
    if len(chosen) < _MIN_SAMPLES:
        return None
    times = track.times_s[chosen]
    middle = float(times.mean())
    (x, x_cov), (y, y_cov) = (
        fitted(times - middle, chosen, values[chosen], 2, track.floor_px)
        for values in (track.x_px, track.y_px)
    )
    return Arc(
        first=int(chosen[0]),
        last=int(chosen[-1]),
        start_s=float(times[0]),
        end_s=float(times[-1]),
        middle_s=middle,
        x=x,
        y=y,
        x_cov=x_cov,
        y_cov=y_cov,
    )


def fitted(
    since_s: Vector, frames: NDArray[np.intp], values: Vector, degree: int, floor: float
) -> tuple[Vector, Vector]:
    """Fit a polynomial to samples of one coordinate, see :func:`fit_arc` for what is uncertain.

    Parameters
    ----------
    since_s, frames, values
        Times, frame numbers and samples, each of shape ``(n,)``, with n > `degree`.
    degree
        Of the polynomial.
    floor
        The error that neighbouring frames share, in the unit of the values.

    Returns
    -------
    coefficients, covariance
        Of the powers from the constant on, shapes ``(degree + 1,)`` and its square.
    """
    design = np.vander(since_s, degree + 1, increasing=True)  # (n, degree + 1)
    solver = np.linalg.pinv(design)  # (degree + 1, n)
    apart = np.abs(frames[:, None] - frames[None, :])
    shared = floor**2 * np.exp(-apart / _FLOOR_FRAMES)
    coefficients = solver @ values
    residuals = values - design @ coefficients
    return coefficients, solver @ shared @ solver.T + _ols_covariance(design, residuals)


def _ols_covariance(design: Vector, residuals: Vector) -> Vector:
    freedom = max(1, len(residuals) - design.shape[1])
    variance = float(residuals @ residuals) / freedom
    power = float(residuals @ residuals)
    lag_one = float(residuals[1:] @ residuals[:-1]) / power if power > 0 else 0.0
    r = min(max(lag_one, 0.0), 0.9)
    return np.asarray(variance * (1 + r) / (1 - r) * np.linalg.pinv(design.T @ design))


def partition(track: Track, frames: tuple[int, int] | None = None) -> tuple[Arc, ...]:
    """Cut a track into arcs of constant acceleration, optimally.

    Parameters
    ----------
    track
        At most 2,000 samples are used.
    frames
        First and last frame to consider, both included; all if not given.

    Returns
    -------
    tuple of Arc
        In order; stretches of fewer than four samples are left out.

    Notes
    -----
    Minimises the sum over segments of (squared residuals / s^2 + 40), with s = 2.4 floors or 1.3
    times what positions scatter from frame to frame, whichever is more, by dynamic programming
    over all cuts, O(n^2) with prefix sums. Samples around an impact fall to the side that they fit.

    References
    ----------
    R. Bellman, "On the approximation of curves by line segments using dynamic programming",
    Comm. ACM 4 (1961) 284.
    """
    known = track.worked_out.get(("arcs", frames))
    if known is not None:
        return cast("tuple[Arc, ...]", known)
    found = _partition(track, frames)
    track.worked_out["arcs", frames] = found
    return found


def _partition(track: Track, frames: tuple[int, int] | None) -> tuple[Arc, ...]:
    first, last = frames if frames is not None else (0, len(track.x_px) - 1)
    chosen = track.frames(first, last)[:_MAX_SAMPLES]
    count = len(chosen)
    if count < _MIN_SAMPLES:
        return ()
    times, x, y = (v[chosen] for v in (track.times_s, track.x_px, track.y_px))
    sigma_px = max(
        _SEGMENT_SIGMA_OF_FLOOR * track.floor_px, _SEGMENT_SIGMA_OF_JITTER * track.jitter_px
    )
    best = np.full(count + 1, np.inf)
    best[0] = -_SEGMENT_COST
    cut = np.zeros(count + 1, dtype=np.int64)
    for end in range(1, count + 1):
        residual = _residuals_up_to(times[:end], x[:end]) + _residuals_up_to(times[:end], y[:end])
        totals = best[:end] + residual / sigma_px**2 + _SEGMENT_COST
        cut[end] = int(totals.argmin())
        best[end] = totals[cut[end]]
    arcs = []
    end = count
    while end > 0:
        arcs.append(fit_arc(track, int(chosen[cut[end]]), int(chosen[end - 1])))
        end = int(cut[end])
    return tuple(arc for arc in reversed(arcs) if arc is not None)


def _residuals_up_to(times_s: Vector, values: Vector) -> Vector:
    """Give the squared residuals of parabolas through samples i to the last, for every i.

    Sums run from the last sample backwards, about it, so that short segments suffer no
    cancellation. Shape ``(n,)``; zero for fewer than four samples.
    """
    u, v = times_s[::-1] - times_s[-1], values[::-1] - values[-1]
    s0 = np.arange(1.0, len(u) + 1.0)
    s1, s2, s3, s4 = (np.cumsum(u**k) for k in range(1, 5))
    t0, t1, t2 = np.cumsum(v), np.cumsum(v * u), np.cumsum(v * u * u)
    # Gram-Schmidt on 1, u, u^2.
    p11, p12, p22 = s2 - s1 * s1 / s0, s3 - s1 * s2 / s0, s4 - s2 * s2 / s0
    q1, q2 = t1 - s1 * t0 / s0, t2 - s2 * t0 / s0
    residual = np.cumsum(v * v) - t0 * t0 / s0
    enough = slice(_MIN_SAMPLES - 1, None)
    slope = p12[enough] / p11[enough]
    curvature = p22[enough] - slope * p12[enough]
    bend = q2[enough] - slope * q1[enough]
    left = np.zeros(len(u))
    left[enough] = residual[enough] - q1[enough] ** 2 / p11[enough] - bend**2 / curvature
    return np.asarray(np.maximum(left[::-1], 0.0))


def propagated(
    formula: Callable[[Vector], float], values: Vector, covariance: Vector
) -> tuple[float, float]:
    """Give the value of a formula and its standard uncertainty, first order.

    Parameters
    ----------
    formula
        Of a vector of shape ``(k,)``.
    values, covariance
        Shapes ``(k,)`` and ``(k, k)``.

    References
    ----------
    JCGM 100:2008 equation 13, derivatives by central differences over one tenth of a standard
    uncertainty.
    """
    slopes = np.zeros(len(values))
    for index, variance in enumerate(np.diag(covariance)):
        if variance > 0:
            step = np.zeros(len(values))
            step[index] = 0.1 * math.sqrt(variance)
            slopes[index] = (formula(values + step) - formula(values - step)) / (2 * step[index])
    return formula(values), math.sqrt(max(0.0, float(slopes @ covariance @ slopes)))
