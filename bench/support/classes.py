"""Latent classes by plain EM in numpy: classes.py K STARTS FILE ROWS ITEMS CATEGORIES [FILE ROWS ITEMS CATEGORIES ...]

Each FILE holds uint16 answers row by row; 65535 is missing. Answers become one matrix of indicators, so that a
step is two products of matrices. Prints JSON: per file the milliseconds of all starts together (without
reading the file and without import), the steps, and the best log-likelihood. A start ends where a step gains
less than 1e-6 and a billionth of the log-likelihood, as ours does.
"""

import json
import sys
import time

import numpy as np

k, starts = map(int, sys.argv[1:3])
results = []
for at in range(3, len(sys.argv), 4):
    path, rows, items, most = sys.argv[at], *map(int, sys.argv[at + 1 : at + 4])
    answers = np.fromfile(path, dtype=np.uint16).reshape(rows, items)
    began = time.perf_counter()
    indicators = np.concatenate([(answers == code) for code in range(most)], 1).astype(np.float64)
    owner = np.tile(np.arange(items), most)
    used = indicators.sum(0) > 0
    indicators, owner = indicators[:, used], owner[used]
    best, steps = -np.inf, 0
    for seed in range(starts):
        random = np.random.default_rng(seed)
        probability = random.uniform(0.01, 1, (len(owner), k))
        sums = np.zeros((items, k))
        np.add.at(sums, owner, probability)
        probability /= sums[owner]
        sizes, before = np.full(k, 1 / k), -np.inf
        for _ in range(3000):
            joint = np.exp(indicators @ np.log(np.maximum(probability, 1e-300))) * sizes
            density = joint.sum(1)
            likelihood = np.log(density).sum()
            steps += 1
            if likelihood - before < 1e-6 + 1e-9 * abs(likelihood):
                break
            before = likelihood
            posterior = joint / density[:, None]
            sizes = posterior.mean(0)
            probability = indicators.T @ posterior
            sums[:] = 0
            np.add.at(sums, owner, probability)
            probability /= sums[owner]
        best = max(best, float(likelihood))
    results.append({"ms": (time.perf_counter() - began) * 1000, "steps": steps, "logLikelihood": best})
print(json.dumps({"version": np.__version__, "results": results}))
