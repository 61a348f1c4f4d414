/** How uncertain a share is, in whole percentage points, as it can be read at a glance. */
export type Margin =
  | { readonly kind: 'around'; readonly points: number }
  /** Where the interval is lopsided, as near 0 or 100 %: ± would promise what it cannot hold. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** Sides that differ by more than this, in points, are shown as a range. */
const LOPSIDED = 1.5;

/** So that 5.000000001 points are 5. */
const ROUNDING = 1e-9;

/**
 * The margin of a share and its interval (all 0–1), around the share in whole percent. Rounded outwards,
 * so that what is shown never claims more than is known.
 */
export function marginOf(share01: number, [low, high]: readonly [number, number]): Margin {
  const below = (share01 - low) * 100;
  const above = (high - share01) * 100;
  if (Math.abs(below - above) > LOPSIDED)
    return { kind: 'range', from: Math.floor(low * 100), to: Math.ceil(high * 100) };
  const shown = Math.round(share01 * 100);
  const points = Math.ceil(Math.max(shown - low * 100, high * 100 - shown, 0) - ROUNDING);
  return { kind: 'around', points: Math.max(0, points) };
}
