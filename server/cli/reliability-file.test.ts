import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Reliability } from '../../scoring/reliability/reliability.ts';
import { TEST_CODEBOOK } from '../../scoring/test-codebook.ts';
import { reliabilityFile, type ReliabilityFileRequest } from './reliability-file.ts';

let folder = '';
let input = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-reliability-'));
  input = join(folder, 'answers.csv');
  return () => {
    rmSync(folder, { recursive: true });
  };
});

const codebook = TEST_CODEBOOK;
const PAIR = ['can_call', 'can_text'];

/** One row per letter pair: n(ever), r(arely), o(ften), d(aily), ?, -, blank; a phone unless `none`. */
function write(pairs: readonly string[], more: readonly string[] = []): void {
  const codes: Readonly<Record<string, string>> = {
    ...{ n: 'never', r: 'rarely', o: 'often', d: 'daily' },
    ...{ '?': 'dontknow', '-': 'refused', _: 'unanswered', ' ': '' },
  };
  const rows = pairs.map(
    (pair, row) => `r${row},yes,,${codes[pair[0]!]},${codes[pair[1]!]},${(row % 3) + 1}`,
  );
  writeFileSync(input, ['id,phone,shared,can_call,can_text,w', ...rows, ...more].join('\n'));
}

const one = async (more: Partial<ReliabilityFileRequest> = {}): Promise<Reliability> => {
  const found = await reliabilityFile({ input, codebook, items: PAIR, confidence: 0.95, ...more });
  if ('scales' in found) throw new Error('Expected one scale.');
  return found;
};

const ANSWERS = ['nn', 'nr', 'rr', 'or', 'oo', 'do', 'dd', 'rn'];

describe('with a codebook', () => {
  test('answers become points of the model, and gaps are told apart', async () => {
    write([...ANSWERS, '?n', '-n', '_n', ' n'], ['x,no,no,,,1', 'y,no,no,,,1']);
    const { items, complete, respondents, alpha } = await one();
    expect({ complete, respondents }).toEqual({ complete: 8, respondents: 14 });
    expect(alpha).toBeGreaterThan(0.8);
    expect(items[0]).toMatchObject({
      item: 'can_call',
      applicable: 12,
      answered: 8,
      dontKnow: 1,
      refused: 1,
      unanswered: 2,
      skipped: 2,
      missingShare: 4 / 12,
      mean: (0 + 0 + 40 + 70 + 70 + 100 + 100 + 40) / 8,
      floor: 2 / 8,
      ceiling: 2 / 8,
    });
  });

  test('skipped items count 0 where they are to be taken as they are scored', async () => {
    write(ANSWERS, ['x,no,no,,,1', 'y,no,no,,,1']);
    expect((await one()).complete).toBe(8);
    const scored = await one({ skippedAsScored: true });
    expect(scored.complete).toBe(10);
    expect(scored.items[0]?.skipped).toBe(2);
    expect(scored.floor).toBe(3 / 10);
  });

  test('weights count, and who has none is left out', async () => {
    write(ANSWERS, ['x,yes,,daily,never,0', 'y,yes,,daily,never,']);
    const found = await reliabilityFile({ input, codebook, items: PAIR, confidence: 0.95, weight: 'w' });
    expect(found.excluded).toEqual([{ reason: 'w: no weight', count: 2 }]);
    expect(found).toMatchObject({ respondents: 8, complete: 8 });
    expect((await one({ weight: 'w' })).effectiveBase).toBeCloseTo(15 ** 2 / 33, 10);
  });

  test('every scale of the model, or those asked for', async () => {
    const named = { ...codebook, model: { ...codebook.model, scores: ['comfort.general'] } };
    write(ANSWERS);
    const found = await reliabilityFile({ input, codebook: named, confidence: 0.95 });
    if (!('scales' in found)) throw new Error('Expected scales.');
    expect(found.scales.map(({ scale, items }) => [scale, items.map(({ item }) => item)])).toEqual([
      ['comfort.general', PAIR],
    ]);
    await expect(
      reliabilityFile({ input, codebook, scales: ['comfort.genral'], confidence: 0.95 }),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST', hint: 'Did you mean "comfort.general"?' });
  });

  test('where skip logic leaves nobody complete, the reason says what helps', async () => {
    writeFileSync(input, 'phone,shared,phone_type\nyes,,basic\nno,yes,\nyes,,smartphone\nno,no,\n');
    const found = await one({ items: ['shared', 'phone_type'] });
    expect(found.alpha).toBeNull();
    expect(found.reason).toMatch(/^Only 0 respondents .*--skipped-as-scored/);
  });

  test.each([
    [['can_call', 'age_'], 'UNKNOWN_COLUMN'],
    [['can_call', 'can_save'], 'UNKNOWN_COLUMN'],
    [['can_call', 'worries'], 'NOT_COMPUTABLE'],
  ])('%j is refused: %s', async (items, code) => {
    writeFileSync(input, 'phone,can_call,worries\nyes,often,cost\n');
    await expect(one({ items })).rejects.toMatchObject({ code });
  });

  test('a code that the codebook does not have is refused with its line', async () => {
    writeFileSync(input, 'phone,can_call,can_text\nyes,often,sometimes\n');
    await expect(one()).rejects.toMatchObject({
      code: 'UNKNOWN_CODE',
      message: expect.stringMatching(/line 2, column "can_text"/) as string,
    });
  });
});

describe('without a codebook', () => {
  test('cells are numbers; blanks and NA are gaps; words are refused', async () => {
    writeFileSync(input, 'a,b,c\n1,2,1\n2,2,3\n3,4,3\n4,4,2\n5,NA,1\n,3,3\n5,5,x\n');
    const found = await one({ codebook: null, items: ['a', 'b'] });
    expect(found).toMatchObject({ respondents: 7, complete: 5 });
    expect(found.items.map(({ unanswered }) => unanswered)).toEqual([1, 1]);
    await expect(one({ codebook: null, items: ['a', 'c'] })).rejects.toMatchObject({ code: 'BAD_NUMBER' });
    await expect(reliabilityFile({ input, codebook: null, confidence: 0.95 })).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});
