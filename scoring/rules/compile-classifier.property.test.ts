import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archetypeRank } from '../../contracts/archetype.ts';
import type { Answers } from '../../contracts/answer.ts';
import { codebookSchema, type Codebook, type Variable } from '../../contracts/codebook.ts';
import { createItemReader } from '../items/item-states.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { compileClassifier, type Classification } from './compile-classifier.ts';

/** The published codebook, read as a file: the engine may not import an instrument. */
const CORE = codebookSchema.parse(
  JSON.parse(
    readFileSync(
      new URL('../../instruments/msme-digital-maturity/v1/codebook.json', import.meta.url),
      'utf8',
    ),
  ),
);

/** Answers to every coded item, applicable or not; `gaps` adds missing codes and absent items. */
function answersOf(codebook: Codebook, gaps: boolean): fc.Arbitrary<Answers> {
  const coded = codebook.variables.filter((variable) => variable.type === 'single');
  const valueOf = (variable: Variable) => {
    const codes = fc.constantFrom(...variable.values.map((value) => value.code));
    return gaps
      ? fc.oneof(
          { weight: 8, arbitrary: codes },
          { weight: 1, arbitrary: fc.constantFrom('unanswered', ...Object.keys(variable.missing)) },
        )
      : codes;
  };
  // High answers make for higher archetypes than even odds would reach.
  const lifted = fc.tuple(
    fc.record(Object.fromEntries(coded.map((variable) => [variable.name, valueOf(variable)]))),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: coded.length,
      maxLength: coded.length,
    }),
  );
  return lifted.map(([answers, share, draws]) =>
    Object.fromEntries(
      coded.map((variable, place) => [
        variable.name,
        draws[place]! < share && answers[variable.name] !== 'unanswered'
          ? bestCode(variable)
          : answers[variable.name]!,
      ]),
    ),
  );
}

function bestCode(variable: Variable): string {
  const points = Object.entries(variable.scoring?.points ?? {});
  return points.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? variable.values[0]!.code;
}

/** Every raise of one answer: same record, one code with more points, and what they are worth. */
function raises(codebook: Codebook, answers: Answers): { raised: Answers; points: number }[] {
  const states = createItemReader(codebook)(answers);
  return codebook.variables.flatMap(({ name, scoring }) => {
    const own = scoring?.points[String(answers[name])];
    if (scoring === undefined || own === undefined || states[name] !== 'answered') return [];
    return Object.entries(scoring.points)
      .filter(([, points]) => points > own)
      .map(([code, points]) => ({
        raised: { ...answers, [name]: code },
        points: (points - own) * scoring.itemWeight,
      }));
  });
}

const rank = (result: Classification) => archetypeRank(result.archetype!);

describe.each([
  ['the test codebook', TEST_CODEBOOK],
  ['the core instrument', CORE],
] as const)('rules on %s', (_, codebook) => {
  const classify = compileClassifier(codebook);

  it('are monotone: raising one answer never lowers the archetype', () => {
    let compared = 0;
    fc.assert(
      fc.property(answersOf(codebook, true), (answers) => {
        const before = classify(answers);
        if (before.archetype === null) return;
        for (const { raised } of raises(codebook, answers)) {
          const after = classify(raised);
          // Raising an answer can open questions that were skipped before; then nothing is claimed yet.
          if (after.archetype === null) continue;
          compared += 1;
          expect(rank(after), JSON.stringify(raised)).toBeGreaterThanOrEqual(rank(before));
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('keep their promise: the smallest change leads where it says, and no smaller one leads up', () => {
    let found = 0;
    fc.assert(
      fc.property(answersOf(codebook, true), (answers) => {
        const before = classify(answers);
        const { change } = before;
        if (change !== null) {
          found += 1;
          expect(answers[change.item]).toBe(change.from);
          expect(classify({ ...answers, [change.item]: change.code }).archetype).toBe(change.archetype);
        }
        const ups = raises(codebook, answers).flatMap(({ raised, points }) => {
          const after = classify(raised);
          const isUp = before.archetype !== null && after.archetype !== null && rank(after) > rank(before);
          return isUp ? [points] : [];
        });
        expect(change?.points ?? Infinity).toBe(Math.min(...ups));
      }),
      { numRuns: 60, seed: 11 },
    );
    expect(found).toBeGreaterThan(5);
  });

  it('leave a range that contains what a full answer gives', () => {
    fc.assert(
      fc.property(answersOf(codebook, false), fc.nat(), (answers, pick) => {
        const names = Object.keys(answers);
        const full = classify(answers);
        const gap = classify({ ...answers, [names[pick % names.length]!]: 'unanswered' });
        if (full.archetype === null || gap.archetype !== null) return;
        expect(archetypeRank(gap.lowest)).toBeLessThanOrEqual(rank(full));
        expect(archetypeRank(gap.highest)).toBeGreaterThanOrEqual(rank(full));
      }),
      { numRuns: 200, seed: 13 },
    );
  });

  it('give finite numbers or a documented absence', () => {
    fc.assert(
      fc.property(answersOf(codebook, true), (answers) => {
        const result = classify(answers);
        for (const score of Object.values(result.scores)) {
          expect(score === null || (score >= 0 && score <= 100)).toBe(true);
        }
        if (result.nearest !== null) expect(result.nearest.distance100).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200, seed: 17 },
    );
  });
});
