/** Enough to tell one sealed record from another when talking to the office. */
export const shortNumber = (id: string): string => id.slice(0, 4).toUpperCase();
