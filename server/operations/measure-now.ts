import { stat, statfs } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Family } from './prometheus-text.ts';

/** What is read at the moment it is asked for. */
export interface Gauges {
  families(): Promise<Family[]>;
  /** Free bytes for this user on the disk of the data folder. */
  freeBytes(): Promise<number>;
  /** Stops watching the event loop. */
  stop(): void;
}

const NANOSECONDS = 1e9;

/**
 * Watches the process and the data folder.
 *
 * @param files the database and its write-ahead log
 */
export function createGauges(dataDir: string, files: { database: string; log: string }): Gauges {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(dataDir);
    return bavail * bsize;
  };
  const gauge = (name: string, help: string, value: number): Family => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }],
  });
  return {
    freeBytes,
    stop: () => delay.disable(),
    async families() {
      const [database, log, free] = await Promise.all([
        sizeOf(files.database),
        sizeOf(files.log),
        freeBytes().catch(() => NaN),
      ]);
      const lag = [0.5, 0.99, 1].map((quantile) => ({
        labels: { quantile: String(quantile) },
        value: delay.percentile(quantile * 100) / NANOSECONDS,
      }));
      delay.reset();
      return [
        {
          name: 'waymark_event_loop_lag_seconds',
          help: 'How late the event loop ran since this was last asked for, by quantile (1: the longest).',
          type: 'gauge',
          samples: lag,
        },
        gauge('waymark_database_bytes', 'Size of the database file.', database),
        gauge('waymark_wal_bytes', 'Size of the write-ahead log.', log),
        gauge('waymark_disk_free_bytes', 'Room left on the disk of the data folder.', free),
        gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
        gauge('process_uptime_seconds', 'Time since the process started.', process.uptime()),
      ];
    },
  };
}

/** Bytes; 0 where there is no such file. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );
