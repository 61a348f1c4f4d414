import { z } from 'zod';
import type { Request } from 'express';
import { WaymarkError } from '../../contracts/errors.ts';
import {
  secondFactorCodeSchema,
  secondFactorRequestSchema,
  secondFactorSetupSchema,
  signInSchema,
} from '../../contracts/people.ts';
import { nobody, type Actor } from '../use-cases/audit/actor.ts';
import { record } from '../use-cases/audit/audited.ts';
import type { Context } from '../use-cases/context.ts';
import { countSignIn, forgiveSignIn } from '../use-cases/people/limit-sign-in.ts';
import type { PeopleStore, PersonRecord } from '../storage/port.ts';
import { askLibrary, type AuthRouteDeps, type Failures } from './auth-library.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

const WRONG_PAIR = [
  'NOT_SIGNED_IN',
  'The e-mail address or the password is wrong.',
  'Check both, then try again.',
] as const;
const SIGN_IN_FAILURES: Failures = { 400: WRONG_PAIR, 401: WRONG_PAIR, 422: WRONG_PAIR };

const WRONG_CODE = [
  'SECOND_FACTOR_WRONG',
  'This code is not right, or too old.',
  'Enter the code that your app shows now. After several wrong ones, sign in again from the start.',
] as const;
// 500 is the library's answer where a session may not begin: someone deactivated between password and code.
const CODE_FAILURES: Failures = { 400: WRONG_CODE, 401: WRONG_CODE, 500: WRONG_CODE };

const WRONG_PASSWORD = [
  'PASSWORD_WRONG',
  'This is not your password, or your second factor is set up already.',
  'Check it, then try again.',
] as const;
const ENABLE_FAILURES: Failures = {
  400: WRONG_PASSWORD,
  401: ['NOT_SIGNED_IN', 'You are not signed in.', 'Sign in, then try again.'],
};

/** What the library answers to a sign-in: a person, or that a code is asked for. */
const signedInSchema = z.object({ user: z.object({ id: z.string() }).optional() });

/** Sign-in, second factor and sign-out. The auth library decides; limits, errors and the audit log are ours. */
export const authRoutes = (deps: AuthRouteDeps & { readonly context: Context }): readonly Route[] => {
  const { auth, context } = deps;
  const { people } = context.store;
  const find = async (id: string | undefined) => (id === undefined ? null : people.find(id));

  /** Signs in with a code of the second factor, or ends setting it up where she is signed in already. */
  const verifyCode = (path: string): Route => ({
    method: 'POST',
    path,
    access: 'public',
    handle: async (request, response) => {
      const body = readInput(secondFactorCodeSchema, request.body);
      const before = await find((await auth.whoIs(request.headers))?.userId);
      const failedAs = before ? 'second-factor.failed' : 'sign-in.code-failed';
      const answer = await askLibrary(deps, request, response, { body, failures: CODE_FAILURES }).catch(
        async (error: unknown) => {
          const detail = error instanceof WaymarkError ? error.code : 'INTERNAL';
          // Whose password came before the wrong code: someone may have it who should not.
          const person = before ?? (await find(await pendingSignIn(people, request)));
          if (detail !== 'TOO_MANY_ATTEMPTS')
            await record(context, { actor: actorOf(person, request), action: failedAs, detail }, 'failed');
          throw error;
        },
      );
      const person = await find(signedInSchema.parse(answer).user?.id);
      const action = before ? 'second-factor.on' : 'sign-in';
      await record(context, { actor: actorOf(person, request), action }, 'done');
      response.json({});
    },
  });

  return [
    {
      method: 'POST',
      path: '/api/auth/sign-in/email',
      access: 'public',
      handle: async (request, response) => {
        const body = readInput(signInSchema, request.body);
        const attempt = { email: body.email, address: request.ip ?? '' };
        const known = await people.findByEmail(body.email.trim().toLowerCase());
        // What was typed is not recorded where it is nobody's address: it may be a password.
        const note = { actor: actorOf(known, request), target: known ? null : 'unknown account' };
        try {
          await countSignIn(context, attempt);
          const answer = await askLibrary(deps, request, response, { body, failures: SIGN_IN_FAILURES });
          await forgiveSignIn(context, attempt);
          const codeAsked = signedInSchema.parse(answer).user === undefined;
          await record(context, { ...note, action: codeAsked ? 'sign-in.password' : 'sign-in' }, 'done');
          response.json({ codeAsked });
        } catch (error) {
          const code = error instanceof WaymarkError ? error.code : 'INTERNAL';
          // While a wait lasts nothing is recorded: whoever goes on trying must not fill the log.
          if (code !== 'TOO_MANY_ATTEMPTS')
            await record(context, { ...note, action: 'sign-in.failed', detail: code }, 'failed');
          throw error;
        }
      },
    },
    verifyCode('/api/auth/two-factor/verify-totp'),
    verifyCode('/api/auth/two-factor/verify-backup-code'),
    {
      method: 'POST',
      path: '/api/auth/two-factor/enable',
      access: 'signedIn',
      action: 'second-factor.set-up',
      beforeSecondFactor: true,
      wrongAttempts: { perMinute: 10, code: 'PASSWORD_WRONG' },
      handle: async (request, response) => {
        const body = readInput(secondFactorRequestSchema, request.body);
        const answer = await askLibrary(deps, request, response, { body, failures: ENABLE_FAILURES });
        response.json(secondFactorSetupSchema.strip().parse(answer));
      },
    },
    {
      method: 'POST',
      path: '/api/auth/sign-out',
      access: 'public',
      handle: async (request, response) => {
        const person = await find((await auth.whoIs(request.headers))?.userId);
        await askLibrary(deps, request, response, { body: {}, failures: {} });
        if (person) await record(context, { actor: actorOf(person, request), action: 'sign-out' }, 'done');
        response.json({});
      },
    },
  ];
};

/** Who gave her password and is to give a code: the library keeps it under the id in a signed cookie of its own. */
async function pendingSignIn(people: PeopleStore, request: Request): Promise<string | undefined> {
  const cookie = /(?:^|;\s*)(?:__Secure-)?waymark\.two_factor=([^;]+)/.exec(
    request.headers.cookie ?? '',
  )?.[1];
  const id = cookie && /^(2fa-[\w-]{1,100})[.%]/.exec(cookie)?.[1];
  return id === undefined || id === '' ? undefined : ((await people.ofPendingSignIn(id)) ?? undefined);
}

function actorOf(person: PersonRecord | null, request: Request): Actor {
  const address = request.ip ?? null;
  if (!person) return nobody(address);
  return { kind: 'person', id: person.userId, name: person.name, role: person.role, address };
}
