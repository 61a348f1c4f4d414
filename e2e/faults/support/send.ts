import { receiptSchema, type Receipt } from '../../../contracts/submission.ts';
import type { FieldRecord } from './make-records.ts';

/** What came back: a receipt for this very record, or anything else, which acknowledges nothing. */
export type Sent =
  | { readonly receipt: Receipt }
  | { readonly receipt: null; readonly status: number | null; readonly body: string };

/**
 * Offers a record once, as a tablet does: only a receipt with its own id and hash counts, whatever the
 * status says. Never rejects.
 */
export async function send(
  url: string,
  token: string,
  { id, hash, payload }: FieldRecord,
  timeoutMs = 10_000,
): Promise<Sent> {
  try {
    const response = await fetch(`${url}/api/submissions/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ hash, payload }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await response.text();
    const receipt = response.ok ? readReceipt(body) : null;
    if (receipt?.id === id && receipt.hash === hash) return { receipt };
    return { receipt: null, status: response.status, body };
  } catch (error) {
    return { receipt: null, status: null, body: String(error) };
  }
}

function readReceipt(body: string): Receipt | null {
  try {
    return receiptSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Sends until each record is acknowledged, several at a time, each at most `tries` times. Gives those left over. */
export async function sendUntilAcknowledged(
  url: string,
  token: string,
  records: readonly FieldRecord[],
  { tries = 1, connections = 8, acknowledged = new Map<string, Receipt>() } = {},
): Promise<{ readonly left: FieldRecord[]; readonly acknowledged: Map<string, Receipt> }> {
  let left = [...records];
  for (let round = 0; round < tries && left.length > 0; round += 1) {
    const queue = left.values();
    const failed: FieldRecord[] = [];
    const work = async (): Promise<void> => {
      for (const record of queue) {
        const { receipt } = await send(url, token, record);
        if (receipt) acknowledged.set(record.id, receipt);
        else failed.push(record);
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    left = failed;
  }
  return { left, acknowledged };
}

/** Sends new records over several connections until it is told to stop or the server is gone. */
export function startIngest(
  url: string,
  token: string,
  make: () => FieldRecord | Promise<FieldRecord>,
  connections = 12,
): { readonly sent: FieldRecord[]; readonly acknowledged: Map<string, Receipt>; stop(): Promise<void> } {
  const sent: FieldRecord[] = [];
  const acknowledged = new Map<string, Receipt>();
  let isOver = false;
  const work = async (): Promise<void> => {
    while (!isOver) {
      const record = await make();
      sent.push(record);
      const answer = await send(url, token, record);
      if (answer.receipt) acknowledged.set(record.id, answer.receipt);
      else if (answer.status === null) return;
    }
  };
  const working = Promise.all(Array.from({ length: connections }, work));
  return {
    sent,
    acknowledged,
    stop: async () => {
      isOver = true;
      await working;
    },
  };
}
