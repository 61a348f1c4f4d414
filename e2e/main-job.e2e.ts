import { afterAll, beforeAll, expect, it } from 'vitest';
import { interviewSchema } from '../contracts/submission.ts';
import { loadResultCard } from '../instruments/registry.ts';
import { createSealingKeys } from '../server/sealing/create-sealing-keys.ts';
import { openPayload } from '../server/use-cases/open-payload.ts';
import { createAnalyst } from './support/create-analyst.ts';
import { createNetwork, type Network } from './support/create-network.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const BRANCH = 'old-town';
const folder = temporaryFolder();
let server: RunningServer;
let network: Network;
let tablet: Tablet;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  network = await createNetwork(server.url);
  tablet = await createTablet(folder.path('tablet'), network.url);
});

afterAll(async () => {
  await tablet.close();
  await network.close();
  await server.stop();
  folder.remove();
});

/** What only the institution's key, which lies beside its database, can read. */
async function openAtOffice(payload: string): Promise<string> {
  const opened = openPayload(
    createSealingKeys(folder.path('data'), () => new Date()),
    payload,
  );
  if (opened.kind !== 'interview' || !opened.sealed) throw new Error(`The record is ${opened.kind}.`);
  return opened.text;
}

it('brings one interview from a tablet without a network to the analyst, once, in the right cell', async () => {
  const analystSignIn = findSignIn(server.output(), 'analyst@demo.example');
  const administrator = findSignIn(server.output(), 'administrator@demo.example');
  const office = await createOffice(server.url, administrator);
  const before = await office.crosstab('ruleArchetype', 'branch');

  // In the office, with a network: install, and wait for the word that she may go.
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();

  // In the field: no network, and no server behind it either.
  network.set('down');
  await server.kill();
  await tablet.kill();
  await tablet.reopen();
  await tablet.startInterview(BRANCH);
  await tablet.answerThrough('can_transact', ENABLED_TRADER);
  const shownBefore = await tablet.shown();
  const [draftBefore] = (await tablet.storage()).drafts;
  expect(shownBefore.map(({ name }) => name)).toContain('can_transact');

  // The battery dies in the middle.
  await tablet.kill();
  await tablet.reopen();
  await tablet.goOn();
  expect(await tablet.shown()).toEqual(shownBefore);
  expect((await tablet.storage()).drafts).toEqual([draftBefore]);

  await tablet.answerTheRest(ENABLED_TRADER);
  await tablet.finish();
  const card = await loadResultCard('msme-digital-maturity', 'v1');
  expect(await tablet.resultTitle()).toBe(card.archetypes.Enabled.title.en);
  await tablet.goHome();
  expect(await tablet.unsentOnScreen()).toBe(1);
  const [record] = (await tablet.storage()).outbox;
  const interview = interviewSchema.parse(JSON.parse(await openAtOffice(record?.payload ?? '')));
  expect(interview).toMatchObject({
    id: draftBefore?.id,
    branch: BRANCH,
    instrument: { name: 'msme-digital-maturity', version: 'v1' },
    answers: ENABLED_TRADER,
  });

  // Back in town: a network that cuts every other request, and a server that restarts in between.
  await server.start();
  network.forget();
  network.set('every-other');
  await tablet.sendNow();
  await server.kill();
  await server.start();
  await tablet.sendNow();
  await tablet.allSent();
  const { sent, outbox } = await tablet.storage();
  expect(outbox).toEqual([]);
  expect(sent.map(({ id, receipt }) => [id, receipt.id, receipt.hash, receipt.status])).toEqual([
    [interview.id, interview.id, record?.hash, 'stored'],
  ]);
  expect(network.log().map(({ fate }) => fate)).toContain('cut after');

  // The analyst sees that respondent once, in the right cell.
  network.set('up');
  const after = await office.crosstab('ruleArchetype', 'branch');
  const changed = after.cells
    .map((cell, index) => ({
      ...cell,
      more: (cell.unweightedCount ?? 0) - (before.cells[index]?.unweightedCount ?? 0),
    }))
    .filter(({ more }) => more !== 0);
  expect(changed.map(({ row, column, more }) => ({ row, column, more }))).toEqual([
    { row: 'Enabled', column: BRANCH, more: 1 },
  ]);
  const branch = after.columns.categories.findIndex(({ code }) => code === BRANCH);
  const cell = after.cells.find(({ row, column }) => row === 'Enabled' && column === BRANCH);
  const analyst = await createAnalyst(folder.path('analyst'), server.url);
  try {
    await analyst.signIn(analystSignIn);
    await analyst.openCounts('ruleArchetype', 'branch');
    const page = await analyst.readTable();
    expect(page.columns[branch]).toBe(after.columns.categories[branch]?.label);
    expect(page.rows.Enabled?.[branch]).toBe(String(cell?.unweightedCount));
  } finally {
    await analyst.close();
  }

  const csv = (await office.crosstabCsv('ruleArchetype', 'branch')).split('\r\n');
  const csvColumn = csv[0]?.split(',').indexOf(after.columns.categories[branch]?.label ?? '') ?? -1;
  const csvRow = csv.find((line) => line.startsWith('Unweighted count,Enabled,'));
  expect(csvRow?.split(',')[csvColumn]).toBe(String(cell?.unweightedCount));

  const rows = (await office.segmentsCsv()).split('\r\n').filter((line) => line.includes(interview.id));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.split(',').slice(0, 2)).toEqual([interview.id, BRANCH]);
  expect(rows[0]).toContain('Enabled');
});
