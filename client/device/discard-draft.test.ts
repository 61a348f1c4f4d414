// @vitest-environment node
import { expect, it } from 'vitest';
import { countDiscarded, discardDraft } from './discard-draft.ts';
import { TabletScenario } from './testing/tablet-scenario.ts';

it('throws one draft away with its journal, keeps a number for the reason, and leaves the others', async () => {
  const tablet = await TabletScenario.switchOn();
  const [gone, kept] = [await tablet.begin(), await tablet.begin()];
  const finished = await tablet.interview();
  await tablet.answer(gone, 'respondent_name', 'Asha');
  await tablet.answer(kept, 'age', 40);

  await discardDraft(tablet.database, tablet.vault, gone, 'mistake');
  await tablet.losePower();

  expect(await tablet.places()).toEqual({ drafts: [kept], outbox: [finished], sent: [] });
  expect(await tablet.entries(gone)).toEqual([]);
  expect((await tablet.resume(kept)).answers).toEqual({ age: 40 });
  expect(await tablet.database.getAll('discards')).toEqual([{ reason: 'mistake', count: 1 }]);
});

it('counts each reason on its own', async () => {
  const tablet = await TabletScenario.switchOn();
  for (const reason of ['stopped', 'stopped', 'other'] as const) {
    await discardDraft(tablet.database, tablet.vault, await tablet.begin(), reason);
  }
  expect(await tablet.database.get('discards', 'stopped')).toEqual({ reason: 'stopped', count: 2 });
  expect(await countDiscarded(tablet.database)).toBe(3);
});

it('never discards what is finished, nor what is another person’s', async () => {
  const tablet = await TabletScenario.switchOn();
  const finished = await tablet.interview();
  await expect(discardDraft(tablet.database, tablet.vault, finished, 'mistake')).rejects.toThrow('no draft');
  const draft = await tablet.begin();
  const other = { ...tablet.vault, enumeratorId: 'enumerator-2' };
  await expect(discardDraft(tablet.database, other, draft, 'mistake')).rejects.toThrow('no draft');
  expect(await tablet.places()).toEqual({ drafts: [draft], outbox: [finished], sent: [] });
  expect(await countDiscarded(tablet.database)).toBe(0);
});
