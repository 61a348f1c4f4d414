import type { QualityRules } from '../../contracts/quality.ts';
import type { CheckedInterview, CheckResult } from './checked-interview.ts';
import { countNear } from './count-near.ts';
import { distanceM } from './distance-m.ts';
import { each } from './each.ts';
import { fillReason } from './fill-reason.ts';

/** More at one place are not counted one by one. */
const COUNTED_MOST = 99;

/** Several interviews at places that cannot be told apart. */
export function samePlace(
  interviews: readonly CheckedInterview[],
  { samePlace: rule }: QualityRules,
): CheckResult {
  const near = countNear(
    interviews.map(({ record }) => record.place),
    rule.maximumAccuracyM,
    COUNTED_MOST,
  );
  const counts = new Map(interviews.map((one, index) => [one, near[index] ?? null]));
  return each(interviews, 'same-place', (one) => {
    const count = counts.get(one) ?? null;
    if (count === null) return undefined;
    if (count < rule.minimumOthers) return null;
    return fillReason(rule.reason, { count, metres: one.record.place?.accuracyM ?? 0 });
  });
}

/** Held farther away than the area of the branch reaches, even if the place is as far off as its accuracy says. */
export function outsideArea(
  interviews: readonly CheckedInterview[],
  { outsideArea: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'outside-area', ({ record: { place, area } }) => {
    if (place === null || area === null) return undefined;
    const awayM = distanceM(place, area);
    if (awayM - place.accuracyM <= area.radiusM) return null;
    return fillReason(rule.reason, { away: awayM / 1000, radius: area.radiusM / 1000 });
  });
}

/** Many questions answered faster than anyone can read them out. */
export function questionTimes(
  interviews: readonly CheckedInterview[],
  { questionTimes: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'question-times', ({ record: { questionMs } }) => {
    if (questionMs === null) return undefined;
    const fast = questionMs.filter((ms) => ms < rule.floorMs).length;
    if (questionMs.length < rule.minimumQuestions || fast < rule.share01 * questionMs.length) return null;
    return fillReason(rule.reason, {
      fast,
      questions: questionMs.length,
      seconds: rule.floorMs / 1000,
    });
  });
}
