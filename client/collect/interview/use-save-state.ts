import { useSyncExternalStore } from 'react';
import type { SaveState } from '../../device/open-journal.ts';
import type { OpenInterview } from './open-interview.ts';

/** Whether all answers so far are on disk, and the questions fit them. */
export const useSaveState = (interview: OpenInterview): SaveState =>
  useSyncExternalStore(interview.subscribe, interview.saveState);
