import type { SyncWorld } from '../../device/sync-world.ts';

/** What work in the background needs of this browser, beside the tablet's own storage. */
export const browserWorld = (database: SyncWorld['database']) => ({
  database,
  fetch: window.fetch.bind(window),
  nowMs: () => Date.now(),
  random01: () => Math.random(),
});
