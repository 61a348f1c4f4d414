import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import { conditionSchema } from '../../contracts/condition.ts';
import { crosstabSchema } from '../../contracts/table.ts';
import { buildCondition } from '../../scoring/conditions/build-condition.ts';
import { TRUE } from '../../scoring/conditions/kleene.ts';
import { compileEngine } from '../../scoring/engine/compile-engine.ts';
import { sharedFolder } from '../config.ts';
import { readCodebook } from '../imports/read-codebook.ts';
import { readRespondents } from '../imports/read-respondents.ts';
import { buildCli, type BuiltCli } from './testing/build-cli.ts';

const INSTRUMENT = fileURLToPath(new URL('../../instruments/external/bolivia-ict-2016/', import.meta.url));
const CODEBOOK = join(INSTRUMENT, 'codebook.json');
const DATA = join(sharedFolder(), 'data', 'bolivia-ict-2016', 'bolivia_digital_subset.csv');
const isThere = existsSync(DATA);
if (!isThere)
  console.warn(
    `Skipped: the national ICT survey of Bolivia is not at ${DATA}. Set WAYMARK_SHARED to the folder that has data/ in it.`,
  );

const figures = z
  .array(
    z.object({
      id: z.string(),
      variable: z.string(),
      code: z.string(),
      base: conditionSchema.nullable(),
      weight: z.string().nullable(),
      percent: z.number(),
    }),
  )
  .parse(JSON.parse(readFileSync(join(INSTRUMENT, 'published-figures.json'), 'utf8')));

describe.skipIf(!isThere)('5,536 respondents of the national ICT survey of Bolivia, 2016', () => {
  let cli: BuiltCli;
  let folder = '';
  beforeAll(async () => {
    cli = await buildCli();
    folder = mkdtempSync(join(tmpdir(), 'waymark-bolivia-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await cli.remove();
  });

  test.each(figures)('$id is $percent % as published', async ({ variable, code, base, weight, percent }) => {
    const codebook = await readCodebook(CODEBOOK);
    const engine = compileEngine(codebook);
    const state = engine.createState();
    const isInBase = base === null ? () => TRUE : buildCondition(base, engine.scope);
    const hasAnswer = buildCondition({ answered: variable }, engine.scope);
    const says = buildCondition({ item: variable, in: [code] }, engine.scope);
    // Published percents are of those who answered: one phone owner has no answer on internet.
    let part = 0;
    let whole = 0;
    for await (const respondent of readRespondents(codebook, DATA)) {
      engine.read(respondent.answers, state);
      if (isInBase(state) !== TRUE || hasAnswer(state) !== TRUE) continue;
      const weighs = weight === null ? respondent.weight : Number(respondent.answers[weight]);
      whole += weighs;
      if (says(state) === TRUE) part += weighs;
    }
    expect(((part / whole) * 100).toFixed(1)).toBe(percent.toFixed(1));
  });

  test('archetype by department, weighted, with bases, and a row for each respondent in input order', async () => {
    const output = join(folder, 'segments.csv');
    const { code, stdout, stderr } = await cli.run([
      'score',
      '--codebook',
      CODEBOOK,
      '--input',
      DATA,
      '--output',
      output,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const department of [
      'Chuquisaca',
      'La Paz',
      'Cochabamba',
      'Oruro',
      'Potosí',
      'Tarija',
      'Santa Cruz',
      'Beni',
      'Pando',
    ])
      expect(stdout).toMatch(new RegExp(`^${department} +[\\d.]+`, 'm'));
    expect(stdout).toMatch(/^All .* 5,536 +5,402\.5$/m);
    expect(stdout).toContain('AGETIC (Bolivia)');
    const ids = readFileSync(output, 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(ids).toEqual(Array.from({ length: 5536 }, (_, index) => String(index + 1)));
  });

  test('the crosstab of the written file holds the sums of its weights', async () => {
    const output = join(folder, 'again.csv');
    await cli.run(['score', '--codebook', CODEBOOK, '--input', DATA, '--output', output]);
    const args = ['--input', output, '--rows', 'archetype', '--columns', 'branch', '--weight', 'weight'];
    const { stdout } = await cli.run(['crosstab', ...args]);
    const table = crosstabSchema.parse(JSON.parse(stdout));
    expect(table.rows.categories.map(({ code }) => code)).toEqual([...ARCHETYPES, NOT_CLASSIFIED]);
    const rows = readFileSync(output, 'utf8')
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','));
    for (const { row, column, weightedCount, unweightedCount } of table.cells) {
      const weights = rows.filter(([, branch, , archetype]) => branch === column && archetype === row);
      expect(unweightedCount).toBe(weights.length);
      expect(weightedCount).toBeCloseTo(
        weights.reduce((sum, [, , weight]) => sum + Number(weight), 0),
        8,
      );
    }
    expect(table.base.unweighted).toBe(5536);
    expect(table.excluded).toEqual([]);
  });
});
