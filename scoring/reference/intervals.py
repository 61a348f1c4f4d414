"""Intervals of a proportion, as statsmodels computes them. Run in this folder:
  python3 intervals.py > intervals.json
Needs statsmodels (made with 0.13.5)."""

import json

from statsmodels.stats.proportion import proportion_confint

NAMES = {"wilson": "wilson", "agresti_coull": "agresti-coull", "beta": "clopper-pearson"}
cases = [
    {"count": count, "size": size, "confidence": confidence, "method": name,
     "interval": [float(end) for end in proportion_confint(count, size, 1 - confidence, method)]}
    for count, size in [(15, 50), (0, 12), (12, 12), (1, 7), (499, 1000), (3, 400), (20000, 90001)]
    for confidence in (0.8, 0.95, 0.99)
    for method, name in NAMES.items()
]
print(json.dumps({"cases": cases}))
