import { enrolResponseSchema } from '../../contracts/api.ts';
import { errorBodySchema } from '../../contracts/errors.ts';
import { STRICT } from './open-database.ts';
import type { SyncWorld } from './sync.ts';
import { addToSyncLog } from './sync-log.ts';

export type EnrolOutcome =
  'enrolled' | 'wrongCode' | 'tooManyAttempts' | 'offline' | 'notWaymark' | 'serverError';

/**
 * Exchanges a short code for this tablet's token and study. An earlier enrolment is replaced;
 * drafts and unsent interviews stay and travel with the new token. Rejects only if storage fails.
 */
export async function enrolTablet(
  world: Pick<SyncWorld, 'database' | 'fetch' | 'nowMs'>,
  request: { readonly code: string; readonly deviceName: string },
): Promise<EnrolOutcome> {
  let response: Response;
  let body: unknown;
  try {
    response = await world.fetch('/api/tablets/enrol', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    return 'offline';
  }
  try {
    body = await response.json();
  } catch {
    return 'notWaymark';
  }
  if (!response.ok) {
    const failure = errorBodySchema.safeParse(body);
    if (!failure.success) return response.status >= 500 ? 'serverError' : 'notWaymark';
    const { code } = failure.data.error;
    if (code === 'ENROL_CODE_WRONG' || code === 'INVALID_REQUEST') return 'wrongCode';
    return code === 'TOO_MANY_ATTEMPTS' ? 'tooManyAttempts' : 'serverError';
  }
  const answer = enrolResponseSchema.safeParse(body);
  if (!answer.success) return 'notWaymark';
  const { tabletId, token, study } = answer.data;
  const nowMs = world.nowMs();
  const enrolledAt = new Date(nowMs).toISOString();
  const write = world.database.transaction(['enrolment', 'outbox'], 'readwrite', STRICT);
  await write
    .objectStore('enrolment')
    .put({ key: 'current', tabletId, token, deviceName: request.deviceName, study, enrolledAt });
  // What waited because the old link had ended may be tried at once.
  for (const record of await write.objectStore('outbox').getAll()) {
    await write.objectStore('outbox').put({ ...record, notBeforeMs: 0 });
  }
  await write.done;
  await addToSyncLog(world.database, { atMs: nowMs, event: 'enrolled', id: null, detail: study.title });
  return 'enrolled';
}
