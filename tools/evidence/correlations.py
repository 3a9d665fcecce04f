"""How much the mere presence of something tells of an outcome: correlations and a logistic regression."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

FOLDS = 5
RIDGE = 3.0
"""Weight of the penalty on coefficients: a few hundred plays do not carry fifty of them unpunished."""


def correlation(present: Numbers, outcome: Numbers) -> float:
    """Pearson's r of two rows; 0 where one of them does not vary."""
    x, y = present - present.mean(), outcome - outcome.mean()
    scale = float(np.sqrt((x**2).sum() * (y**2).sum()))
    return float((x * y).sum()) / scale if scale else 0.0


def within(values: Numbers, group: NDArray[np.integer]) -> Numbers:
    """Values less the mean of their group: what is left when the groups differ for other reasons."""
    mean = np.bincount(group, values) / np.maximum(np.bincount(group), 1)
    left: Numbers = values - mean[group]
    return left


def separation(score: Numbers, happened: NDArray[np.bool_]) -> float:
    """Area under the curve: how often the higher score belongs to what happened; .5 says nothing."""
    yes, no = score[happened], score[~happened]
    if not len(yes) or not len(no):
        return 0.5
    _, place, count = np.unique(np.concatenate([yes, no]), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]  # ties share their mean rank
    wins = ranks[: len(yes)].sum() - len(yes) * (len(yes) + 1) / 2
    return float(wins / (len(yes) * len(no)))


def fitted(features: Numbers, happened: NDArray[np.bool_]) -> Numbers:
    """Coefficients of a ridge logistic regression, the constant first, by Newton's method."""
    x = np.column_stack([np.ones(len(features)), features])
    penalty = np.diag([0.0] + [RIDGE] * features.shape[1])
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (happened - chance) - penalty @ weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + penalty + 1e-6 * np.eye(x.shape[1])
        step = np.linalg.solve(bend, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def predicted(features: Numbers, happened: NDArray[np.bool_], chance: np.random.Generator) -> float:
    """Cross-validated area under the curve of a logistic regression on the features."""
    fold = chance.permutation(len(features)) % FOLDS
    score = np.zeros(len(features))
    for at in range(FOLDS):
        test = fold == at
        if len(np.unique(happened[~test])) < 2:
            return 0.5
        weights = fitted(features[~test], happened[~test])
        score[test] = weights[0] + features[test] @ weights[1:]
    return separation(score, happened)
