import { randomUUID } from 'node:crypto';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { PersonCode } from '../../../contracts/people.ts';
import type { BranchScope, Role } from '../../../contracts/roles.ts';
import type { NewPersonRecord, StoreInTransaction } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { scopeWithin } from '../in-scope.ts';
import { scopeText } from './scope-text.ts';
import { makePersonCode } from './person-code.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly branches: BranchScope;
  /** One of the demo's made-up people: no second factor is asked of her. */
  readonly demo?: boolean;
}

/**
 * Adds a person who can sign in at once, with her role and branches. Returns her user id.
 *
 * @throws WaymarkError INVALID_REQUEST where the address is taken
 */
export async function addPerson(context: Context, person: NewPerson): Promise<string> {
  const record = toRecord(context, person, await context.people.hashPassword(person.password));
  await audited(context, noteOf('person.add', record), (store) => addOrRefuse(store, record));
  return record.userId;
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
  /** Who invites, and her branches: an invitation never reaches further. */
  readonly actor: Actor;
  readonly scope: BranchScope;
}

/**
 * Adds a person who chooses her own password, with a one-time code to hand to her.
 *
 * @throws WaymarkError INVALID_REQUEST where the address is taken, NOT_ALLOWED for branches beyond one's own
 */
export async function invitePerson(context: Context, invitation: Invitation): Promise<PersonCode> {
  if (!scopeWithin(invitation.branches, invitation.scope))
    throw new WaymarkError(
      'NOT_ALLOWED',
      'The invitation would reach beyond your own branches.',
      'Choose among your branches, or ask an administrator of all branches.',
    );
  const record = toRecord(context, invitation, null);
  return audited(context, { ...noteOf('person.invite', record), actor: invitation.actor }, async (store) => {
    await addOrRefuse(store, record);
    return makePersonCode(store, context.clock(), record.userId, 'invitation');
  });
}

function toRecord(
  { clock }: Context,
  person: Omit<NewPerson, 'password'>,
  passwordHash: string | null,
): NewPersonRecord {
  const { name, email, role, branches, demo = false } = person;
  return {
    userId: randomUUID(),
    name: name.trim(),
    email: email.trim().toLowerCase(),
    passwordHash,
    role,
    branches,
    demo,
    createdAt: clock().toISOString(),
  };
}

const noteOf = (action: string, { userId, name, role, branches }: NewPersonRecord) => ({
  action,
  target: `person:${userId}`,
  detail: `${name}: ${role}, ${scopeText(branches)}`,
});

async function addOrRefuse(store: StoreInTransaction, record: NewPersonRecord): Promise<void> {
  if (await store.people.add(record)) return;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `There is already a person with the e-mail address "${record.email}".`,
    'If her code was lost, choose her in the list and reset her password; for someone else use another address.',
  );
}
