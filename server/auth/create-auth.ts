import type { IncomingHttpHeaders } from 'node:http';
import { betterAuth } from 'better-auth';
import { fromNodeHeaders } from 'better-auth/node';
import { twoFactor } from 'better-auth/plugins';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { BACKUP_CODES, SECOND_FACTOR_LIMITS, SESSION } from './sign-in-times.ts';

/** Carries the client's address to better-auth; always overwritten by us, so a client cannot choose it. */
export const CLIENT_ADDRESS_HEADER = 'x-waymark-client-address';

export interface AuthOptions {
  readonly db: Kysely<never>;
  readonly engine: 'sqlite' | 'postgres';
  /** Signs the session cookies; at least 256 random bits. */
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Whether this person may have a session: false for one who is deactivated or has no role. */
  readonly maySignIn: (userId: string) => Promise<boolean>;
}

/** Sign-in as the rest of the server sees it: better-auth behind four functions. */
export interface Auth {
  /** Answers better-auth's own endpoints (sign in, sign out, second factor). */
  handle(request: Request): Promise<Response>;
  /** The signed-in person of these headers, or null. */
  whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null>;
  /** A password as it is stored (scrypt). */
  hashPassword(password: string): Promise<string>;
  isPasswordOf(userId: string, password: string): Promise<boolean>;
}

export interface SignedIn {
  readonly userId: string;
  /** To be set with the answer: they move the cookie's expiry along with the session's. */
  readonly cookies: readonly string[];
}

/**
 * People sign in with e-mail and password, and a code of their authenticator app where they have one; the public
 * cannot sign up. Sessions live in the database and travel in cookies that scripts cannot read; they end when idle,
 * and after a working day in any case. Why better-auth: `docs/decisions/2026-11-22-sign-in.md`.
 */
export function createAuth(options: AuthOptions): Auth {
  const { db, engine, secret, publicUrl, log, clock, maySignIn } = options;
  const auth = betterAuth({
    appName: 'Waymark',
    basePath: '/api/auth',
    ...(publicUrl ? { baseURL: publicUrl } : {}),
    secret,
    database: { db, type: engine },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: SESSION.idleSeconds, updateAge: SESSION.renewSeconds },
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: SECOND_FACTOR_LIMITS.challengeSeconds,
        accountLockout: {
          enabled: true,
          maxFailedAttempts: SECOND_FACTOR_LIMITS.wrongCodes,
          durationSeconds: SECOND_FACTOR_LIMITS.pauseSeconds,
        },
        backupCodeOptions: BACKUP_CODES,
      }),
    ],
    databaseHooks: { session: { create: { before: ({ userId }) => refuseUnless(maySignIn(userId)) } } },
    trustedOrigins: (request) => originsOf(request, publicUrl),
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      // Sign-in has limits of our own, per account and address: see use-cases/people/limit-sign-in.ts.
      customRules: { '/sign-in/email': false, '/two-factor/*': SECOND_FACTOR_LIMITS.perAddress },
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
      const { response, headers: answer } = await auth.api.getSession({
        headers: fromNodeHeaders(headers),
        returnHeaders: true,
      });
      if (!response) return null;
      const { session, user } = response;
      const ageMs = clock().getTime() - new Date(session.createdAt).getTime();
      if (ageMs > SESSION.longestSeconds * 1000) {
        await (await auth.$context).internalAdapter.deleteSession(session.token);
        return null;
      }
      return { userId: user.id, cookies: answer.getSetCookie() };
    },
    async hashPassword(password) {
      return (await auth.$context).password.hash(password);
    },
    async isPasswordOf(userId, password) {
      const context = await auth.$context;
      const accounts = await context.internalAdapter.findAccounts(userId);
      const hash = accounts.find(({ providerId }) => providerId === 'credential')?.password;
      return hash ? context.password.verify({ hash, password }) : false;
    },
  };
}

/** What the library's hook takes: `false` refuses, nothing lets it go on. */
const refuseUnless = async (allowed: Promise<boolean>): Promise<false | undefined> =>
  (await allowed) ? undefined : false;

/** The origins a browser may name: the public address, or whatever host the request was sent to. */
function originsOf(request: Request | undefined, publicUrl: string | null): string[] {
  if (publicUrl) return [new URL(publicUrl).origin];
  const host = request?.headers.get('host');
  return host ? [`http://${host}`, `https://${host}`] : [];
}
