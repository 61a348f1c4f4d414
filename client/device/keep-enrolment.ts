import type { Enrolment } from './device-schema.ts';
import { STRICT, type DeviceDatabase } from './open-database.ts';

/**
 * Makes an enrolment the current one, in one transaction. The one before stays under its tablet id,
 * and so do older ones that still have a draft, a copy of one on the server, or an unsent interview, so that each
 * of these is sent to its own study. What waited because a link had ended may be tried at once. The lists of work of the
 * link before are forgotten.
 */
export async function keepEnrolment(database: DeviceDatabase, enrolment: Enrolment): Promise<void> {
  const write = database.transaction(
    ['enrolment', 'drafts', 'copies', 'outbox', 'work'],
    'readwrite',
    STRICT,
  );
  const links = write.objectStore('enrolment');
  const outbox = write.objectStore('outbox');
  const unsent = await outbox.getAll();
  const begun = [
    ...unsent,
    ...(await write.objectStore('drafts').getAll()),
    ...(await write.objectStore('copies').getAll()),
  ];
  const needed = new Set(begun.map(({ tabletId }) => tabletId));
  for (const { key } of await links.getAll()) {
    if (key !== 'current' && !needed.has(key)) await links.delete(key);
  }
  const before = await links.get('current');
  if (before !== undefined) await links.put({ ...before, key: before.tabletId });
  await links.delete(enrolment.tabletId);
  await write.objectStore('work').clear();
  await links.put({ ...enrolment, key: 'current' });
  for (const record of unsent) await outbox.put({ ...record, notBeforeMs: 0 });
  await write.done;
}
