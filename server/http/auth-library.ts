import type { Request, Response } from 'express';
import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';
import { CLIENT_ADDRESS_HEADER, type Auth } from '../auth/create-auth.ts';

export interface AuthRouteDeps {
  readonly auth: Auth;
  readonly publicUrl: string | null;
}

/** What an answer of the library with an error status means here: code, message, hint. */
export type Failures = Readonly<Record<number, readonly [code: ErrorCode, message: string, hint: string]>>;

const EVERYWHERE: Failures = {
  403: [
    'NOT_ALLOWED',
    'This request came from another site.',
    'Open Waymark at its own address and try again.',
  ],
  429: ['TOO_MANY_ATTEMPTS', 'Too many attempts.', 'Wait a quarter of an hour, then try again.'],
};

/**
 * Puts a request to the auth library's own endpoint of the same path, with a body of our choosing, and passes its
 * cookies on.
 *
 * @returns the library's answer, read as JSON
 * @throws WaymarkError for a status that `failures` or every endpoint's list explains
 */
export async function askLibrary(
  { auth, publicUrl }: AuthRouteDeps,
  request: Request,
  response: Response,
  { body, failures }: { readonly body: unknown; readonly failures: Failures },
): Promise<unknown> {
  const from = await auth.handle(toWebRequest(request, publicUrl, body));
  const failure = { ...EVERYWHERE, ...failures }[from.status];
  for (const cookie of from.headers.getSetCookie()) response.append('set-cookie', cookie);
  if (failure) throw new WaymarkError(...failure);
  if (!from.ok) throw new Error(`The auth library answered ${from.status}.`);
  return from.json();
}

function toWebRequest(request: Request, publicUrl: string | null, body: unknown): globalThis.Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
  headers.set('content-type', 'application/json');
  headers.set(CLIENT_ADDRESS_HEADER, request.ip ?? '');
  const base = publicUrl ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
  return new Request(new URL(request.originalUrl, base), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}
