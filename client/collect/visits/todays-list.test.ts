import { expect, it } from 'vitest';
import type { BackCheckTask, Returned, WorkCase } from '../../../contracts/work.ts';
import type { Draft } from '../../device/device-schema.ts';
import type { Work } from '../../device/work/read-work.ts';
import { startOrigin } from './start-origin.ts';
import { todaysList } from './todays-list.ts';

const person = (id: string, more: Partial<WorkCase> = {}): WorkCase => ({
  ...{ id, branch: 'north', wave: null, assigned: false, attempts: 0, done: false },
  ...more,
});
const returned = (interviewId: string, enumerator: string, decidedAt = '2026-11-20T08:00:00Z'): Returned => ({
  ...{ interviewId, enumerator, decidedAt, branch: 'north', comment: ' Age and years do not fit. ' },
  caseId: 'seen',
});
const task = (id: string, more: Partial<BackCheckTask> = {}): BackCheckTask => ({
  ...{ id, interviewId: `of-${id}`, branch: 'south', items: ['consent', 'sex'], name: 'Asha' },
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  ...more,
});
const WORK: Work = {
  version: 'v',
  fetchedAtMs: 0,
  cases: [
    person('visited', { attempts: 2, lastOutcome: 'not-found' }),
    person('fresh'),
    person('mine', { assigned: true, attempts: 1 }),
    person('later', { lastOutcome: 'call-back', callBackAt: '2026-11-23' }),
    person('now', { lastOutcome: 'call-back', callBackAt: '2026-11-22T15:00:00.000+05:30' }),
    person('long-ago', { lastOutcome: 'call-back', callBackAt: '2026-10-19' }),
    person('missed', { lastOutcome: 'call-back', callBackAt: '2026-11-19' }),
    person('early', { lastOutcome: 'call-back', callBackAt: '2026-11-22T09:00:00.000+05:30' }),
    person('seen', { done: true, lastOutcome: 'completed', name: 'Bela' }),
    person('begun'),
  ],
  returned: [
    returned('r-old', 'Other Person'),
    returned('r-mine', ' rosa  QUISPE '),
    returned('r-begun', 'Rosa'),
  ],
  backChecks: [
    task('t-own', { enumerator: 'Rosa quispe' }),
    task('t-any'),
    task('t-due', { enumerator: 'Other', dueOn: '2026-11-23' }),
    task('t-begun', { enumerator: 'Other' }),
  ],
};
const DRAFTS = [
  { caseId: 'begun' },
  { revision: { of: 'r-begun', reason: 'x' }, caseId: 'seen' },
  { backCheck: { taskId: 't-begun', interviewId: 'i', items: [], mode: 'visit' } },
] as unknown as Draft[];

const list = todaysList(WORK, DRAFTS, { name: 'Rosa Quispe', today: '2026-11-22' });

it('puts the appointments of today first, by the hour, leaves later call-backs for later, and what is begun out', () => {
  expect(list.callBacks.map(({ id }) => id)).toEqual(['early', 'now', 'missed', 'long-ago']);
  expect(list.open.map(({ id }) => id)).toEqual(['mine', 'fresh', 'visited']);
});

it('puts her own returned interviews before those of others on this tablet', () => {
  expect(list.returned.map(({ interviewId }) => interviewId)).toEqual(['r-mine', 'r-old']);
});

it('does not offer a back-check to whoever held the interview', () => {
  expect(list.backChecks.map(({ id }) => id)).toEqual(['t-due', 't-any']);
});

it('begins with what the list knows', () => {
  expect(startOrigin(WORK, { kind: 'case', id: 'fresh' })).toEqual({
    ...{ branch: 'north', caseId: 'fresh', name: 'fresh' },
  });
  expect(startOrigin(WORK, { kind: 'returned', id: 'r-old' })).toEqual({
    ...{ branch: 'north', caseId: 'seen', name: 'Bela' },
    revision: { of: 'r-old', reason: 'Age and years do not fit.' },
  });
  expect(startOrigin(WORK, { kind: 'backCheck', id: 't-any', mode: 'phone' })).toEqual({
    ...{ branch: 'south', name: 'Asha', instrument: { name: 'msme-digital-maturity', version: 'v1' } },
    backCheck: { taskId: 't-any', interviewId: 'of-t-any', items: ['consent', 'sex'], mode: 'phone' },
  });
  expect(startOrigin(WORK, { kind: 'case', id: 'gone' })).toBeNull();
});
