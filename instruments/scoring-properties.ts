import { Serializer } from 'survey-core';

/**
 * What Waymark adds to a SurveyJS question, and what each property means. `survey.json` may use
 * these and SurveyJS's own; anything else is reported by the gate as a typing mistake.
 */
const QUESTION_PROPERTIES = [
  /** Why an unscored item is asked: `consent`, `profile`, `gate` (used by the rules) or `preference`. */
  { name: 'purpose', choices: ['consent', 'profile', 'gate', 'preference'] },
  /** Identifies a person: never exported, never analysed. */
  { name: 'personal', type: 'boolean' },
  /** The choices form a scale, in the order given or its reverse. */
  { name: 'ordered', type: 'boolean' },
  /** Which score the item counts in: `access`, or `dimension.context`. */
  { name: 'score' },
  /** Relative weight within its score, > 0. */
  { name: 'itemWeight', type: 'number' },
  /** Points (0–100) by code. */
  { name: 'points', type: 'value' },
  /** Points (0–100) of a respondent whom the item does not apply to. */
  { name: 'whenSkipped', type: 'number' },
  /** Where the question comes from. */
  { name: 'drawnFrom' },
];

const SURVEY_PROPERTIES = [
  { name: 'instrumentName' },
  { name: 'instrumentVersion' },
  /** By language: whether a native reader has checked the translation. */
  { name: 'translationStatus', type: 'value' },
  /** Asks the tablet where it is as soon as the person has agreed; the interview never waits for it. */
  { name: 'askLocation', type: 'boolean' },
];

/** Teaches SurveyJS the properties above. Call it before building a model; calling it again does nothing. */
export function registerScoringProperties(): void {
  for (const [className, properties] of [
    ['question', QUESTION_PROPERTIES],
    ['survey', SURVEY_PROPERTIES],
  ] as const) {
    const known = Serializer.getProperties(className).map((property) => property.name);
    for (const property of properties) {
      if (!known.includes(property.name)) Serializer.addProperty(className, { ...property, visible: false });
    }
  }
}
