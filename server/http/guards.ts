import type { Request, Response } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import { PERMISSIONS_OF, type Permission } from '../../contracts/roles.ts';
import type { Auth } from '../auth/create-auth.ts';
import type { Store, TabletRecord } from '../storage/port.ts';
import { secondFactorState } from '../use-cases/people/second-factor-state.ts';
import { sha256 } from '../use-cases/sha256.ts';
import type { Caller, Route } from './route.ts';

/** The tablet whose token the request carries. Throws NOT_SIGNED_IN. */
export async function requireTablet(store: Store, request: Request): Promise<TabletRecord> {
  const token = /^Bearer ([\w-]{40,100})$/.exec(request.headers.authorization ?? '')?.[1];
  const tablet = token === undefined ? null : await store.tablets.findByToken(sha256(token));
  if (!tablet)
    throw new WaymarkError(
      'NOT_SIGNED_IN',
      'The tablet is not known here.',
      'Enrol it with a new code. What it holds stays on it.',
    );
  return tablet;
}

/**
 * The signed-in person, with the answer's cookie moved along with her session. Throws NOT_SIGNED_IN, or NOT_ALLOWED
 * for one without a role.
 */
export async function requirePerson(
  auth: Auth,
  store: Store,
  request: Request,
  response: Response,
): Promise<Caller> {
  const signedIn = await auth.whoIs(request.headers);
  const person = signedIn && (await store.people.find(signedIn.userId));
  if (!signedIn || (person && person.deactivatedAt !== null))
    throw new WaymarkError('NOT_SIGNED_IN', 'You are not signed in.', 'Sign in, then try again.');
  if (!person)
    throw new WaymarkError('NOT_ALLOWED', 'You have no role here.', 'Ask your administrator for one.');
  for (const cookie of signedIn.cookies) response.append('set-cookie', cookie);
  const { userId, name, email, role, branches, demo } = person;
  const actor = { kind: 'person', id: userId, name, role, address: request.ip ?? null } as const;
  return { userId, name, email, role, branches, demo, secondFactor: secondFactorState(person), actor };
}

/** Throws SECOND_FACTOR_NEEDED for someone who must set one up first, unless the route is part of that. */
export function requireSecondFactor(caller: Caller, isOpenBefore: boolean): void {
  if (caller.secondFactor !== 'needed' || isOpenBefore) return;
  throw new WaymarkError(
    'SECOND_FACTOR_NEEDED',
    'Your role reaches personal data, so you sign in with a second factor.',
    'Set it up under Your account. It takes two minutes and an authenticator app on your phone.',
  );
}

/** Throws NOT_ALLOWED where the route shows more than one's branches and the person has only some. */
export function requireEveryBranch(caller: Caller, { path }: Pick<Route, 'path'>): void {
  if (caller.branches === null) return;
  throw new WaymarkError(
    'NOT_ALLOWED',
    `${path} shows all branches, and your account has only some.`,
    'Ask an administrator of all branches.',
  );
}

/** Throws NOT_ALLOWED unless the person's role has the permission. */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (PERMISSIONS_OF[caller.role].includes(permission)) return;
  throw new WaymarkError(
    'NOT_ALLOWED',
    `Your role (${caller.role}) may not do this: it needs "${permission}".`,
    'Ask your administrator.',
  );
}
