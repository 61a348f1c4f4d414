import type { AuditEntry } from '../../../contracts/audit.ts';
import type { Store, StoreInTransaction } from '../../storage/port.ts';
import type { Clock } from '../clock.ts';
import { COMMAND, type Actor } from './actor.ts';

/** What is recorded: never an answer, and never a respondent's name. */
export interface AuditNote {
  /** Absent: the command line. */
  readonly actor?: Actor | undefined;
  /** One of `AUDIT_ACTIONS`, or a permission. */
  readonly action: string;
  /** Kind and id of what it was done to, as `person:4f…`. */
  readonly target?: string | null;
  readonly detail?: string | null;
}

interface Recorder {
  readonly store: Pick<StoreInTransaction, 'audit'>;
  readonly clock: Clock;
}

/** Writes one line to the audit log. Await it before the answer is sent. */
export const record = (
  { store, clock }: Recorder,
  { actor = COMMAND, action, target = null, detail = null }: AuditNote,
  outcome: AuditEntry['outcome'],
): Promise<void> =>
  store.audit.append({
    at: clock().toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    role: actor.role,
    action,
    target,
    outcome,
    address: actor.address,
    detail,
  });

/**
 * Makes a change and records it in the same transaction: both are stored, or neither. `work` may use only the
 * store it is given.
 *
 * @param note what is recorded; a function where it depends on the result; null for nothing, where nothing changed
 */
export const audited = <T>(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  note: AuditNote | ((result: T) => AuditNote | null),
  work: (store: StoreInTransaction) => Promise<T>,
): Promise<T> =>
  store.transaction(async (inner) => {
    const result = await work(inner);
    const own = typeof note === 'function' ? note(result) : note;
    if (own) await record({ store: inner, clock }, own, 'done');
    return result;
  });
