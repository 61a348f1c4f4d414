import type { IncomingHttpHeaders } from 'node:http';
import { betterAuth } from 'better-auth';
import { fromNodeHeaders } from 'better-auth/node';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { WaymarkError } from '../../contracts/errors.ts';

/** Carries the client's address to better-auth; always overwritten by us, so a client cannot choose it. */
export const CLIENT_ADDRESS_HEADER = 'x-waymark-client-address';

export interface AuthOptions {
  readonly db: Kysely<never>;
  readonly engine: 'sqlite' | 'postgres';
  /** Signs the session cookies; at least 256 random bits. */
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly log: Logger;
}

/** Sign-in as the rest of the server sees it: better-auth behind four functions. */
export interface Auth {
  /** Answers better-auth's own endpoints (sign in, sign out, session). */
  handle(request: Request): Promise<Response>;
  /** The signed-in person of these headers, or null. */
  whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null>;
  /** Adds a person with a password, which is stored hashed (scrypt). Returns her user id. INVALID_REQUEST where the address is taken. */
  addPerson(person: { name: string; email: string; password: string }): Promise<string>;
  /** Sets a new password and ends her sessions. Null where no one has that address. */
  setPassword(email: string, password: string): Promise<string | null>;
}

export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/**
 * People sign in with e-mail and password; the public cannot sign up. Sessions live in the database and
 * travel in cookies that scripts cannot read. Why better-auth: `docs/decisions/2026-11-22-sign-in.md`.
 */
export function createAuth({ db, engine, secret, publicUrl, log }: AuthOptions): Auth {
  const auth = betterAuth({
    appName: 'Waymark',
    basePath: '/api/auth',
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    secret,
    database: { db, type: engine },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    trustedOrigins: (request) => originsOf(request, publicUrl),
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/get-session': false },
    },
    advanced: {
      cookiePrefix: 'waymark',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => {
        log[level]({ from: 'better-auth' }, message);
      },
    },
  });

  return {
    handle: (request) => auth.handler(request),
    async whoIs(headers) {
      const session = await auth.api.getSession({ headers: fromNodeHeaders(headers) });
      if (!session) return null;
      const { id, name, email } = session.user;
      return { userId: id, name, email };
    },
    async addPerson({ name, email, password }) {
      const context = await auth.$context;
      if (await context.internalAdapter.findUserByEmail(email)) {
        throw new WaymarkError(
          'INVALID_REQUEST',
          `There is already a person with the e-mail address "${email}".`,
          'Use another address for the new person.',
        );
      }
      const user = await context.internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'email-password' },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await context.password.hash(password),
      });
      return user.id;
    },
    async setPassword(email, password) {
      const context = await auth.$context;
      const found = await context.internalAdapter.findUserByEmail(email);
      if (!found) return null;
      await context.internalAdapter.updatePassword(found.user.id, await context.password.hash(password));
      await context.internalAdapter.deleteUserSessions(found.user.id);
      return found.user.id;
    },
  };
}

/** The origins a browser may name: the public address, or whatever host the request was sent to. */
function originsOf(request: Request | undefined, publicUrl: string | null): string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
