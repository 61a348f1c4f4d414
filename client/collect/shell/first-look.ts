/** Answers to queries that were asked before anything was drawn. They hold for the first frame only. */
export interface FirstLook {
  /** The answer to this very query; undefined where it was not asked, or the first frame is past. */
  readonly recall: (query: unknown) => unknown;
  readonly forget: () => void;
}

export function createFirstLook(answers: readonly (readonly [query: unknown, answer: unknown])[]): FirstLook {
  const known = new Map(answers);
  return {
    recall: (query) => known.get(query),
    forget: () => {
      known.clear();
    },
  };
}
