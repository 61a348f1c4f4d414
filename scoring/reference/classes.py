"""Latent classes by a plain EM in numpy, independent of ours: no grouping, no acceleration.
Synthetic answers of 900 people to 6 items, with missing answers and unequal weights. Run in this folder:
  python3 classes.py > classes.json
"""
import json
import numpy as np

rng = np.random.default_rng(20240611)
N, CATEGORIES, TRUE = 900, [2, 3, 4, 5, 2, 3], 3
truth = [rng.dirichlet(np.full(c, 0.7), TRUE) for c in CATEGORIES]
member = rng.choice(TRUE, N, p=[0.5, 0.3, 0.2])
X = np.stack([[rng.choice(c, p=truth[j][m]) for m in member] for j, c in enumerate(CATEGORIES)], 1)
X[rng.random(X.shape) < 0.08] = -1
w = np.round(np.exp(rng.normal(0, 0.5, N)), 4)
kept = (X >= 0).any(1)
X, w = X[kept], w[kept]


def start(k, seed):
    random = np.random.default_rng(seed)
    return np.full(k, 1 / k), [random.dirichlet(np.ones(c), k) for c in CATEGORIES]


def em(k, sizes, prob, change):
    """Runs until neither sizes nor probabilities move by `change`."""
    for _ in range(200000):
        joint = np.tile(np.log(sizes), (len(X), 1))
        for j in range(len(CATEGORIES)):
            seen = X[:, j] >= 0
            with np.errstate(divide="ignore"):
                joint[seen] += np.log(prob[j][:, X[seen, j]]).T
        top = joint.max(1, keepdims=True)
        density = np.log(np.exp(joint - top).sum(1)) + top[:, 0]
        ll = float(w @ density)
        post = np.exp(joint - density[:, None])
        earlier = [sizes, *prob]
        prob = list(prob)
        sizes = (w[:, None] * post).sum(0) / w.sum()
        for j, c in enumerate(CATEGORIES):
            seen = X[:, j] >= 0
            counts = np.stack([(w[:, None] * post)[seen & (X[:, j] == a)].sum(0) for a in range(c)], 1)
            prob[j] = counts / counts.sum(1, keepdims=True)
        if max(np.abs(a - b).max() for a, b in zip(earlier, [sizes, *prob])) < change:
            break
    return ll, sizes, prob, post


results = []
for k in range(1, 5):
    runs = (em(k, *start(k, seed), 1e-5) for seed in range(1 if k == 1 else 15))
    _, sizes, prob, _ = max(runs, key=lambda run: run[0])
    ll, sizes, prob, post = em(k, sizes, prob, 1e-12)
    order = np.argsort(-sizes)
    free = k - 1 + k * sum(c - 1 for c in CATEGORIES)
    entropy = -(w[:, None] * post * np.log(np.clip(post, 1e-300, 1))).sum()
    results.append({
        "k": k, "logLikelihood": ll, "parameters": free,
        "bic": -2 * ll + free * float(np.log(w.sum())), "aic": -2 * ll + 2 * free,
        "relativeEntropy": None if k == 1 else float(1 - entropy / (w.sum() * np.log(k))),
        "sizes": sizes[order].tolist(),
        "probabilities": [p[order].tolist() for p in prob],
        "posteriors": post[:12][:, order].tolist(),
    })
print(json.dumps({"synthetic": True, "categories": CATEGORIES, "answers": X.tolist(), "weights": w.tolist(),
                  "results": results}))
