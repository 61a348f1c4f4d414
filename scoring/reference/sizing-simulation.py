"""Market sizing by simulation, written again with numpy and scipy, and closed forms. Run in this folder:
    /usr/bin/python3 sizing-simulation.py > sizing-simulation.json
The data are invented: two branches, three segments, interviews drawn at random without weights."""
import json
import numpy as np
from scipy import stats
from scipy.integrate import quad

rng = np.random.default_rng(20261124)
P = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]
DRAWS = 2_000_000


def scaled_beta(mean, low, high):
    a = 6 * (mean - low) / (high - low)
    return stats.beta(a, 6 - a, loc=low, scale=high - low)


def triangular(mean, low, high):
    peak = 3 * mean - low - high
    return stats.triang((peak - low) / (high - low), loc=low, scale=high - low)


ranges = [(0.05, 0.0, 0.15), (0.3, 0.2, 0.45), (0.6, 0.3, 0.7), (0.5, 0.49, 0.51), (0.12, 0.1, 0.4)]
laws = []
for mean, low, high in ranges:
    beta = scaled_beta(mean, low, high)
    law = dict(mean=mean, low=low, high=high, beta=dict(quantiles=beta.ppf(P).tolist(), variance=float(beta.var())))
    if (2 * low + high) / 3 <= mean <= (low + 2 * high) / 3:
        tri = triangular(mean, low, high)
        law["triangular"] = dict(quantiles=tri.ppf(P).tolist(), variance=float(tri.var()))
    laws.append(law)

# Interviews per branch, segment and exit (not eligible, not reachable, reachable).
counts = np.array([[[4, 6, 10], [3, 7, 15], [1, 2, 12]], [[9, 5, 8], [2, 6, 9], [2, 3, 4]]])
clients = np.array([5200, 14500])
adoption = [(0.05, 0.0, 0.15), (0.3, 0.2, 0.45), (0.6, 0.5, 0.7)]


def simulate(counts, clients, adopted, draws):
    """Logarithms of shares normal with their relative covariance, centred, scaled; n/(n-1) as rows are PSUs."""
    n = counts.sum()
    branches = []
    for own, total in zip(counts, clients):
        flat = own.reshape(-1).astype(float)
        nb = flat.sum()
        p = flat / nb
        covariance = (np.diag(p) - np.outer(p, p)) / nb * n / (n - 1)
        relative = covariance / np.outer(p, p)
        values, vectors = np.linalg.eigh(relative)
        root = vectors * np.sqrt(np.clip(values, 0, None))
        logs = rng.standard_normal((draws, len(p))) @ root.T - np.diag(relative) / 2
        weights = p * np.exp(logs)
        weights *= total / weights.sum(axis=1, keepdims=True)
        branches.append(weights.reshape(draws, own.shape[0], 3))
    reachable = [one[:, :, 2] for one in branches]
    likely = [one * adopted for one in reachable]
    return branches, reachable, likely


adopted = np.column_stack([scaled_beta(*one).rvs(DRAWS, random_state=rng) for one in adoption])
branches, reachable, likely = simulate(counts, clients, adopted, DRAWS)


def figures(draws):
    return dict(quantiles=np.quantile(draws, P).tolist(), sd=float(draws.std()))


simulated = dict(
    draws=DRAWS,
    reachable=figures(sum(one.sum(axis=1) for one in reachable)),
    likely=figures(sum(one.sum(axis=1) for one in likely)),
    eligible=figures(sum(one[:, :, 1:].sum(axis=(1, 2)) for one in branches)),
    likelyBySegment=[figures(sum(one[:, s] for one in likely)) for s in range(3)],
    likelyByBranch=[figures(one.sum(axis=1)) for one in likely],
    firstBranchAhead=float(np.mean(likely[0].sum(axis=1) > likely[1].sum(axis=1))),
)

# One branch, two segments, nothing else: the logit of the share is normal.
n, k, total = 80, 28, 1000
p = k / n
variance = p * (1 - p) / n * n / (n - 1)
s1, s2 = np.sqrt(variance) / p, np.sqrt(variance) / (1 - p)
logit = np.log(p / (1 - p)) - (s1**2 - s2**2) / 2 + (s1 + s2) * stats.norm.ppf(P)
binary = dict(n=n, k=k, clients=total, quantiles=(total / (1 + np.exp(-logit))).tolist())

# Probability that each of independent normals is among the largest k, by numerical integration.
normal_mean, normal_sd = [10.0, 11.0, 9.0, 10.5, 7.0], [1.0, 2.0, 0.5, 1.5, 3.0]


def probability_top(i, k):
    def density(x):
        ahead = np.array([1.0])
        for j in range(len(normal_mean)):
            if j != i:
                q = stats.norm.sf(x, normal_mean[j], normal_sd[j])
                ahead = np.convolve(ahead, [1 - q, q])
        return stats.norm.pdf(x, normal_mean[i], normal_sd[i]) * ahead[:k].sum()

    return quad(density, normal_mean[i] - 10 * normal_sd[i], normal_mean[i] + 10 * normal_sd[i], limit=500, epsabs=1e-12)[0]


top = {str(k): [probability_top(i, k) for i in range(5)] for k in (1, 2, 3)}
print(json.dumps(dict(probabilities=P, laws=laws, counts=counts.tolist(), clients=clients.tolist(), adoption=adoption,
                      simulated=simulated, binary=binary,
                      normals=dict(mean=normal_mean, sd=normal_sd, top=top)), indent=1))
