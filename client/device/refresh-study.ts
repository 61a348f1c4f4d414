import { deviceStudySchema, TABLET_NAME_HEADER, type DeviceStudy } from '../../contracts/api.ts';
import { errorBodySchema } from '../../contracts/errors.ts';
import { HEARTBEAT_MORE_HEADER } from '../../contracts/heartbeat-more.ts';
import { HEARTBEAT_HEADER } from '../../contracts/supervision.ts';
import type { Enrolment } from './device-schema.ts';
import { readHeartbeat, readHeartbeatMore } from './read-heartbeat.ts';
import type { SyncWorld } from './sync-world.ts';
import { addToSyncLog } from './sync-log.ts';

type Change = Partial<Pick<Enrolment, 'study' | 'revoked' | 'deviceName'>>;

/** The name that the office gave this tablet; none from an older server. */
function readName(header: string | null): Pick<Change, 'deviceName'> {
  if (header === null || header === '') return {};
  try {
    return { deviceName: decodeURIComponent(header) };
  } catch {
    return {};
  }
}

/** What the server's answer changes of the link; null where it is not an answer of Waymark. */
function readChange(isOk: boolean, body: unknown, name: string | null): Change | null {
  if (isOk) {
    const study = deviceStudySchema.safeParse(body);
    return study.success ? { study: study.data, revoked: false, ...readName(name) } : null;
  }
  const failure = errorBodySchema.safeParse(body);
  if (!failure.success) return null;
  return failure.data.error.code === 'TABLET_REVOKED' ? { revoked: true } : {};
}

/**
 * Asks the server about the current link, and takes over a changed study (title, branches, newer
 * instrument, once all of it is here), another name of the tablet, and whether the office has revoked it. Drafts keep
 * the version they began with. True if it was Waymark that answered, whatever it said.
 */
export async function refreshStudy(world: SyncWorld, enrolment: Enrolment): Promise<boolean> {
  let isOk: boolean;
  let body: unknown;
  let name: string | null;
  const [heartbeat, more] = await Promise.all([
    readHeartbeat(world.database),
    readHeartbeatMore(world.database),
  ]);
  try {
    const response = await world.fetch('/api/device/study', {
      headers: {
        authorization: `Bearer ${enrolment.token}`,
        [HEARTBEAT_HEADER]: JSON.stringify(heartbeat),
        [HEARTBEAT_MORE_HEADER]: JSON.stringify(more),
      },
      signal: AbortSignal.timeout(15_000),
    });
    isOk = response.ok;
    name = response.headers.get(TABLET_NAME_HEADER);
    body = await response.json();
  } catch {
    // Offline, or not our server: what we know is still good.
    return false;
  }
  const change = readChange(isOk, body, name);
  if (change === null) return false;
  await keepChange(world, enrolment, change);
  return true;
}

async function keepChange(world: SyncWorld, enrolment: Enrolment, change: Change): Promise<void> {
  const { revoked = enrolment.revoked, deviceName = enrolment.deviceName } = change;
  const study = await withUsableInstrument(world, change.study ?? enrolment.study, enrolment.study);
  const isOtherStudy = JSON.stringify(study) !== JSON.stringify(enrolment.study);
  if (!isOtherStudy && revoked === enrolment.revoked && deviceName === enrolment.deviceName) return;
  const write = world.database.transaction(['enrolment', 'work'], 'readwrite');
  const links = write.objectStore('enrolment');
  const current = await links.get('current');
  // Enrolled again in the meantime: that answer is newer than ours.
  if (current?.token === enrolment.token) {
    await links.put({ ...current, study, revoked, deviceName });
    // Whom to interview is no longer this tablet's to know.
    if (revoked) await write.objectStore('work').clear();
  }
  await write.done;
  if (!isOtherStudy) return;
  await addToSyncLog(world.database, {
    atMs: world.nowMs(),
    event: 'studyRefreshed',
    id: null,
    detail: `${study.title} (${study.instrument.name} ${study.instrument.version})`,
  });
}

/** The study with the instrument it had, as long as the new one is not on this tablet, whole. */
async function withUsableInstrument(
  { isInstrumentHere }: SyncWorld,
  next: DeviceStudy,
  known: DeviceStudy,
): Promise<DeviceStudy> {
  const { name, version } = next.instrument;
  const isSame = name === known.instrument.name && version === known.instrument.version;
  if (isSame || isInstrumentHere === undefined || (await isInstrumentHere(name, version))) return next;
  return { ...next, instrument: known.instrument };
}
