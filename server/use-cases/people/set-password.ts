import { WaymarkError } from '../../../contracts/errors.ts';
import type { PersonRecord } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { checkPassword } from './check-password.ts';
import { hashCode } from './random-code.ts';

/**
 * Chooses a password with the code of an invitation or a reset, and uses the code up.
 *
 * @returns whose password it is now
 * @throws WaymarkError PERSON_CODE_WRONG for a code that is unknown, expired or used (which one is not said), or
 *   of someone deactivated; PASSWORD_WEAK, and then the code still works
 */
export async function setPasswordByCode(
  context: Context,
  request: { readonly code: string; readonly password: string; readonly address: string | null },
): Promise<{ name: string; email: string }> {
  const hash = await context.people.hashPassword(request.password);
  const now = context.clock().toISOString();
  const person = await audited(
    context,
    ({ userId, name, role }: PersonRecord) => ({
      actor: { kind: 'person', id: userId, name, role, address: request.address },
      action: 'password.set',
      target: `person:${userId}`,
    }),
    async (store) => {
      const userId = await store.people.takeCode(hashCode(request.code), now);
      const found = userId === null ? null : await store.people.find(userId);
      if (!found || found.deactivatedAt !== null)
        throw new WaymarkError(
          'PERSON_CODE_WRONG',
          'This code is not valid: it is mistyped, used already, or too old.',
          'Check the code, or ask your administrator for a new one.',
        );
      checkPassword(request.password, found);
      await store.people.setPassword(found.userId, hash, now);
      await store.people.endSessions(found.userId);
      return found;
    },
  );
  return { name: person.name, email: person.email };
}

/**
 * Changes one's own password, and ends all one's sessions.
 *
 * @throws WaymarkError PASSWORD_WRONG where the current one is not right, PASSWORD_WEAK
 */
export async function changePassword(
  context: Context,
  request: {
    readonly userId: string;
    readonly current: string;
    readonly password: string;
    readonly actor: Actor;
  },
): Promise<void> {
  const { userId, actor } = request;
  const note = { actor, action: 'password.change', target: `person:${userId}` };
  if (!(await context.people.isPasswordOf(userId, request.current)))
    throw new WaymarkError(
      'PASSWORD_WRONG',
      'Your current password is another one.',
      'Check it, then try again.',
    );
  const hash = await context.people.hashPassword(request.password);
  await audited(context, note, async (store) => {
    const person = await store.people.find(userId);
    if (person) checkPassword(request.password, person);
    await store.people.setPassword(userId, hash, context.clock().toISOString());
    await store.people.endSessions(userId);
  });
}

/** Ends all sessions of a person, on every device. */
export const signOutEverywhere = (
  context: Context,
  { userId, actor }: { readonly userId: string; readonly actor: Actor },
): Promise<void> =>
  audited(context, { actor, action: 'sign-out.everywhere', target: `person:${userId}` }, (store) =>
    store.people.endSessions(userId),
  );
