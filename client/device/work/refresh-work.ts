import { errorBodySchema } from '../../../contracts/errors.ts';
import { deviceWorkSchema, type DeviceWork } from '../../../contracts/work.ts';
import type { Enrolment } from '../device-schema.ts';
import type { DeviceDatabase } from '../open-database.ts';
import { isSetAside } from '../outbox.ts';
import type { SyncWorld } from '../sync-world.ts';
import { workLabel } from '../vault/labels.ts';
import type { Vault } from '../vault/vault.ts';
import type { StoredWork } from './stored-work.ts';

type Answer =
  { readonly kind: 'same' | 'revoked' | 'none' } | { readonly kind: 'lists'; readonly lists: DeviceWork };

/**
 * Asks the server what there is to do, and keeps it boxed under the data key of whoever has the tablet
 * unlocked. What she did meanwhile stays marked until the server, having its record, has answered. True if
 * the server answered; offline, what is known is still good. Rejects only if storage fails, or the tablet
 * is unlocked by nobody any more. Run one at a time per device.
 */
export async function refreshWork(
  world: Pick<SyncWorld, 'database' | 'fetch' | 'nowMs'>,
  vault: Vault,
): Promise<boolean> {
  const { database } = world;
  const [link, stored] = await Promise.all([
    database.get('enrolment', 'current'),
    database.get('work', vault.enumeratorId),
  ]);
  if (link === undefined || link.revoked) return false;
  const known = stored?.tabletId === link.tabletId ? stored : undefined;
  // Looked up before the server is asked: its answer then knows of each of these.
  const settled = await settledMarks(database, vault.enumeratorId);
  const answer = await ask(world.fetch, link, known?.version);
  if (answer.kind === 'none') return false;
  const fetchedAtMs = world.nowMs();
  await keep(database, link, {
    owner: vault.enumeratorId,
    settled,
    // Boxed before the transaction, which would end by itself meanwhile.
    work: answer.kind === 'lists' ? await boxed(vault, link, answer.lists, fetchedAtMs) : null,
    seenAtMs: answer.kind === 'same' ? fetchedAtMs : null,
  });
  return answer.kind !== 'revoked';
}

async function ask(
  fetchFrom: typeof fetch,
  { token }: Enrolment,
  version: string | undefined,
): Promise<Answer> {
  try {
    const query = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
    const response = await fetchFrom(`/api/device/work${query}`, {
      headers: { authorization: `Bearer ${token}` },
      // Names must not lie in the browser's own cache.
      cache: 'no-store',
      signal: AbortSignal.timeout(60_000),
    });
    if (response.status === 204) return { kind: version === undefined ? 'none' : 'same' };
    const body: unknown = await response.json();
    if (response.ok) {
      const lists = deviceWorkSchema.safeParse(body);
      return lists.success ? { kind: 'lists', lists: lists.data } : { kind: 'none' };
    }
    const failure = errorBodySchema.safeParse(body);
    return { kind: failure.data?.error.code === 'TABLET_REVOKED' ? 'revoked' : 'none' };
  } catch {
    // No network, or an answer that is not the server's.
    return { kind: 'none' };
  }
}

const boxed = async (
  vault: Vault,
  link: Enrolment,
  lists: DeviceWork,
  fetchedAtMs: number,
): Promise<StoredWork> => ({
  owner: vault.enumeratorId,
  tabletId: link.tabletId,
  version: lists.version,
  fetchedAtMs,
  box: await vault.boxLarge(JSON.stringify(lists), workLabel(vault.enumeratorId)),
});

/** Marks of this person whose record the server holds and counts. One that was set aside waits for the office. */
async function settledMarks(database: DeviceDatabase, owner: string): Promise<readonly number[]> {
  const read = database.transaction(['marks', 'outbox', 'sent']);
  const settled: number[] = [];
  for (let cursor = await read.objectStore('marks').openCursor(); cursor; cursor = await cursor.continue()) {
    const { recordId } = cursor.value;
    if (cursor.value.owner !== owner) continue;
    const [unsent, sent] = await Promise.all([
      read.objectStore('outbox').getKey(recordId),
      read.objectStore('sent').get(recordId),
    ]);
    if (unsent === undefined && (sent === undefined || !isSetAside(sent))) settled.push(cursor.key);
  }
  return settled;
}

async function keep(
  database: DeviceDatabase,
  link: Enrolment,
  change: {
    readonly owner: string;
    readonly work: StoredWork | null;
    readonly seenAtMs: number | null;
    readonly settled: readonly number[];
  },
): Promise<void> {
  const write = database.transaction(['enrolment', 'work', 'marks'], 'readwrite');
  const lists = write.objectStore('work');
  const [current, before] = await Promise.all([
    write.objectStore('enrolment').get('current'),
    lists.get(change.owner),
  ]);
  // Linked again, or revoked, in the meantime: this answer is about something else.
  if (current?.token !== link.token || current.revoked) return write.done;
  if (change.work !== null) await lists.put(change.work);
  else if (change.seenAtMs === null) await lists.clear();
  else if (before !== undefined) await lists.put({ ...before, fetchedAtMs: change.seenAtMs });
  for (const key of change.settled) await write.objectStore('marks').delete(key);
  return write.done;
}
