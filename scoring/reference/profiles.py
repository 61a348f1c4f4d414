"""Effect sizes as statsmodels and scipy compute them, on 400 synthetic rows. Weights are whole numbers, so
that the weighted figures are those of the rows repeated. Run in this folder: python3 profiles.py > profiles.json
"""
import json
import numpy as np
import pandas as pd
from scipy.stats.contingency import association
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import proportion_effectsize
from statsmodels.stats.weightstats import DescrStatsW

rng = np.random.default_rng(77)
N = 400
segment = rng.choice(4, N, p=[0.4, 0.3, 0.2, 0.1])
value = np.round(rng.normal(50 + 8 * segment, 15), 2)
code = np.array([rng.choice(3, p=p) for p in np.array([[.6, .3, .1], [.4, .4, .2], [.2, .4, .4], [.1, .2, .7]])[segment]])
weight = rng.integers(1, 5, N)
gone = rng.random(N) < 0.05
value[gone] = np.nan


def figures(segment, value, code):
    seen = ~np.isnan(value)
    frame = pd.DataFrame({"v": value[seen], "s": segment[seen]})
    table = anova_lm(ols("v ~ C(s)", frame).fit())
    numeric = []
    for s in range(4):
        a, b = DescrStatsW(frame.v[frame.s == s]), DescrStatsW(frame.v[frame.s != s])
        pooled = np.sqrt((a.var * a.nobs + b.var * b.nobs) / (len(frame) - 2))
        numeric.append({"mean": a.mean, "restMean": b.mean, "cohensD": (a.mean - b.mean) / pooled})
    counts = pd.crosstab(segment, code).to_numpy()
    rest = counts.sum(0) - counts
    return {
        "etaSquared": float(table.sum_sq["C(s)"] / table.sum_sq.sum()),
        "cramersV": float(association(counts, "cramer")),
        "numeric": numeric,
        "categorical": [[{
            "oddsRatio": float(Table2x2([[counts[s, c], counts[s].sum() - counts[s, c]],
                                         [rest[s, c], rest[s].sum() - rest[s, c]]]).oddsratio),
            "cohensH": float(proportion_effectsize(counts[s, c] / counts[s].sum(), rest[s, c] / rest[s].sum())),
            "difference": float(counts[s, c] / counts[s].sum() - rest[s, c] / rest[s].sum()),
        } for c in range(3)] for s in range(4)],
    }


repeat = np.repeat(np.arange(N), weight)
print(json.dumps({
    "synthetic": True, "segment": segment.tolist(), "value": [None if np.isnan(v) else v for v in value],
    "code": code.tolist(), "weight": weight.tolist(),
    "plain": figures(segment, value, code), "repeated": figures(segment[repeat], value[repeat], code[repeat]),
}))
