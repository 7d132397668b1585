"""Writes kernel_ridge.csv: what scikit-learn's kernel ridge regression answers (KernelRidgeTest)."""
import numpy as np
from sklearn.kernel_ridge import KernelRidge

def rows(count, first):
    i = np.arange(first, first + count)[:, None]
    j = np.arange(4)[None, :]
    return np.sin(1.7 * i + 2.3 * j + 0.31 * i * j)

x, unseen = rows(37, 0), rows(5, 100)
i = np.arange(37)
y = np.stack([np.cos(0.9 * i), (i % 3 == 0).astype(float), 0.25 * x[:, 0] + x[:, 1] ** 2], 1)
y = (y - y.mean(0)) / (y.std(0) + 0.05)
answers = KernelRidge(alpha=0.3, kernel="rbf", gamma=0.7).fit(x, y).predict(unseen)
np.savetxt("kernel_ridge.csv", answers, delimiter=",", fmt="%.9f")
