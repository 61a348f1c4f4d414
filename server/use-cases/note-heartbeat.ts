import { heartbeatMoreSchema } from '../../contracts/heartbeat-more.ts';
import { heartbeatSchema } from '../../contracts/supervision.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Context } from './context.ts';

const LONGEST = 2000;

/** Keeps what a tablet says of itself. What cannot be read is left aside: it must not keep a tablet from its study. */
export async function noteHeartbeat(
  { store, clock }: Context,
  tablet: TabletRecord,
  text: string | undefined,
  moreText: string | undefined,
): Promise<void> {
  const heartbeat = heartbeatSchema.safeParse(readJson(text));
  if (!heartbeat.success) return;
  const more = heartbeatMoreSchema.safeParse(readJson(moreText));
  const all = { ...heartbeat.data, ...(more.success ? more.data : {}) };
  await store.supervision.putHeartbeat(tablet.id, all, clock().toISOString());
}

function readJson(text: string | undefined): unknown {
  if (text === undefined || text.length > LONGEST) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
