import { AUDIT_PAGE, type AuditEntry, type AuditPage, type AuditQuery } from '../../../contracts/audit.ts';
import type { Store } from '../../storage/port.ts';
import type { Context } from '../context.ts';

const CHUNK = 500;

/** One page of the log, newest first, with the way to the next. */
export async function readAuditPage({ store }: Context, query: AuditQuery): Promise<AuditPage> {
  const found = await store.audit.search(query, AUDIT_PAGE + 1);
  const entries = found.slice(0, AUDIT_PAGE);
  const last = entries.at(-1);
  return {
    entries,
    next: found.length > AUDIT_PAGE && last ? last.sequence : null,
    actions: await store.audit.actions(),
  };
}

/** All entries that fit, newest first, read in pieces so that a long log does not fill the memory. */
export async function* searchAudit(store: Store, query: AuditQuery): AsyncGenerator<AuditEntry> {
  let before = query.before;
  for (;;) {
    const entries = await store.audit.search(before === undefined ? query : { ...query, before }, CHUNK);
    yield* entries;
    before = entries.at(-1)?.sequence;
    if (entries.length < CHUNK) return;
  }
}
