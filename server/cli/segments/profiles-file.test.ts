import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { profilesOfFile } from './profiles-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-profiles-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('yes and no, equally far apart, stand in one order however the rows do', async () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    [`s${at % 3}`, (at * 7) % 5 < 2 ? 'yes' : 'no', ((at * 37) % 11) / 7 + 0.1].join(','),
  );
  const orderOf = async (lines: readonly string[]): Promise<unknown> => {
    const input = join(folder, 'file.csv');
    writeFileSync(input, ['s,a,w', ...lines].join('\n'));
    const { segments } = (await profilesOfFile({
      input,
      codebook: null,
      segment: 's',
      variables: ['a'],
      weight: 'w',
    })) as { segments: { profile: { category: string }[] }[] };
    return segments.map(({ profile }) => profile.map(({ category }) => category));
  };
  const expected = await orderOf(rows);
  for (let turn = 1; turn < 12; turn += 1)
    expect(await orderOf([...rows.slice(turn * 3), ...rows.slice(0, turn * 3)])).toEqual(expected);
});
