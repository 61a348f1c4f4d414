/** Why a domain has no variance, from its PSUs; null where it may have one. */
export function noVariance(psus: number): string | null {
  if (psus > 1) return null;
  return psus === 0
    ? 'There are no respondents with an answer and a weight.'
    : 'All respondents here lie in a single PSU, so there is no variance to be seen.';
}
