import { useSyncExternalStore } from 'react';
import type { Journal, SaveState } from '../../device/open-journal.ts';

/** Whether all answers so far are on disk. */
export const useSaveState = (journal: Journal): SaveState =>
  useSyncExternalStore(journal.subscribe, journal.saveState);
