import type { SetupChange, StudySetup } from '../../contracts/study-setup.ts';

/** What each part of the page is given. `save` rejects with what the server says. */
export interface SetupPartProps {
  readonly setup: StudySetup;
  readonly save: (change: SetupChange) => Promise<void>;
}
