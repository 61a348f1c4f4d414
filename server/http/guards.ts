import type { Request } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import { PERMISSIONS_OF, type Permission } from '../../contracts/roles.ts';
import type { Auth } from '../auth/create-auth.ts';
import type { Store, TabletRecord } from '../storage/port.ts';
import { sha256 } from '../use-cases/sha256.ts';
import type { Caller } from './route.ts';

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

/** The signed-in person. Throws NOT_SIGNED_IN, or NOT_ALLOWED for one without a role. */
export async function requirePerson(auth: Auth, store: Store, request: Request): Promise<Caller> {
  const signedIn = await auth.whoIs(request.headers);
  if (!signedIn)
    throw new WaymarkError('NOT_SIGNED_IN', 'You are not signed in.', 'Sign in, then try again.');
  const person = await store.people.find(signedIn.userId);
  if (!person)
    throw new WaymarkError('NOT_ALLOWED', 'You have no role here.', 'Ask your administrator for one.');
  return { ...signedIn, role: person.role, branches: person.branches };
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
