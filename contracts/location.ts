import { z } from 'zod';

/** Why there is no place: not permitted, no signal, too slow, no such sensor here, or nobody answered the browser's question. */
const NO_LOCATION_REASONS = ['denied', 'unavailable', 'timeout', 'unsupported', 'unanswered'] as const;

const at = z.iso.datetime({ offset: true });

/** Where an interview was held, as the tablet measured it: WGS 84 degrees. */
const placeSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** Radius in metres within which the tablet is with 95 % confidence, as the browser says. */
  accuracyM: z.number().min(0),
  /** Device clock. */
  at,
});

/** The place, or why there is none. Absent from an interview where nobody asked for it. Personal data. */
export const locationSchema = z.union([
  placeSchema,
  z.strictObject({ reason: z.enum(NO_LOCATION_REASONS), at }),
]);
export type Location = z.infer<typeof locationSchema>;
