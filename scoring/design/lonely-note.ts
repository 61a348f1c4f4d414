import { WaymarkError } from '../../contracts/errors.ts';
import type { LonelyPsu } from './survey-design.ts';

const DONE: Record<Exclude<LonelyPsu, 'fail'>, string> = {
  adjust: 'counted with its distance from the overall mean, which errs on the safe side (adjust)',
  average: 'counted with the average variance of the other strata (average)',
  remove: 'left out of the variance, which may make it too small (remove)',
  certainty: 'taken as sampled in full, without variance (certainty)',
};

/** What was done with strata of one PSU, in words; null where there are none. Throws `BAD_DESIGN` for `fail`. */
export function lonelyNote(
  lonely: readonly number[],
  mode: LonelyPsu,
  stratumCount: number,
  names: readonly string[] | undefined,
): string | null {
  if (lonely.length === 0) return null;
  const shown = lonely.slice(0, 5).map((stratum) => `"${names?.[stratum] ?? String(stratum)}"`);
  const which = `${shown.join(', ')}${lonely.length > shown.length ? ' …' : ''}`;
  const what =
    stratumCount === 1
      ? 'The sample has a single PSU'
      : `${lonely.length} of ${stratumCount} strata ${lonely.length === 1 ? 'has' : 'have'} a single PSU (${which})`;
  if (mode !== 'fail') return `${what}: ${DONE[mode]}.`;
  throw new WaymarkError(
    'BAD_DESIGN',
    `${what}, so the variance there cannot be computed.`,
    'Join the stratum with one that is like it, or choose how to count it: --lonely-psu adjust, average, remove or certainty.',
  );
}
