import type { TabletStore, SupervisionStore } from '../storage/port.ts';
import type { Family, Sample } from './prometheus-text.ts';

interface Stores {
  readonly tablets: Pick<TabletStore, 'listInUse'>;
  readonly supervision: Pick<SupervisionStore, 'heartbeats'>;
}

const seconds = (iso: string): number => Date.parse(iso) / 1000;

/** How each tablet in use said it was, by its id, which says nothing of its people. Times by its own clock. */
export async function tabletMetrics({ tablets, supervision }: Stores): Promise<Family[]> {
  const [used, heartbeats] = await Promise.all([tablets.listInUse(), supervision.heartbeats()]);
  const gauge = (
    name: string,
    help: string,
    valueOf: (tablet: (typeof used)[number]) => number | null,
  ): Family => ({
    name,
    help,
    type: 'gauge',
    samples: used.flatMap((tablet): Sample[] => {
      const value = valueOf(tablet);
      return value === null ? [] : [{ labels: { tablet: tablet.id }, value }];
    }),
  });
  const heard = (id: string) => heartbeats.get(id);
  return [
    gauge(
      'waymark_tablet_last_seen_timestamp_seconds',
      'When a tablet was last heard of.',
      ({ lastSeenAt }) => (lastSeenAt === null ? null : seconds(lastSeenAt)),
    ),
    gauge(
      'waymark_tablet_oldest_unsent_timestamp_seconds',
      'When the oldest interview was finished that a tablet still holds; none where nothing waits.',
      ({ id }) => {
        const oldest = heard(id)?.oldestUnsentAt ?? null;
        return oldest === null ? null : seconds(oldest);
      },
    ),
    gauge(
      'waymark_tablet_unsent',
      'Finished interviews that a tablet still holds.',
      ({ id }) => heard(id)?.queued ?? null,
    ),
  ];
}
