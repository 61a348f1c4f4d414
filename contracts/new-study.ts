import { z } from 'zod';
import { waveSchema } from './study-setup.ts';

/** GET /api/instruments — published instruments, each with its versions, the oldest first. */
export const instrumentsSchema = z.array(z.strictObject({ name: z.string(), versions: z.array(z.string()) }));
export type Instruments = z.infer<typeof instrumentsSchema>;

/** POST /api/studies — a study to collect for, all of it or nothing. */
export const newStudySchema = z
  .strictObject({
    title: z.string().trim().min(1, 'give the study a title').max(200),
    instrument: z.strictObject({ name: z.string().max(64), version: z.string().max(16) }),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    waves: z.array(waveSchema).max(200),
    /** CSV text with a header: branch, and any of name, clients, weight, target. */
    branches: z.string().max(1_000_000),
  })
  .refine(
    ({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn,
    'the study ends before it starts',
  );
export type NewStudyBody = z.infer<typeof newStudySchema>;

export const studyMadeSchema = z.strictObject({ id: z.string() });
