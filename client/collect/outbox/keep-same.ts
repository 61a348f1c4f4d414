/**
 * `next`, with each item that draws as one of `before` did replaced by that very one; `before` itself where nothing
 * differs. What is read again from storage is never the same object, and would be drawn again in vain.
 *
 * @param look says the same of two items with one id if they draw the same
 */
export function keepSame<T extends { readonly id: string }>(
  before: readonly T[],
  next: readonly T[],
  look: (item: T) => string,
): readonly T[] {
  if (before === next) return before;
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = next.map((item) => {
    const same = known.get(item.id);
    return same !== undefined && look(same) === look(item) ? same : item;
  });
  const isAllSame = kept.length === before.length && kept.every((item, index) => item === before[index]);
  return isAllSame ? before : kept;
}
