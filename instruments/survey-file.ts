import { z } from 'zod';
import { WaymarkError } from '../contracts/errors.ts';

const text = z.union([z.string(), z.record(z.string(), z.string())]);

const choiceSchema = z.union([z.string(), z.looseObject({ value: z.string(), text: text.optional() })]);

const questionSchema = z.looseObject({
  type: z.string(),
  name: z.string(),
  title: text.optional(),
  inputType: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  visibleIf: z.string().optional(),
  choices: z.array(choiceSchema).optional(),
  showDontKnowItem: z.boolean().optional(),
  dontKnowText: text.optional(),
  showRefuseItem: z.boolean().optional(),
  refuseText: text.optional(),
  showNoneItem: z.boolean().optional(),
  noneText: text.optional(),
  purpose: z.string().optional(),
  personal: z.boolean().optional(),
  ordered: z.boolean().optional(),
  score: z.string().optional(),
  itemWeight: z.number().optional(),
  points: z.record(z.string(), z.number()).optional(),
  whenSkipped: z.number().optional(),
});
export type SurveyQuestion = z.infer<typeof questionSchema>;

const pageSchema = z.looseObject({
  name: z.string(),
  visibleIf: z.string().optional(),
  elements: z.array(questionSchema),
});

/** The parts of a SurveyJS file that Waymark itself reads. The rest belongs to SurveyJS. */
const surveyFileSchema = z.looseObject({
  title: text,
  instrumentName: z.string(),
  instrumentVersion: z.string(),
  translationStatus: z.record(z.string(), z.string()).optional(),
  pages: z.array(pageSchema).min(1),
});
export type SurveyFile = z.infer<typeof surveyFileSchema>;

/** Reads a parsed `survey.json`. Throws INSTRUMENT_INVALID and names the first place that is wrong. */
export function parseSurveyFile(survey: unknown): SurveyFile {
  const result = surveyFileSchema.safeParse(survey);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new WaymarkError(
    'INSTRUMENT_INVALID',
    `The survey cannot be read at ${issue?.path.join('.') ?? 'its top'}: ${issue?.message ?? 'unknown'}.`,
    'Compare the place with instruments/README.md, which lists what a survey file holds.',
  );
}
