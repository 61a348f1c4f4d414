/** Order of texts by their UTF-16 units: the same everywhere, whatever the language. */
export const byCharacters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
