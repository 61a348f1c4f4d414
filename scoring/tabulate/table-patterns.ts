/**
 * Which categories a value of a side stands for. One answer: the category itself. Several answers: each
 * combination that occurs is one value ("pattern"), so that everybody is in one cell of patterns and all
 * statistics stay additive, whatever the categories overlap.
 */
export type Patterns = readonly (readonly number[])[];

/** The patterns of a question with one answer: each category is its own. */
export function onePattern(categories: number): Patterns {
  return Array.from({ length: categories }, (_, category) => [category]);
}

/** Whether a respondent can be in two categories at once. */
export function overlaps(patterns: Patterns): boolean {
  return patterns.some((categories) => categories.length > 1);
}

/** Per category: the patterns it is part of. */
export function patternsOfEach(patterns: Patterns, categories: number): number[][] {
  const places: number[][] = Array.from({ length: categories }, () => []);
  patterns.forEach((members, pattern) => {
    for (const category of members) places[category]!.push(pattern);
  });
  return places;
}
