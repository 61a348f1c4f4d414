/**
 * For each key that stands more than once, the places it stands at. Null keys are nobody's.
 *
 * @example findSame(['a', null, 'b', 'a', null]) // [[0, 3]]
 */
export function findSame(keys: readonly (string | null)[]): number[][] {
  const places = new Map<string, number[]>();
  keys.forEach((key, place) => {
    if (key === null) return;
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return [...places.values()].filter((group) => group.length > 1);
}
