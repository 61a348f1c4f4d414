import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { PersonRecord, StoreInTransaction } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { scopeWithin } from '../in-scope.ts';

/** Who changes a person, and whom. */
export interface PersonRequest {
  readonly id: string;
  /** Branches of who asks; people who work elsewhere are not hers to change. */
  readonly scope: BranchScope;
  /** Absent: the command line, which may take an administrator's rights away to put things right. */
  readonly actor?: Actor;
}

/**
 * Changes a person and records it, in one transaction, unless that would leave nobody who can sign in and manage
 * people.
 *
 * @throws WaymarkError NOT_FOUND, also for someone outside the asker's branches; LAST_ADMINISTRATOR
 */
export async function managePerson<T>(
  context: Context,
  { id, scope, actor }: PersonRequest,
  { action, detail }: { readonly action: string; readonly detail?: string },
  work: (store: StoreInTransaction, person: PersonRecord) => Promise<T>,
): Promise<T> {
  const note = (person: PersonRecord) => ({
    actor,
    action,
    target: `person:${id}`,
    detail: detail === undefined ? person.name : `${person.name}: ${detail}`,
  });
  const done = await audited(
    context,
    ({ person }: { result: T; person: PersonRecord }) => note(person),
    async (store) => {
      const person = await store.people.find(id);
      if (!person || !scopeWithin(person.branches, scope))
        throw new WaymarkError('NOT_FOUND', `There is no person "${id}" in your branches.`);
      const before = await countAdministrators(store);
      const result = await work(store, person);
      if (actor && before > 0 && (await countAdministrators(store)) === 0)
        throw new WaymarkError(
          'LAST_ADMINISTRATOR',
          `${person.name} is the last administrator of all branches; without her nobody could manage people.`,
          'Make another person an administrator of all branches first.',
        );
      return { result, person };
    },
  );
  return done.result;
}

/** Administrators of all branches who can sign in. */
async function countAdministrators({ people }: StoreInTransaction): Promise<number> {
  const all = await people.list();
  return all.filter(
    ({ role, branches, deactivatedAt, hasPassword }) =>
      role === 'administrator' && branches === null && deactivatedAt === null && hasPassword,
  ).length;
}
