/**
 * How many interviews of each enumerator are checked: a share of all, at least one of each, the rest in
 * proportion by largest remainders (ties: the first). Never more than she held.
 *
 * Example: `allocateBackChecks([40, 22, 2], 0.15)` is `[6, 3, 1]`.
 *
 * @param interviews interviews of each enumerator, 1 or more
 * @param rate01 share to check, above 0 and at most 1
 */
export function allocateBackChecks(interviews: readonly number[], rate01: number): number[] {
  const quotas = interviews.map((count) => rate01 * count);
  const numbers = quotas.map((quota) => Math.max(1, Math.floor(quota)));
  const all = interviews.reduce((sum, count) => sum + count, 0);
  const remainders = quotas
    .map((quota, place) => ({ place, remainder: quota - numbers[place]! }))
    .filter(({ remainder }) => remainder > 0)
    .toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  let left = Math.round(rate01 * all) - numbers.reduce((sum, number) => sum + number, 0);
  for (const { place } of remainders) {
    if (left <= 0) break;
    numbers[place] = numbers[place]! + 1;
    left -= 1;
  }
  return numbers;
}
