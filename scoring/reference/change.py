"""Square tables as statsmodels tests them. Run in this folder: python3 change.py > change-statsmodels.json"""
import json
import numpy as np
from statsmodels.stats.contingency_tables import SquareTable, mcnemar

rng = np.random.default_rng(20261122)
tables = [np.array([[120, 40, 10, 5], [20, 90, 30, 10], [5, 15, 80, 25], [0, 5, 10, 60]])]
tables += [rng.integers(1, 60, (k, k)) for k in (2, 2, 3, 4, 5, 6)]
out = []
for table in tables:
    square = SquareTable(table.astype(float), shift_zeros=False)
    homogeneity = square.homogeneity(method="stuart_maxwell")
    symmetry = square.symmetry(method="bowker")
    exact = float(mcnemar(table, exact=True).pvalue) if len(table) == 2 else None
    out.append(
        {
            "table": table.tolist(),
            "homogeneity": [float(homogeneity.statistic), float(homogeneity.pvalue)],
            "symmetry": [float(symmetry.statistic), float(symmetry.pvalue)],
            "mcnemarExact": exact,
        }
    )
print(json.dumps(out, indent=1))
