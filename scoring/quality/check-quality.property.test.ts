import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QualityRules } from '../../contracts/quality.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { checkQuality } from './check-quality.ts';
import type { QualityRecord } from './quality-record.ts';
import { TEST_RULES } from './test-rules.ts';

/** Small minimums, so that small random data reach every check. */
const RULES: QualityRules = {
  ...TEST_RULES,
  tooFast: { ...TEST_RULES.tooFast, minimumInterviews: 4 },
  sameAnswers: { ...TEST_RULES.sameAnswers, minimumAnswers: 4 },
  noAnswers: { ...TEST_RULES.noAnswers, minimumQuestions: 3 },
  differsFromPeers: { ...TEST_RULES.differsFromPeers, minimumInterviews: 3, significance01: 0.9 },
};

const code = fc.constantFrom('never', 'rarely', 'often', 'daily', 'dontknow', 'refused');
const record = fc.record({
  branch: fc.constantFrom('north', 'south'),
  version: fc.constantFrom('v1', 'v2'),
  answers: fc.record(
    { phone: fc.constantFrom('yes', 'no'), can_call: code, can_text: code, can_pay: code, used_chat: code },
    { requiredKeys: ['phone'] },
  ),
  weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
  psu: fc.constantFrom('1', '2', '3'),
  enumerator: fc.constantFrom('Ana', 'Rosa', null),
  personKey: fc.constantFrom('p', 'q', 'r', 's', null),
  activeMs: fc.option(fc.integer({ min: 0, max: 900_000 })),
  startedAt: fc.constantFrom('2026-11-20T09:00:00+05:30', '2026-11-20T03:00:00+05:30', null),
  finishedAt: fc.constantFrom('2026-11-20T09:15:00+05:30', '2026-11-25T09:15:00+05:30', null),
  receivedAt: fc.constant('2026-11-20T12:00:00Z'),
  place: fc.option(
    fc.record({
      latitude: fc.constantFrom(22.57, 22.5701, 23),
      longitude: fc.constantFrom(88.36, 88.3601),
      accuracyM: fc.integer({ min: 0, max: 80 }),
    }),
  ),
  area: fc.constantFrom({ latitude: 22.57, longitude: 88.36, radiusM: 1000 }, null),
  questionMs: fc.option(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 12 })),
});
const records = fc
  .array(record, { maxLength: 40 })
  .map((all): QualityRecord[] =>
    all.map((one, index) => ({ ...one, id: `id-${String(index).padStart(2, '0')}` })),
  );
const check = (all: readonly QualityRecord[]) => checkQuality(TEST_CODEBOOK, RULES, all);

describe('checkQuality, for any records', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        records.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(check(shuffled)).toEqual(check(all));
        },
      ),
    );
  });

  it('leaves none out, and accounts for each under every check', () => {
    fc.assert(
      fc.property(records, (all) => {
        const report = check(all);
        const ids = new Set(all.map(({ id }) => id));
        expect(report.interviews + report.declined).toBe(all.length);
        expect(report.findings.every(({ id }) => ids.has(id))).toBe(true);
        for (const { examined, notRecorded, flagged } of report.coverage) {
          expect(examined + notRecorded).toBe(report.interviews);
          expect(flagged).toBeLessThanOrEqual(examined);
        }
      }),
    );
  });

  it('never compares enumerators on fewer interviews than the minimum, nor flags a small difference', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { minimumInterviews, minimumDifference100, significance01 } = RULES.differsFromPeers;
        for (const one of check(all).comparisons) {
          expect(Math.min(one.interviews, one.peers)).toBeGreaterThanOrEqual(minimumInterviews);
          expect(one.adjustedPValue).toBeGreaterThanOrEqual(one.pValue);
          if (!one.isFlagged) continue;
          expect(Math.abs(one.mean100 - one.peersMean100)).toBeGreaterThanOrEqual(minimumDifference100);
          expect(one.adjustedPValue).toBeLessThan(significance01);
        }
      }),
    );
  });

  it('flags nobody as a double who stands alone', () => {
    fc.assert(
      fc.property(record, (one) => {
        const rules = check([{ ...one, id: 'only' }]).findings.map(({ rule }) => rule);
        expect(rules).not.toContain('same-person');
        expect(rules).not.toContain('same-answers');
        expect(rules).not.toContain('same-place');
        expect(rules).not.toContain('differs-from-peers');
      }),
    );
  });
});
