import { WaymarkError } from '../../../contracts/errors.ts';
import type { PersonCode } from '../../../contracts/people.ts';
import type { BranchScope, Role } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { scopeWithin } from '../in-scope.ts';
import { managePerson, type PersonRequest } from './manage-person.ts';
import { makePersonCode } from './person-code.ts';
import { scopeText } from './scope-text.ts';

/** Gives a person another role or other branches, from her next request on. Throws as `managePerson`, NOT_ALLOWED. */
export async function changePerson(
  context: Context,
  { role, branches, ...request }: PersonRequest & { readonly role: Role; readonly branches: BranchScope },
): Promise<void> {
  if (!scopeWithin(branches, request.scope))
    throw new WaymarkError(
      'NOT_ALLOWED',
      'The change would reach beyond your own branches.',
      'Choose among your branches, or ask an administrator of all branches.',
    );
  const detail = `${role}, ${scopeText(branches)}`;
  await managePerson(context, request, { action: 'person.change', detail }, (store) =>
    store.people.setRole(request.id, role, branches),
  );
}

/** Ends a person's sessions at once and lets her sign in no more. Nothing she did is deleted. Throws as `managePerson`. */
export const deactivatePerson = (context: Context, request: PersonRequest): Promise<void> =>
  managePerson(context, request, { action: 'person.deactivate' }, async (store, person) => {
    await store.people.setDeactivated(request.id, person.deactivatedAt ?? context.clock().toISOString());
    await store.people.endSessions(request.id);
  });

/** Lets a deactivated person sign in again, with the password she had. Throws as `managePerson`. */
export const reactivatePerson = (context: Context, request: PersonRequest): Promise<void> =>
  managePerson(context, request, { action: 'person.reactivate' }, (store) =>
    store.people.setDeactivated(request.id, null),
  );

/**
 * Makes a one-time code with which a person chooses a new password. Her old one and her sessions end at once.
 * For someone invited who has lost her code this makes a new invitation. Throws as `managePerson`.
 */
export const resetPassword = (context: Context, request: PersonRequest): Promise<PersonCode> =>
  managePerson(context, request, { action: 'password.reset' }, async (store, person) => {
    const now = context.clock();
    await store.people.setPassword(request.id, null, now.toISOString());
    await store.people.endSessions(request.id);
    return makePersonCode(store, now, request.id, person.hasPassword ? 'reset' : 'invitation');
  });

/**
 * Forgets a person's second factor, for a lost phone, and ends her sessions. Where her role needs one she sets it
 * up anew when she next signs in. Throws as `managePerson`.
 */
export const resetSecondFactor = (context: Context, request: PersonRequest): Promise<void> =>
  managePerson(context, request, { action: 'second-factor.reset' }, async (store) => {
    await store.people.clearSecondFactor(request.id);
    await store.people.endSessions(request.id);
  });
