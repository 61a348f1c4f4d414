import type { PlaceAlerts } from '../../contracts/supervision.ts';
import type { ExaminedQuality } from '../../scoring/quality/check-quality.ts';

const CHECKS = { 'outside-area': 'outsideArea', 'same-place': 'samePlace' } as const;
const isPlaceCheck = (check: string): check is keyof typeof CHECKS => check in CHECKS;

/** None of either kind. */
export const NO_PLACE_ALERTS: PlaceAlerts = { outsideArea: 0, samePlace: 0 };

/**
 * Interviews with a doubtful place by a key of theirs, such as the branch or the tablet: each once for each kind.
 *
 * @param keys what to count each interview under; who is not among them is not counted
 */
export function countPlaceAlerts(
  findings: ExaminedQuality['findings'],
  keys: ReadonlyMap<string, string>,
): Map<string, PlaceAlerts> {
  const counts = new Map<string, PlaceAlerts>();
  const counted = new Set<string>();
  for (const { id, check } of findings) {
    const key = keys.get(id);
    if (key === undefined || !isPlaceCheck(check) || counted.has(`${check} ${id}`)) continue;
    counted.add(`${check} ${id}`);
    const so = counts.get(key) ?? NO_PLACE_ALERTS;
    counts.set(key, { ...so, [CHECKS[check]]: so[CHECKS[check]] + 1 });
  }
  return counts;
}
