import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { loadCodebook } from '../../instruments/registry.ts';
import { startServer, type TestServer } from '../testing/start-server.ts';
import { createStudy } from './create-study.ts';
import { exportSegments } from './export-segments.ts';
import { importRespondents } from './import-respondents.ts';
import { tabulateStudy } from './tabulate-study.ts';

const respondent = (id: string, branch: string, weight: number, own_phone: string): Respondent => ({
  id,
  branch,
  weight,
  answers: { consent: 'yes', own_phone },
});

describe('importing respondents', () => {
  let server: TestServer;
  let codebook: Codebook;
  beforeEach(async () => {
    server = await startServer();
    codebook = await loadCodebook('msme-digital-maturity', 'v1');
    await createStudy(server.waymark.context, {
      id: 'imported',
      title: 'From a file',
      synthetic: false,
      source: { codebook: { ...codebook, branches: [{ code: '2', label: { en: 'La Paz' } }] } },
      branches: [],
    });
  });
  afterEach(() => server.stop());
  const rows = [
    respondent('1', '2', 2.5, 'yes'),
    respondent('2', '2', 0.5, 'no'),
    respondent('3', '3', 1, 'dontknow'),
    respondent('4', '3', 1, 'yes'),
  ];

  it('takes respondents with weights, names their branches, and tabulates them', async () => {
    const { context, store } = server.waymark;
    expect(await importRespondents(context, 'imported', rows)).toEqual({
      added: 4,
      alreadyThere: 0,
      conflicts: 0,
    });
    expect((await store.studies.find('imported'))?.branches).toEqual([
      { code: '2', name: 'La Paz', weight: 1 },
      { code: '3', name: '3', weight: 1 },
    ]);
    const table = await tabulateStudy(context, {
      studyId: 'imported',
      rows: 'own_phone',
      columns: 'branch',
      weighted: true,
      scope: null,
    });
    expect(table.base).toMatchObject({ unweighted: 3, weighted: 4 });
    expect(table.excluded).toEqual([{ reason: expect.stringMatching(/: don't know$/) as string, count: 1 }]);
    expect(table.notes.join(' ')).not.toMatch(/synthetic/i);
    const lines = [...(await exportSegments(context, { studyId: 'imported', scope: ['3'] }))];
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['3', '4']);
  });

  it('changes nothing when the file is imported again, and keeps what differs beside it', async () => {
    const { context } = server.waymark;
    await importRespondents(context, 'imported', rows);
    expect(
      await importRespondents(context, 'imported', [...rows.slice(0, 3), respondent('4', '3', 1, 'no')]),
    ).toEqual({ added: 0, alreadyThere: 3, conflicts: 1 });
  });

  it('keeps nothing of a file that fails half-way', async () => {
    const { context, store } = server.waymark;
    async function* failing(): AsyncIterable<Respondent> {
      yield* rows;
      await Promise.resolve();
      throw new WaymarkError('UNKNOWN_CODE', 'Row 5 …');
    }
    await expect(importRespondents(context, 'imported', failing())).rejects.toMatchObject({
      code: 'UNKNOWN_CODE',
    });
    expect(await store.submissions.mark('imported')).toMatchObject({ count: 0, lastSequence: 0 });
    expect((await store.studies.find('imported'))?.branches).toEqual([]);
  });
});
