import { randomUUID } from 'node:crypto';
import type { Answers } from '../../contracts/answer.ts';
import type { Delivery, Interview } from '../../contracts/submission.ts';
import type { Visit } from '../../contracts/visit.ts';
import { publishedHash } from '../../instruments/registry.ts';
import { sha256 } from '../use-cases/sha256.ts';

/** An interview as a tablet of the demo study would send it; parts can be replaced. */
export const makeInterview = (parts: Partial<Interview> = {}): Interview => ({
  id: randomUUID(),
  studyId: 'demo',
  instrument: {
    name: 'msme-digital-maturity',
    version: 'v1',
    hash: publishedHash('msme-digital-maturity', 'v1'),
  },
  branch: 'old-town',
  language: 'es',
  enumerator: 'Rosa',
  answers: { consent: 'yes', own_phone: 'no', shared_phone: 'no' } satisfies Answers,
  startedAt: '2026-11-20T09:00:00.000+05:30',
  finishedAt: '2026-11-20T09:14:00.000+05:30',
  activeMs: 800_000,
  appVersion: '0.1.0',
  result: { archetype: null, modelVersion: '1' },
  ...parts,
});

/** A visit that found nobody, as a tablet of the demo study would send it; parts can be replaced. */
export const makeVisit = (parts: Partial<Visit> = {}): Visit => ({
  waymark: 'visit',
  id: randomUUID(),
  studyId: 'demo',
  branch: 'old-town',
  enumerator: 'Rosa',
  outcome: 'not-found',
  at: '2026-11-20T09:14:00.000+05:30',
  appVersion: '0.1.0',
  ...parts,
});

/** The delivery of any content, hashed as a tablet does. */
export function makeDelivery(content: unknown): Delivery {
  const payload = typeof content === 'string' ? content : JSON.stringify(content);
  return { hash: sha256(payload), payload };
}
