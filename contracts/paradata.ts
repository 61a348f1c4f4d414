import { z } from 'zod';
import { languageSchema } from './language.ts';

const ms = z.int().min(0);
const count = z.int().min(0);

/**
 * How an interview came about, beside its answers: times from a monotonic clock that runs while the
 * interview is open and visible. Derived from the journal when it is finished. Pairs keep it small.
 */
export const paradataSchema = z.strictObject({
  version: z.literal(1),
  /** By item: time that led to its answers, and how often the answer was changed after it was given. */
  items: z.record(z.string().max(64), z.tuple([ms, count])),
  /** By page: time on it, and how often it was opened. */
  pages: z.record(z.string().max(64), z.tuple([ms, count])),
  /** Each switch of the language: when (active time), and to which. The first 50. */
  languages: z.array(z.tuple([ms, languageSchema])).max(50),
  /** How often the screen was left or went dark. */
  pauses: count,
  /** Each time it was opened: device clock, active time until then, battery (0–1, charging) where known. The last 20. */
  sittings: z
    .array(
      z.strictObject({
        at: z.iso.datetime({ offset: true }),
        activeMs: ms,
        battery: z.tuple([z.number().min(0).max(1), z.boolean()]).optional(),
      }),
    )
    .max(20),
  /** Versions of the app that it was opened with. */
  appVersions: z.array(z.string().max(40)).max(20),
});
export type Paradata = z.infer<typeof paradataSchema>;
