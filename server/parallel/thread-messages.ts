import { WaymarkError, type ErrorCode } from '../../contracts/errors.ts';

/** What is asked of a thread; its answer carries the same number. */
export interface Question<Q> {
  readonly number: number;
  readonly question: Q;
}
export type Answer<A> = { readonly number: number } & ({ readonly answer: A } | ThreadFailure);

/** Sent instead of questions: there will be no more. */
export const CLOSE = 'close';

/** How a failure travels from a thread: an error that a person can mend keeps its code; all else is for the log. */
export type ThreadFailure =
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint?: string } }
  | { readonly fault: { readonly name: string; readonly message: string; readonly stack?: string } };

/** What is sent of something that was thrown. Spelt out: an error that came from a thread is no longer one to copy. */
export function toFailure(thrown: unknown): ThreadFailure {
  if (thrown instanceof WaymarkError) {
    const { code, message, hint } = thrown;
    return { error: { code, message, ...(hint === undefined ? {} : { hint }) } };
  }
  if (!(thrown instanceof Error)) return { fault: { name: 'Error', message: String(thrown) } };
  const { name, message, stack } = thrown;
  return { fault: { name, message, ...(stack === undefined ? {} : { stack }) } };
}

/** What was thrown, as the thread that asked throws it again. */
export function fromFailure(failure: ThreadFailure): Error {
  if ('error' in failure) {
    const { code, message, hint } = failure.error;
    return new WaymarkError(code, message, hint);
  }
  const { message, ...rest } = failure.fault;
  return Object.assign(new Error(message), rest);
}
