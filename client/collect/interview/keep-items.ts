const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const elementsOf = (part: Record<string, unknown>): readonly unknown[] =>
  Array.isArray(part['elements']) ? (part['elements'] as unknown[]) : [];

/**
 * The SurveyJS file of an instrument with the named items alone, and the question of consent first of all:
 * for a back-check. Pages without any of them go, and so do introductions, which speak of a whole interview.
 */
export function keepItems(survey: object, items: readonly string[]): object {
  const wanted = new Set(items);
  const isWanted = (element: unknown): boolean =>
    isObject(element) && (wanted.has(String(element['name'])) || element['purpose'] === 'consent');
  const keepIn = (part: Record<string, unknown>): Record<string, unknown> => {
    const elements = elementsOf(part)
      .map((element) => (isObject(element) && Array.isArray(element['elements']) ? keepIn(element) : element))
      .filter((element) => isWanted(element) || (isObject(element) && elementsOf(element).length > 0));
    return { ...part, description: undefined, elements };
  };
  const { pages, ...rest } = survey as { readonly pages?: unknown };
  const all = Array.isArray(pages) ? pages.filter(isObject) : [];
  return { ...rest, pages: all.map(keepIn).filter((page) => elementsOf(page).length > 0) };
}
