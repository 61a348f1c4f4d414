"""Counts a weighted table with numpy and pandas: table.py FILE ROWS_IN_FILE ROWS COLUMNS SIZE...

FILE holds uint16 rows, uint16 columns and float64 weights, each ROWS_IN_FILE long. Prints JSON: per
size the median milliseconds of each way, without reading, and the sums of weights for comparison.
"""

import json
import statistics
import sys
import time

import numpy as np
import pandas as pd

path, total, row_count, column_count = sys.argv[1], *map(int, sys.argv[2:5])
data = np.memmap(path, dtype=np.uint8, mode="r")


def column(offset, dtype, size):
    return np.frombuffer(data, dtype=dtype, count=size, offset=offset).copy()


def median_ms(work, runs):
    work()
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


results = []
for size in map(int, sys.argv[5:]):
    runs = 9 if size <= 1_000_000 else 3
    rows = column(0, np.uint16, size)
    columns = column(2 * total, np.uint16, size)
    weights = column(4 * total, np.float64, size)
    cells = row_count * column_count

    def weighted():
        return np.bincount(rows * column_count + columns, weights=weights, minlength=cells)

    def all_sums():
        cell = rows * column_count + columns
        return (
            np.bincount(cell, minlength=cells),
            np.bincount(cell, weights=weights, minlength=cells),
            np.bincount(cell, weights=weights * weights, minlength=cells),
        )

    frame = pd.DataFrame({"r": rows, "c": columns, "w": weights})
    results.append(
        {
            "size": size,
            "numpyWeightedMs": median_ms(weighted, runs),
            "numpyAllMs": median_ms(all_sums, runs),
            "pandasCrosstabMs": median_ms(
                lambda: pd.crosstab(frame.r, frame.c, values=frame.w, aggfunc="sum"), min(runs, 3)
            ),
            "pandasGroupbyMs": median_ms(lambda: frame.groupby(["r", "c"]).w.sum(), min(runs, 3)),
            "n": all_sums()[0].tolist(),
            "sumWeights": weighted().tolist(),
            "sumSquaredWeights": all_sums()[2].tolist(),
        }
    )
print(json.dumps(results))
