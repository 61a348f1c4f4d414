/** A point on the Earth, WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth (IUGG), m. */
const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in metres, by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984) on a
 * sphere: at most 0.6 % off the ellipsoid.
 *
 * @example distanceM({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }) // 111195
 */
export function distanceM(a: Point, b: Point): number {
  const halfLatitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const halfLongitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const haversine =
    halfLatitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
