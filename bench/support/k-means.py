"""Fits k-means with scikit-learn: k-means.py K STARTS FILE ROWS DIMENSIONS RUNS [FILE ROWS DIMENSIONS RUNS ...]

Each FILE holds float64 rows. Prints JSON: per file the milliseconds of each fit, on the clock and of the processor (without reading the
file and without import; one fit before is not counted) and the lowest inertia of all.
"""

import json
import sys
import time

import numpy as np
import sklearn
from sklearn.cluster import KMeans

k, starts = map(int, sys.argv[1:3])
results = []
for at in range(3, len(sys.argv), 4):
    path, rows, dimensions, runs = sys.argv[at], *map(int, sys.argv[at + 1 : at + 4])
    data = np.fromfile(path).reshape(rows, dimensions)
    KMeans(k, n_init=1, random_state=0).fit(data[:2000])
    times, cpu_times, inertias = [], [], []
    for seed in range(runs):
        began_cpu = time.process_time()
        began = time.perf_counter()
        fit = KMeans(k, n_init=starts, random_state=seed).fit(data)
        times.append((time.perf_counter() - began) * 1000)
        cpu_times.append((time.process_time() - began_cpu) * 1000)
        inertias.append(float(fit.inertia_))
    results.append({"ms": times, "cpuMs": cpu_times, "inertia": min(inertias)})
print(json.dumps({"version": sklearn.__version__, "results": results}))
