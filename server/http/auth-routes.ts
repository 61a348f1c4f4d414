import type { Request, Response } from 'express';
import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';
import { CLIENT_ADDRESS_HEADER, type Auth } from '../auth/create-auth.ts';
import { errorStatus } from './error-status.ts';
import { errorBody } from './handle-error.ts';
import type { Method, Route } from './route.ts';

export interface AuthRouteDeps {
  readonly auth: Auth;
  readonly publicUrl: string | null;
}

/** The endpoints of the auth library that Waymark opens; all others stay unreachable. */
const OPEN: readonly (readonly [method: Method, path: string])[] = [
  ['POST', '/api/auth/sign-in/email'],
  ['POST', '/api/auth/sign-out'],
  ['GET', '/api/auth/get-session'],
];

const FAILURES: Readonly<Record<number, readonly [code: ErrorCode, message: string, hint: string]>> = {
  400: ['INVALID_REQUEST', 'The sign-in could not be read.', 'Give an e-mail address and a password.'],
  401: ['NOT_SIGNED_IN', 'The e-mail address or the password is wrong.', 'Check both, then try again.'],
  403: [
    'NOT_ALLOWED',
    'This request came from another site.',
    'Open Waymark at its own address and try again.',
  ],
  429: ['TOO_MANY_ATTEMPTS', 'Too many attempts from the same address.', 'Wait a minute, then try again.'],
};

/** Sign-in, sign-out and session, answered by the auth library, with errors in Waymark's form. */
export const authRoutes = ({ auth, publicUrl }: AuthRouteDeps): readonly Route[] =>
  OPEN.map(([method, path]) => ({
    method,
    path,
    access: 'public',
    handle: async (request, response) => {
      await answer(await auth.handle(toWebRequest(request, publicUrl)), response);
    },
  }));

function toWebRequest(request: Request, publicUrl: string | null): globalThis.Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
  headers.set(CLIENT_ADDRESS_HEADER, request.ip ?? '');
  const base = publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
  const body: unknown = request.body;
  return new Request(new URL(request.originalUrl, base), {
    method: request.method,
    headers,
    ...(request.method === 'GET' || body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function answer(from: globalThis.Response, to: Response): Promise<void> {
  const failure = from.ok ? undefined : FAILURES[from.status];
  if (failure) {
    const [code, message, hint] = failure;
    to.status(errorStatus(code)).json(errorBody(new WaymarkError(code, message, hint)));
    return;
  }
  if (!from.ok) throw new Error(`The auth library answered ${from.status}.`);
  for (const cookie of from.headers.getSetCookie()) to.append('set-cookie', cookie);
  to.status(from.status)
    .type('application/json')
    .send(await from.text());
}
