import { z } from 'zod';
import { ARCHETYPES } from './archetype.ts';
import { conditionSchema } from './condition.ts';
import { localizedSchema } from './language.ts';

/** Words of the card a respondent sees after the interview, beside each instrument version. */
export const resultCardSchema = z.strictObject({
  /** Language → how far its translation is, as in the survey file; a language that is not named has been read. */
  translationStatus: z.record(z.string(), z.string()).optional(),
  archetypes: z.record(
    z.enum(ARCHETYPES),
    z.strictObject({ title: localizedSchema, meaning: localizedSchema }),
  ),
  notClassified: z.strictObject({ title: localizedSchema, meaning: localizedSchema }),
  /** In order of usefulness; the card shows the first two that hold. The last always holds. */
  nextSteps: z.array(
    z.strictObject({
      id: z.string(),
      for: z.array(z.enum(ARCHETYPES)),
      when: conditionSchema.optional(),
      text: localizedSchema,
    }),
  ),
});
export type ResultCard = z.infer<typeof resultCardSchema>;
