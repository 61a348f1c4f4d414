import { heartbeatSchema } from '../../contracts/supervision.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Context } from './context.ts';

/** Keeps what a tablet says of itself. What cannot be read is left aside: it must not keep a tablet from its study. */
export async function noteHeartbeat(
  { store, clock }: Context,
  tablet: TabletRecord,
  text: string | undefined,
): Promise<void> {
  if (text === undefined || text.length > 1000) return;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return;
  }
  const heartbeat = heartbeatSchema.safeParse(content);
  if (heartbeat.success)
    await store.supervision.putHeartbeat(tablet.id, heartbeat.data, clock().toISOString());
}
