import { clearRevoked } from './clear-revoked.ts';
import type { Enrolment, OutboxRecord, ProblemCode } from './device-schema.ts';
import { deliverPhotos, holdsPhotos, photosOf } from './deliver-photos.ts';
import { dropOldSent, listOutbox, moveToSent, updateOutbox } from './outbox.ts';
import { refreshSealingKey } from './refresh-sealing-key.ts';
import { refreshStudy } from './refresh-study.ts';
import { LONGEST_WAIT_MS, retryDelayMs } from './retry-delay.ts';
import { sealPlainRecords } from './seal-plain-records.ts';
import { sendRecord, type SendOutcome } from './send-record.ts';
import { addToSyncLog } from './sync-log.ts';
import type { SyncWorld } from './sync-world.ts';

/**
 * - `due`: what may be tried now.
 * - `waiting`: also what waits for its next try (the network came back).
 * - `all`: also what the server refused (a person asked for it).
 */
export type SyncScope = 'due' | 'waiting' | 'all';

/** As many as a browser opens connections to one host. */
const AT_ONCE = 6;

/**
 * After as many tries in a row without any answer the run ends: there is no network, and trying hundreds more
 * only costs the battery. What was tried least goes first, so that these never hold up the others.
 */
const MOST_UNANSWERED = 2 * AT_ONCE;

function isChosen(record: OutboxRecord, scope: SyncScope, nowMs: number): boolean {
  if (record.state === 'quarantined') return scope === 'all';
  const clockWasWrong = record.notBeforeMs - nowMs > LONGEST_WAIT_MS;
  return scope !== 'due' || record.notBeforeMs <= nowMs || clockWasWrong;
}

async function recordProblem(world: SyncWorld, record: OutboxRecord, code: ProblemCode, detail: string) {
  const nowMs = world.nowMs();
  const attempts = record.attempts + 1;
  await updateOutbox(world.database, record.id, {
    state: code === 'refused' ? 'quarantined' : 'failed',
    attempts,
    notBeforeMs: nowMs + retryDelayMs(attempts, world.random01()),
    problem: { code, detail, at: new Date(nowMs).toISOString() },
  });
  await addToSyncLog(world.database, {
    atMs: nowMs,
    event: 'problem',
    id: record.id,
    detail: `${code}: ${detail}`,
  });
}

/** Its photos first: the receipt of the interview then says that they are there too. */
async function offerUnder(world: SyncWorld, token: string, record: OutboxRecord): Promise<SendOutcome> {
  const { database } = world;
  const photos = await photosOf(database, record);
  const problem = await deliverPhotos(database, photos, token, world.fetch);
  if (problem !== null) return problem;
  const outcome = await sendRecord(record, token, world.fetch);
  if (outcome.kind === 'problem' || (await holdsPhotos(database, photos, outcome.receipt))) return outcome;
  return { kind: 'problem', code: 'wrongReceipt', detail: 'The receipt does not name every photo' };
}

/**
 * Offers a record under the link it was begun under. Where the server does not know that link any
 * more, the current one will do if it is of the same study; a record never goes to another study.
 */
async function offer(world: SyncWorld, current: Enrolment, record: OutboxRecord): Promise<SendOutcome> {
  const own = (await world.database.get('enrolment', record.tabletId)) ?? current;
  const outcome = await offerUnder(world, own.token, record);
  const isUnknown = outcome.kind === 'problem' && outcome.code === 'notEnrolled';
  const mayUseCurrent = own.token !== current.token && own.study.id === current.study.id;
  return isUnknown && mayUseCurrent ? offerUnder(world, current.token, record) : outcome;
}

/** Gives what kept the record from being delivered; null where nothing did. */
async function deliver(
  world: SyncWorld,
  current: Enrolment,
  record: OutboxRecord,
): Promise<ProblemCode | null> {
  const outcome = await offer(world, current, record);
  if (outcome.kind === 'problem') {
    await recordProblem(world, record, outcome.code, outcome.detail);
    return outcome.code;
  }
  await moveToSent(world.database, record, outcome.receipt, world.nowMs());
  await world.spares?.drop(record.id);
  return null;
}

/**
 * Brings the second copies in line, then offers the chosen records to the server, each on its own: a bad one never
 * holds up another.
 * Run it under one lock per device. Rejects only if the device's own storage fails.
 *
 * @returns whether Waymark answered when it was asked about the study after that; true where there is nobody to ask
 */
export async function syncOutbox(world: SyncWorld, scope: SyncScope): Promise<boolean> {
  await world.spares?.align(world.database);
  const enrolment = await world.database.get('enrolment', 'current');
  if (enrolment === undefined) return true;
  const records = await listOutbox(world.database);
  const waiting = records
    .filter((record) => isChosen(record, scope, world.nowMs()))
    .sort((a, b) => a.attempts - b.attempts);
  let unanswered = 0;
  const worker = async () => {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
      const problem = await deliver(world, enrolment, record);
      unanswered = problem === 'offline' || problem === 'timeout' ? unanswered + 1 : 0;
      if (unanswered >= MOST_UNANSWERED) waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const isAnswered = await refreshStudy(world, enrolment);
  await refreshSealingKey(world, enrolment.token);
  await sealPlainRecords(world.database);
  await dropOldSent(world.database);
  const current = await world.database.get('enrolment', 'current');
  if (current?.revoked === true) await clearRevoked(world, current);
  return isAnswered;
}
