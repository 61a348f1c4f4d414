import type { Location } from '../../contracts/location.ts';

const PATIENCE_MS = 20_000;
/** About ten centimetres: more digits would be noise. */
const DEGREE_DIGITS = 6;

/** By the error codes of the Geolocation API. */
const REASONS = new Map([
  [1, 'denied'],
  [2, 'unavailable'],
  [3, 'timeout'],
] as const);

/**
 * Where the tablet is, or why that is not known. Never rejects; waits at most 20 s for a position, and
 * for as long as nobody answers the browser's question.
 *
 * @param now the time in ISO 8601 with offset
 */
export function readLocation(geolocation: Geolocation | undefined, now: () => string): Promise<Location> {
  if (geolocation === undefined) return Promise.resolve({ reason: 'unsupported', at: now() });
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => {
        resolve({
          latitude: Number(coords.latitude.toFixed(DEGREE_DIGITS)),
          longitude: Number(coords.longitude.toFixed(DEGREE_DIGITS)),
          accuracyM: Math.ceil(coords.accuracy),
          at: now(),
        });
      },
      ({ code }) => {
        resolve({ reason: REASONS.get(code as 1 | 2 | 3) ?? 'unavailable', at: now() });
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  });
}
