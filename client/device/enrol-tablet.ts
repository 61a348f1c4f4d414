import { enrolResponseSchema } from '../../contracts/api.ts';
import { errorBodySchema } from '../../contracts/errors.ts';
import { keepEnrolment } from './keep-enrolment.ts';
import { refreshSealingKey } from './refresh-sealing-key.ts';
import type { SyncWorld } from './sync-world.ts';
import { addToSyncLog } from './sync-log.ts';

export type EnrolOutcome =
  'enrolled' | 'wrongCode' | 'tooManyAttempts' | 'offline' | 'notWaymark' | 'serverError';

/**
 * Exchanges a short code for this tablet's token and study. Drafts and unsent interviews
 * of an earlier enrolment stay, and go to their own study. Rejects only if storage fails.
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
  const { deviceName } = request;
  await keepEnrolment(world.database, {
    key: 'current',
    tabletId,
    token,
    deviceName,
    study,
    enrolledAt,
    revoked: false,
  });
  // Without the network in this very moment, the next sync asks again.
  await refreshSealingKey(world, token);
  await addToSyncLog(world.database, { atMs: nowMs, event: 'enrolled', id: null, detail: study.title });
  return 'enrolled';
}
