"""Reads a CSV file with pandas and makes a weighted table: table-file.py FILE ROWS COLUMNS WEIGHT.

Prints JSON: the sums of weights, row by row, and the largest memory of this process in MiB.
"""

import json
import resource
import sys

import pandas as pd

path, rows, columns, weight = sys.argv[1:]
frame = pd.read_csv(path)
table = pd.crosstab(frame[rows], frame[columns], values=frame[weight], aggfunc="sum")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"sumWeights": table.to_numpy().ravel().tolist(), "peakMiB": peak}))
