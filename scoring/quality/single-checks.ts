import type { Codebook } from '../../contracts/codebook.ts';
import type { QualityRules } from '../../contracts/quality.ts';
import { checkClock } from './check-clock.ts';
import type { CheckedInterview, CheckResult } from './checked-interview.ts';
import { each } from './each.ts';
import { fillReason } from './fill-reason.ts';
import { findSame } from './find-same.ts';
import { medianOf } from './median-of.ts';
import { straightLine } from './straight-line.ts';

const pace = ({ record, read }: CheckedInterview): number =>
  record.activeMs === null || read.questions === 0 ? Number.NaN : record.activeMs / read.questions;

/** Time per question asked, against the median of its version of the instrument and the floor. */
export function tooFast(
  interviews: readonly CheckedInterview[],
  { tooFast: rule }: QualityRules,
): CheckResult {
  const byVersion = new Map<string, number[]>();
  for (const one of interviews) {
    if (Number.isNaN(pace(one))) continue;
    const paces = byVersion.get(one.record.version) ?? [];
    paces.push(pace(one));
    byVersion.set(one.record.version, paces);
  }
  const medians = new Map([...byVersion].map(([version, paces]) => [version, medianOf(paces)]));
  return each(interviews, 'too-fast', (one) => {
    const ms = pace(one);
    if (Number.isNaN(ms)) return undefined;
    const { version } = one.record;
    const median = medians.get(version)!;
    const isBelowMedian =
      byVersion.get(version)!.length >= rule.minimumInterviews && ms < rule.ofMedian01 * median;
    if (!isBelowMedian && ms >= rule.floorMsPerQuestion) return null;
    return fillReason(rule.reason, { seconds: ms / 1000, median: median / 1000 });
  });
}

/** Blocks of questions on one scale that are answered (nearly) all alike, except at an end of the scale. */
export function straightLining(
  interviews: readonly CheckedInterview[],
  { straightLining: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'straight-lining', ({ read }) => {
    for (const { first, codes, lastStep } of read.blocks) {
      const line = straightLine(codes, lastStep);
      if (line.questions < rule.minimumQuestions || line.isAtEnd) continue;
      if (line.equal < rule.equal01 * line.questions && line.run < rule.longestRun) continue;
      return fillReason(rule.reason, {
        equal: line.equal,
        questions: line.questions,
        run: line.run,
        first,
      });
    }
    return null;
  });
}

/** Don't know and refused, of the questions that applied and allow it. */
export function noAnswers(
  interviews: readonly CheckedInterview[],
  { noAnswers: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'no-answers', ({ read }) =>
    read.refusable >= rule.minimumQuestions && read.noAnswers >= rule.share01 * read.refusable
      ? fillReason(rule.reason, { count: read.noAnswers, questions: read.refusable })
      : null,
  );
}

/** The same name and telephone more than once. */
export function samePerson(
  interviews: readonly CheckedInterview[],
  { samePerson: rule }: QualityRules,
): CheckResult {
  const others = othersOf(interviews.map(({ record }) => record.personKey));
  return each(interviews, 'same-person', (one) => {
    if (one.record.personKey === null) return undefined;
    const count = others.get(one.record.personKey);
    return count === undefined ? null : fillReason(rule.reason, { count });
  });
}

/** The very same answers more than once, names left aside. */
export function sameAnswers(
  codebook: Codebook,
  interviews: readonly CheckedInterview[],
  { sameAnswers: rule }: QualityRules,
): CheckResult {
  const names = codebook.variables.filter(({ personal }) => personal !== true).map(({ name }) => name);
  const keyOf = ({ record: { answers } }: CheckedInterview): [key: string | null, answers: number] => {
    const given = names.filter((name) => answers[name] !== undefined);
    const key = JSON.stringify(given.map((name) => [name, answers[name]]));
    return [given.length >= rule.minimumAnswers ? key : null, given.length];
  };
  const keys = new Map(interviews.map((one) => [one, keyOf(one)]));
  const others = othersOf([...keys.values()].map(([key]) => key));
  return each(interviews, 'same-answers', (one) => {
    const [key, answers] = keys.get(one)!;
    const count = key === null ? undefined : others.get(key);
    return count === undefined ? null : fillReason(rule.reason, { count, answers });
  });
}

/** How many others share each key that more than one has. */
function othersOf(keys: readonly (string | null)[]): Map<string, number> {
  return new Map(findSame(keys).map((places) => [keys[places[0]!]!, places.length - 1]));
}

/** Begun outside of the hours of field work. */
export function outsideHours(
  interviews: readonly CheckedInterview[],
  { outsideHours: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'outside-hours', ({ record: { startedAt } }) => {
    // The hour as the tablet showed it: the text is local time with its offset.
    const time = /T(\d{2}):(\d{2})/.exec(startedAt ?? '');
    if (time === null) return undefined;
    const hour = Number(time[1]);
    if (hour >= rule.fromHour && hour < rule.untilHour) return null;
    return fillReason(rule.reason, { time: time[0].slice(1) });
  });
}

/** See `checkClock`. */
export function wrongClock(
  interviews: readonly CheckedInterview[],
  { clock: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'clock', ({ record }) =>
    record.finishedAt === null || (record.receivedAt === null && record.activeMs === null)
      ? undefined
      : checkClock(record, rule),
  );
}

/** Takes another's place by its own account, and does not: it may count twice. */
export function strayRevision(
  interviews: readonly CheckedInterview[],
  { revision: rule }: QualityRules,
): CheckResult {
  return each(interviews, 'revision', ({ record: { revision } }) =>
    typeof revision === 'string' ? fillReason(rule[revision], {}) : revision,
  );
}
