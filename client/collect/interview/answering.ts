import type { Photos } from './photo/photos.ts';
import type { TypedText } from './find-problem.ts';

/** How the questions on screen hand over what was tapped. */
export interface Answering {
  /** Takes one code as the answer of an item; done when the model shows it, or when it was not taken. */
  readonly choose: (item: string, code: string) => Promise<void>;
  /** Takes what is typed for an item whose answer is a number; every keystroke, at once. */
  readonly typeNumber: (item: string, text: string) => void;
  /** What was typed for such an item so far. */
  readonly typed: TypedText;
  /** Photos of this interview. */
  readonly photos: Photos;
  /** Runs a change of the model once the last one is on disk. */
  readonly change: (apply: () => void) => Promise<void>;
}
