"""Reference figures of scikit-learn and statsmodels for k-means, its indices and agreement.

    python3 scoring/reference/cluster.py > scoring/reference/cluster.json

The data are synthesised here and put into the JSON: tests read only that.
"""

import json

import numpy as np
import sklearn
import statsmodels
from sklearn.cluster import KMeans
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_score,
)
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from statsmodels.stats.inter_rater import cohens_kappa

random = np.random.default_rng(20261122)


def groups(n, dimensions, centres, spread):
    which = random.integers(0, len(centres), n)
    return np.asarray(centres)[which][:, None] + random.normal(size=(n, dimensions)) * spread


def ordinal(n, dimensions):
    level = random.integers(0, 4, (n, 1))
    return np.clip(np.round(level * 4 / 3 + random.normal(size=(n, dimensions)) * 0.6), 0, 4) * 25.0


SETS = {
    "fourGroups": (groups(120, 3, [10, 35, 60, 90], 6), None),
    "fourGroupsWeighted": (groups(120, 3, [10, 35, 60, 90], 6), random.gamma(2, 1, 120) + 0.1),
    "overlapping": (groups(150, 4, [20, 45, 70], 14), None),
    "overlappingWeighted": (groups(150, 4, [20, 45, 70], 14), random.lognormal(0, 0.8, 150)),
    "ordinalWeighted": (ordinal(200, 5), random.integers(1, 6, 200).astype(float)),
    "unlikeScales": (groups(100, 2, [0, 4, 8], 1) * np.array([1.0, 500.0]), random.gamma(3, 1, 100)),
}


def best_fit(x, weights, k):
    """The lowest inertia of many starts, run to the end: what any good k-means must reach."""
    return KMeans(k, n_init=200, tol=0, max_iter=1000, random_state=1).fit(x, sample_weight=weights)


def in_order(centroids):
    return sorted(centroids.tolist(), key=lambda row: (sum(row), row))


def from_start(x, weights, k):
    """A fit from fixed centroids: the first k rows that differ."""
    start = x[np.sort(np.unique(x, axis=0, return_index=True)[1])[:k]]
    fit = KMeans(k, init=start, n_init=1, tol=0, max_iter=1000, algorithm="lloyd").fit(x, sample_weight=weights)
    return {"k": k, "start": start.tolist(), "inertia": fit.inertia_, "centroids": fit.cluster_centers_.tolist()}


cases = []
for name, (x, weights) in SETS.items():
    k = 3 if name.startswith(("overlapping", "unlike")) else 4
    fit = best_fit(x, weights, k)
    labels = fit.labels_
    z = StandardScaler().fit(x, sample_weight=weights).transform(x)
    unit = MinMaxScaler().fit_transform(x)
    totals = np.ones(len(x)) if weights is None else weights
    case = {
        "name": name,
        "k": k,
        "values": x.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "inertia": fit.inertia_,
        "centroids": in_order(fit.cluster_centers_),
        "sizes": sorted(float(totals[labels == label].sum()) for label in range(k)),
        "zscoreInertia": best_fit(z, weights, k).inertia_,
        "rangeInertia": best_fit(unit, weights, k).inertia_,
        "fromStart": from_start(x, weights, k),
        # scikit-learn has no weights in its indices: these are of the labels, each row counting 1.
        "labels": labels.tolist(),
        "silhouette": silhouette_score(x, labels),
        "calinskiHarabasz": calinski_harabasz_score(x, labels),
        "daviesBouldin": davies_bouldin_score(x, labels),
    }
    if name == "ordinalWeighted":
        # Whole weights are repeated rows, which scikit-learn can count.
        repeated = np.repeat(x, weights.astype(int), axis=0)
        again = np.repeat(labels, weights.astype(int))
        case["repeated"] = {
            "inertia": KMeans(k, init=fit.cluster_centers_, n_init=1, tol=0).fit(repeated).inertia_,
            "daviesBouldin": davies_bouldin_score(repeated, again),
        }
    cases.append(case)

kappas = []
for size in (2, 3, 4, 5):
    table = random.poisson(8, (size, size)) + np.diag(random.poisson(25, size))
    plain = cohens_kappa(table)
    quadratic = cohens_kappa(table, weights=np.arange(size), wt="quadratic")
    kappas.append(
        {
            "table": table.tolist(),
            "kappa": plain.kappa,
            "standardError": plain.std_kappa,
            "weightedKappa": quadratic.kappa,
            "weightedStandardError": quadratic.std_kappa,
        }
    )

partitions = []
for first, second in ((3, 3), (4, 2), (5, 6)):
    a = random.integers(0, first, 90)
    b = np.where(random.random(90) < 0.6, a % second, random.integers(0, second, 90))
    partitions.append({"a": a.tolist(), "b": b.tolist(), "adjustedRandIndex": adjusted_rand_score(a, b)})

print(
    json.dumps(
        {
            "source": f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}, numpy {np.__version__}",
            "cases": cases,
            "kappas": kappas,
            "partitions": partitions,
        }
    )
)
