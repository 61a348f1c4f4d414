import { signInAnswerSchema } from '../../contracts/people.ts';
import { ApiError } from './api-error.ts';
import { send } from './request.ts';

/** What came of trying to sign in with a password. `codeAsked`: a code of the second factor is next. */
export type SignInResult =
  'signedIn' | 'codeAsked' | 'wrongPassword' | 'tooManyAttempts' | 'offline' | 'serverTrouble';

/** Signs in by e-mail and password; the server answers with an http-only cookie. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const response = await reach('/api/auth/sign-in/email', { email, password });
  if (response === 'offline') return 'offline';
  if (response.ok) {
    const answer = signInAnswerSchema.safeParse(await response.json().catch(() => null));
    if (!answer.success) return 'serverTrouble';
    return answer.data.codeAsked ? 'codeAsked' : 'signedIn';
  }
  // 400 is an address that is not one, 401 a wrong pair, 403 an account that may not sign in: the same to an outsider.
  if ([400, 401, 403, 422].includes(response.status)) return 'wrongPassword';
  return response.status === 429 ? 'tooManyAttempts' : 'serverTrouble';
}

/** Ends the session on the server. True where it did. */
export async function signOut(): Promise<boolean> {
  const response = await reach('/api/auth/sign-out', {});
  return response !== 'offline' && response.ok;
}

async function reach(path: string, body: unknown): Promise<Response | 'offline'> {
  try {
    return await send(path, { body });
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.failure.kind === 'offline') return 'offline';
    throw thrown;
  }
}
