import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ErasureTarget } from '../../../contracts/personal.ts';
import { interviewOf, startFieldWorld, type FieldWorld } from '../../testing/field-world.ts';
import { makeVisit } from '../../testing/make-delivery.ts';
import { readResponseRates } from '../cases/read-response-rates.ts';
import { tabulateStudy } from '../tabulate-study.ts';
import { eraseRespondent } from './erase-respondent.ts';
import { reapplyErasures } from './reapply-erasures.ts';

const REASON = 'She asked for it by telephone';

let world: FieldWorld;
beforeAll(async () => {
  world = await startFieldWorld();
});
afterAll(() => world.stop());

async function tabulate() {
  const wanted = { studyId: 'demo', rows: 'own_phone', columns: 'branch', weighted: false, scope: null };
  return tabulateStudy(world.server.waymark.context, wanted);
}

const eraseAll = (target: ErasureTarget) =>
  eraseRespondent(world.server.waymark.context, { target, mode: 'everything', reason: REASON });

const DECLINED = { answers: { consent: 'no' } };

test('who is erased with all her answers stays in the totals, and a table says that she is left out', async () => {
  const { context, store } = world.server.waymark;
  const interview = interviewOf('Gulnara Bek');
  await world.deliver(interview);
  const totals = await world.counts();
  const before = await tabulate();
  const { statement } = await eraseRespondent(context, {
    ...{ target: { recordId: interview.id }, mode: 'everything', reason: REASON, records: 1 },
  });
  expect(await world.stands('Gulnara Bek')).toEqual([]);
  expect(await store.personal.textOf(interview.id)).toBeNull();
  expect(await world.counts()).toEqual(totals);
  const after = await tabulate();
  expect(after.base.unweighted).toBe(before.base.unweighted - 1);
  expect(after.excluded).toContainEqual({ reason: 'answers erased on request', count: 1 });
  expect(statement.counts.after).toEqual({
    ...statement.counts.before,
    stored: statement.counts.before.stored - 1,
    erased: statement.counts.before.erased + 1,
    withPersonalData: statement.counts.before.withPersonalData - 1,
  });
});

test('who declined never becomes a completed interview: rates and counts are the same before and after', async () => {
  const { context, store } = world.server.waymark;
  const ids = ['agreed', 'declined', 'refused', 'untouched'];
  const entry = { branch: 'old-town', wave: null, tabletId: null, addedAt: '2026-11-01T00:00:00.000Z' };
  await store.cases.put(
    'demo',
    ids.map((id) => ({ ...entry, id, contact: { name: `Name of ${id}` } })),
  );
  const onTheSpot = interviewOf('Found There');
  const declinedThere = interviewOf('Declined There', DECLINED);
  for (const record of [
    interviewOf('Agreed Listed', { caseId: 'agreed' }),
    interviewOf('Declined Listed', { ...DECLINED, caseId: 'declined' }),
    makeVisit({ caseId: 'refused', outcome: 'refused' }),
    onTheSpot,
    declinedThere,
  ])
    await world.deliver(record);
  const look = async () => ({
    counts: await world.counts(),
    rates: await readResponseRates(context, { studyId: 'demo', scope: null }),
    declined: (await tabulate()).excluded.find(({ reason }) => reason.includes('agree')),
  });
  const before = await look();
  for (const caseId of ids) await eraseAll({ studyId: 'demo', caseId });
  for (const { id } of [onTheSpot, declinedThere]) await eraseAll({ recordId: id });
  expect(await look()).toEqual(before);

  const late = [
    interviewOf('Sent Late', { ...DECLINED, caseId: 'untouched' }),
    interviewOf('Sent Late Too', { ...DECLINED, caseId: 'refused' }),
  ];
  for (const record of late) await world.deliver(record);
  const { counts } = before;
  expect(await world.counts()).toEqual({
    respondents: counts.respondents + 2,
    completed: counts.completed,
    declined: counts.declined + 2,
  });
});

test('a statement says who declined, so that a restored database counts her the same', async () => {
  const { store } = world.server.waymark;
  const interview = interviewOf('Declined Restored', DECLINED);
  await world.deliver(interview);
  const { statement } = await eraseAll({ recordId: interview.id });
  expect(statement.records).toMatchObject([{ id: interview.id, declined: true }]);
  const before = await world.counts();
  await reapplyErasures(store, () => new Date(world.now), await store.erasures.list());
  await eraseAll({ recordId: interview.id });
  expect(await world.counts()).toEqual(before);
});

test('a record that is set aside does not begin to count because she was erased', async () => {
  const entry = { branch: 'old-town', wave: null, tabletId: null, addedAt: '2026-11-01T00:00:00.000Z' };
  await world.server.waymark.store.cases.put('demo', [{ ...entry, id: 'gone', contact: { name: 'Gone' } }]);
  await eraseAll({ studyId: 'demo', caseId: 'gone' });
  const before = await world.counts();
  const elsewhere = await world.link('Riverside only', ['riverside']);
  const late = interviewOf('Not Hers To Ask', { caseId: 'gone' });
  expect(await world.deliver(late, { token: elsewhere })).toMatchObject({ status: 'quarantined' });
  expect(await world.counts()).toEqual(before);
  expect(await world.stands('Not Hers To Ask')).toEqual([]);
});

test('who did not count because she was rejected or replaced does not count once she is erased', async () => {
  const { context, store } = world.server.waymark;
  const fake = interviewOf('Never Met', { caseId: 'C-3' });
  const first = interviewOf('Asked Twice Over');
  const again = interviewOf('Asked Twice Over', { revision: { of: first.id, reason: 'Wrong shop' } });
  for (const record of [fake, first, again]) await world.deliver(record);
  const row = (await store.review.list('demo')).find(({ id }) => id === fake.id);
  await store.review.add({
    ...{ studyId: 'demo', submission: row?.sequence ?? 0, decision: 'rejected', comment: 'Nobody met her' },
    ...{ decidedBy: null, decidedByName: 'Vera', decidedAt: '2026-11-22T12:00:00.000Z' },
  });
  const totals = await world.counts();
  for (const { id } of [fake, first])
    await eraseRespondent(context, { target: { recordId: id }, mode: 'everything', reason: REASON });
  expect(await world.counts()).toEqual(totals);
  expect(await store.erasures.caseInterviews('demo')).not.toContainEqual(
    expect.objectContaining({ caseId: 'C-3' }),
  );
});
