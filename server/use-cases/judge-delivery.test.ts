import { expect, it } from 'vitest';
import type { StudyRecord, TabletRecord } from '../storage/port.ts';
import { makeDelivery, makeInterview } from '../testing/make-delivery.ts';
import { judgeDelivery } from './judge-delivery.ts';

const NAME = 'msme-digital-maturity';
const OLD = 'a'.repeat(64);
const NEW = 'b'.repeat(64);
const study: StudyRecord = {
  id: 'demo',
  title: 'Demo',
  synthetic: true,
  instrument: { name: NAME, version: 'v2' },
  codebookHash: null,
  branches: [{ code: 'old-town', name: 'Old Town', weight: 1 }],
  createdAt: '2026-11-22T08:00:00.000Z',
};
const tablet: TabletRecord = {
  id: 'tablet',
  studyId: 'demo',
  name: 'Tablet',
  branches: null,
  enrolledAt: '2026-11-22T08:00:00.000Z',
  lastSeenAt: null,
  revokedAt: null,
};
const published = new Map([
  ['v1', OLD],
  ['v2', NEW],
]);

it.each([
  ['the study’s version', 'v2', NEW, 'stored', null],
  ['an earlier published version', 'v1', OLD, 'stored', null],
  ['the hash of another version', 'v1', NEW, 'quarantined', /changed copy/],
  ['a version nobody published', 'v3', NEW, 'quarantined', /version "v3"/],
  ['a version named like a property', 'constructor', NEW, 'quarantined', /version "constructor"/],
])('judges an interview with %s', (_what, version, hash, status, reason) => {
  const interview = makeInterview({ instrument: { name: NAME, version, hash } });
  const judgement = judgeDelivery(interview.id, makeDelivery(interview).payload, tablet, study, published);
  expect(judgement.status).toBe(status);
  if (reason === null) expect(judgement.reason).toBeNull();
  else expect(judgement.reason).toMatch(reason);
});

it('holds a study with a codebook of its own to its own version', () => {
  const judge = (version: string) => {
    const interview = makeInterview({ instrument: { name: NAME, version, hash: OLD } });
    return judgeDelivery(interview.id, makeDelivery(interview).payload, tablet, study, null).status;
  };
  expect([judge('v2'), judge('v1')]).toEqual(['stored', 'quarantined']);
});
