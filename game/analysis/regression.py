"""Straight lines through many points, to the same last bit on every machine.

Sums of products of whole numbers are exact in float64 below 2**53, in whatever order a library adds them up;
and what follows uses nothing but single multiplications, divisions, subtractions and square roots, which
every machine rounds alike. (A library's `solve` adds in an order of its own.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.analysis.features import Columns

RIDGE = 30.0
"""Points for which a weight of nothing speaks: what few points say is not believed."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums over points: how many, of features, of targets, and of their products."""

    count: int
    features: Columns  # (feature,)
    target: float
    products: Columns  # (feature, feature)
    with_target: Columns  # (feature,)

    @classmethod
    def of(cls, columns: Columns, targets: Columns) -> Moments:
        """Of points: columns (feature, point) and targets (point,), all whole numbers."""
        return cls(
            columns.shape[1],
            columns @ np.ones(columns.shape[1]),
            float(targets @ np.ones(len(targets))),
            columns @ columns.T,
            columns @ targets,
        )

    def __add__(self, other: Moments) -> Moments:
        """Of both."""
        return Moments(
            self.count + other.count,
            self.features + other.features,
            self.target + other.target,
            self.products + other.products,
            self.with_target + other.with_target,
        )

    def line(self) -> Columns:
        """Weights (feature,) of the ridge regression; the first feature is always 1 and takes the rest.

        Features that hardly vary get no weight.
        """
        n = float(self.count)
        mean, middle = self.features / n, self.target / n
        spread = np.sqrt(np.maximum(np.diag(self.products) / n - mean * mean, 0))
        used = np.flatnonzero(spread > 1e-3)
        weights = np.zeros(len(mean))
        if len(used):
            scale = spread[used]
            centred = self.products[used][:, used] - n * mean[used][:, None] * mean[used][None, :]
            matrix = centred / scale[:, None] / scale[None, :]
            matrix[np.arange(len(used)), np.arange(len(used))] += RIDGE
            right = (self.with_target[used] - self.features[used] * middle) / scale
            weights[used] = solved(matrix, right) / scale
        rest = middle
        for feature in used:
            rest = rest - float(weights[feature]) * float(mean[feature])
        weights[0] = rest
        return weights


def solved(matrix: Columns, right: Columns) -> Columns:
    """The solution of a positive definite system, by elimination without pivots."""
    size = len(right)
    work = np.concatenate([matrix, right[:, None]], axis=1)
    for k in range(size):
        work[k, k:] /= work[k, k]
        work[k + 1 :, k + 1 :] -= work[k + 1 :, k, None] * work[None, k, k + 1 :]
    answer: Columns = work[:, -1].copy()
    for k in range(size - 1, 0, -1):
        answer[:k] -= work[:k, k] * answer[k]
    return answer
