/** How the questions on screen hand over what was tapped. */
export interface Answering {
  /** Takes one code as the answer of an item; done when the model shows it, or when it was not taken. */
  readonly choose: (item: string, code: string) => Promise<void>;
  /** Runs a change of the model once the last one is on disk. */
  readonly change: (apply: () => void) => Promise<void>;
}
