import { errorBodySchema, type ErrorCode } from '../../contracts/errors.ts';
import { receiptSchema, type Delivery, type Receipt } from '../../contracts/submission.ts';
import type { OutboxRecord, ProblemCode } from './device-schema.ts';

type Sendable = Pick<OutboxRecord, 'id' | 'hash' | 'payload'>;

const TIMEOUT_MS = 30_000;

export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly detail: string;
}
export type SendOutcome = { readonly kind: 'receipt'; readonly receipt: Receipt } | Problem;

const problem = (code: ProblemCode, detail: string): Problem => ({ kind: 'problem', code, detail });

/** Answers of our own server that mean: this very record will never be taken as it is. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['INVALID_REQUEST', 'PAYLOAD_TOO_LARGE']);
const NOT_ENROLLED: ReadonlySet<ErrorCode> = new Set(['NOT_SIGNED_IN', 'NOT_ALLOWED', 'TABLET_REVOKED']);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An error only counts as the server's own if it has the server's shape; a hotel's login page has not. */
function readFailure(status: number, body: unknown): Problem {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) {
    return problem(status >= 500 ? 'serverError' : 'notAReceipt', `HTTP ${status}, not an answer of Waymark`);
  }
  const { code, message } = parsed.data.error;
  const detail = `HTTP ${status} ${code}: ${message}`;
  if (NOT_ENROLLED.has(code)) return problem('notEnrolled', detail);
  return problem(REFUSALS.has(code) ? 'refused' : 'serverError', detail);
}

function readSuccess(status: number, body: unknown, record: Sendable): SendOutcome {
  const parsed = receiptSchema.safeParse(body);
  if (!parsed.success) return problem('notAReceipt', `HTTP ${status}, but no receipt in it`);
  const receipt = parsed.data;
  if (receipt.id === record.id && receipt.hash === record.hash) return { kind: 'receipt', receipt };
  return problem('wrongReceipt', `The receipt is for ${receipt.id} with hash ${receipt.hash.slice(0, 12)}…`);
}

/** What the server answered to a delivery, where it took it. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Offers a delivery, or a message without a content, to the server, under a path of its own. Never rejects. */
export async function offerDelivery(
  path: string,
  delivery: Delivery | Record<string, never>,
  token: string,
  fetchFrom: typeof fetch,
): Promise<Answer | Problem> {
  try {
    const response = await fetchFrom(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(delivery),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = parseJson(await response.text());
    return response.ok ? { status: response.status, body } : readFailure(response.status, body);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    return problem(name === 'TimeoutError' ? 'timeout' : 'offline', String(error));
  }
}

/**
 * Offers one interview to the server. Only a receipt with the record's own id and hash counts as
 * delivered, whatever the status says. Never rejects.
 */
export async function sendRecord(
  record: Sendable,
  token: string,
  fetchFrom: typeof fetch,
): Promise<SendOutcome> {
  const delivery: Delivery = { hash: record.hash, payload: record.payload };
  const answer = await offerDelivery(
    `/api/submissions/${encodeURIComponent(record.id)}`,
    delivery,
    token,
    fetchFrom,
  );
  return 'code' in answer ? answer : readSuccess(answer.status, answer.body, record);
}
