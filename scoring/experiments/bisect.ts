/** Where a function that is below 0 at `low` and not at `high` passes 0; to the last bits. */
export function bisect(f: (x: number) => number, low: number, high: number): number {
  let below = low;
  let above = high;
  for (let halving = 0; halving < 200; halving += 1) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (f(middle) >= 0) above = middle;
    else below = middle;
  }
  return above;
}
