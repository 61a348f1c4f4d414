import type { z } from 'zod';
import { errorBodySchema } from '../../contracts/errors.ts';
import { ApiError } from './api-error.ts';

export interface RequestOptions {
  /** Sent as JSON; absent means GET. */
  readonly body?: unknown;
  /** For a body: POST unless said otherwise. */
  readonly method?: 'POST' | 'PUT';
  readonly signal?: AbortSignal;
}

/**
 * Asks the server and checks the answer against its contract.
 * @throws ApiError where there is no answer, a refusal, or an answer outside the contract.
 */
export async function request<T>(
  path: string,
  schema: z.ZodType<T>,
  options: RequestOptions = {},
): Promise<T> {
  const response = await send(path, options);
  const body = await readJson(response);
  if (!response.ok) {
    const refusal = errorBodySchema.safeParse(body);
    if (!refusal.success) throw new ApiError({ kind: 'unreadable', status: response.status });
    const { code, message, hint } = refusal.data.error;
    throw new ApiError({ kind: 'refused', code, message, hint });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiError({ kind: 'unreadable', status: response.status });
  return parsed.data;
}

/** The bare response; only for endpoints that do not speak our contract. */
export async function send(
  path: string,
  { body, method = 'POST', signal }: RequestOptions,
): Promise<Response> {
  const init: RequestInit = {
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : {
          method,
          body: JSON.stringify(body),
          headers: { accept: 'application/json', 'content-type': 'application/json' },
        }),
  };
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError({ kind: 'offline' });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
