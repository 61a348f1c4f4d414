import type { ErrorCode } from '../../contracts/errors.ts';

/**
 * Why a call to the server gave nothing.
 *
 * - `offline`: no answer at all.
 * - `refused`: the server said no, with a code, what was wrong and what to do.
 * - `unreadable`: an answer that is not in the contract: a captive portal, a proxy, another version.
 */
export type ApiFailure =
  | { readonly kind: 'offline' }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string | undefined;
    }
  | { readonly kind: 'unreadable'; readonly status: number };

export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.kind === 'refused' ? `${failure.code}: ${failure.message}` : failure.kind);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** The failure in whatever was thrown; what is not ours is rethrown, for it is a mistake in the program. */
export function failureOf(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiError) return thrown.failure;
  throw thrown;
}
