/**
 * Whether a translation still awaits a native reader. `status` is the `translationStatus` of a survey
 * or result card: language → state.
 */
export function awaitsReview(status: unknown, language: string): boolean {
  if (typeof status !== 'object' || status === null) return false;
  return String(Reflect.get(status, language) ?? '').startsWith('awaiting');
}
