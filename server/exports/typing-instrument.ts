import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { conditionReferences } from '../../scoring/conditions/condition-references.ts';
import type { Localized } from '../../contracts/language.ts';
import type { ScoringModel } from '../../contracts/model.ts';
import type { ResultCard } from '../../contracts/result-card.ts';
import type { SurveyFile, SurveyQuestion } from '../../instruments/survey-file.ts';
import { MINIMUM_ANSWERED_01 } from '../../scoring/typing/scorecard.ts';
import { conditionExpression } from './condition-expression.ts';
import { typingText } from './typing-texts.ts';

/** One question of a screening: whole points by code of the instrument. */
export interface ScreeningItem {
  readonly name: string;
  readonly points: Readonly<Record<string, number>>;
  /** Points of a respondent whom skip logic spares the question; absent: it then counts as unanswered. */
  readonly whenSkipped?: number;
  /** Points of no answer; absent: the item is then left out, and the rest scaled up. */
  readonly whenUnanswered?: number;
  /** The best points. 0: asked only because another question depends on it. */
  readonly largest: number;
}

export interface Screening {
  /** The segment's name in the answers, e.g. `archetype`. */
  readonly target: string;
  /** Codes of the segments, lowest first, and the total from which each but the first begins. */
  readonly segments: readonly string[];
  readonly from: readonly number[];
  readonly largestTotal: number;
  readonly items: readonly ScreeningItem[];
  /** Cross-validated share that it sorts right. */
  readonly accuracy01: number;
  readonly synthetic: boolean;
}

export interface TypingSource {
  readonly survey: SurveyFile;
  readonly codebook: Codebook;
  readonly resultCard: ResultCard;
}

const SCORE = 'screening';
const NOT_PLACED = 'notClassified';

/**
 * A screening as a SurveyJS survey that any SurveyJS form runs as it is: the questions and texts of the
 * source instrument with their skip logic, calculated values that add up the points and name the segment,
 * and a last page that says it. Who may be asked at all (consent) is asked first and not counted.
 */
export function typingSurvey(screening: Screening, source: TypingSource): SurveyFile {
  const { survey, codebook, resultCard } = source;
  const { target, segments, items, accuracy01, synthetic } = screening;
  const eligible = codebook.model.eligible;
  const before = eligible === undefined ? [] : [...conditionReferences([eligible], {}).items];
  const wanted = new Map(items.map((item) => [item.name, item]));
  const statement = joinTexts(
    typingText('what', items.length, codebook.name, codebook.version, Math.round(100 * accuracy01)),
    synthetic ? typingText('synthetic') : undefined,
  );
  const pages = survey.pages.flatMap((page) => {
    const elements = page.elements
      .filter(({ name }) => wanted.has(name) || before.includes(name))
      .map((question) => screeningQuestion(question, wanted.get(question.name)));
    return elements.length === 0 ? [] : [{ ...page, description: undefined, elements }];
  });
  const [first, ...others] = pages;
  return {
    title: typingText('title', asLocalized(survey.title)),
    description: statement,
    instrumentName: `${codebook.name}-screening`,
    instrumentVersion: 'v1',
    ...(survey.translationStatus === undefined ? {} : { translationStatus: survey.translationStatus }),
    showQuestionNumbers: 'off',
    textUpdateMode: 'onTyping',
    clearInvisibleValues: 'none',
    pages: first === undefined ? [] : [{ ...first, description: statement }, ...others],
    calculatedValues: calculatedValues(screening, source),
    completedHtml: html(codebook.name, asLocalized(resultCard.notClassified.title), undefined, statement),
    completedHtmlOnCondition: segments.map((segment) => {
      const card = ARCHETYPES.find((one) => one === segment);
      const words = card === undefined ? undefined : resultCard.archetypes[card];
      return {
        expression: `{${target}} = '${segment}'`,
        html: html(segment, words?.title, words?.meaning, statement),
      };
    }),
  };
}

/** What the source instrument says of scoring does not hold here. */
const SCORING: readonly string[] = ['score', 'points', 'itemWeight', 'whenSkipped', 'purpose'];

function screeningQuestion(question: SurveyQuestion, item: ScreeningItem | undefined): SurveyQuestion {
  if (item === undefined) return question;
  const rest = Object.fromEntries(
    Object.entries(question).filter(([name]) => !SCORING.includes(name)),
  ) as SurveyQuestion;
  if (item.largest === 0) return { ...rest, purpose: question.purpose ?? 'gate' };
  const share = (points: number): number => (100 * points) / item.largest;
  return {
    ...rest,
    score: SCORE,
    itemWeight: item.largest,
    points: Object.fromEntries(Object.entries(item.points).map(([code, points]) => [code, share(points)])),
    ...(item.whenSkipped === undefined ? {} : { whenSkipped: share(item.whenSkipped) }),
  };
}

/** Points, points at stake, questions answered, and the segment, as SurveyJS expressions on whole numbers. */
function calculatedValues({ target, segments, from, largestTotal, items }: Screening, source: TypingSource) {
  const { survey, codebook } = source;
  const scored = items.filter(({ largest }) => largest > 0);
  const sumOf = (shown: (item: ScreeningItem) => string, skipped: (item: ScreeningItem) => number): string =>
    scored
      .map((item) => {
        const visible = visibility(survey, item.name);
        return visible === '' ? shown(item) : `iif(${visible}, ${shown(item)}, ${skipped(item)})`;
      })
      .join(' + ');
  const points = ({ name, points: own, whenUnanswered = 0 }: ScreeningItem): string =>
    Object.entries(own).reduceRight(
      (rest, [code, value]) => `iif({${name}} = '${code}', ${value}, ${rest})`,
      String(whenUnanswered),
    );
  const ifAnswered = ({ name, points: own }: ScreeningItem, yes: number, no: number): string =>
    `iif({${name}} anyof [${Object.keys(own)
      .map((code) => `'${code}'`)
      .join(', ')}], ${yes}, ${no})`;
  const place = segments
    .slice(1)
    .reduce(
      (lower, segment, index) =>
        `iif({screening_points} * ${largestTotal} >= ${from[index] ?? 0} * {screening_possible}, '${segment}', ${lower})`,
      `'${segments[0] ?? ''}'`,
    );
  const enough = `{screening_answered} >= ${MINIMUM_ANSWERED_01 * scored.length} and {screening_possible} > 0`;
  const eligible = codebook.model.eligible;
  const asked = eligible === undefined ? enough : `(${conditionExpression(eligible)}) and ${enough}`;
  return [
    { name: 'screening_points', expression: sumOf(points, ({ whenSkipped }) => whenSkipped ?? 0) },
    {
      name: 'screening_possible',
      expression: sumOf(
        (item) => ifAnswered(item, item.largest, item.whenUnanswered === undefined ? 0 : item.largest),
        ({ whenSkipped, largest }) => (whenSkipped === undefined ? 0 : largest),
      ),
    },
    {
      name: 'screening_answered',
      expression: sumOf(
        (item) => ifAnswered(item, 1, 0),
        ({ whenSkipped }) => Number(whenSkipped !== undefined),
      ),
    },
    { name: target, expression: `iif(${asked}, ${place}, '${NOT_PLACED}')` },
  ].map((value) => ({ ...value, includeIntoResult: true }));
}

function visibility(survey: SurveyFile, name: string): string {
  const page = survey.pages.find(({ elements }) => elements.some((one) => one.name === name));
  const question = page?.elements.find((one) => one.name === name);
  return [page?.visibleIf, question?.visibleIf]
    .filter((one) => one !== undefined)
    .map((one) => `(${one})`)
    .join(' and ');
}

/**
 * The screening as a scoring model of Waymark, so that it can run as an instrument of its own. Where all
 * questions are answered it says what the survey says; a missing answer is left out and the total scaled
 * up, because no answer has no points in a model.
 */
export function typingModel({ from, largestTotal }: Screening, { codebook }: TypingSource): ScoringModel {
  const rules = ARCHETYPES.map((archetype, rank) => {
    const start = from[rank - 1];
    return {
      id: archetype.toLowerCase(),
      archetype,
      all:
        start === undefined
          ? [{ id: 'lowest', when: { all: [] }, reason: inEnglish(typingText('lowest')) }]
          : [
              {
                id: `points_${start}`,
                when: { score: SCORE, atLeast: (100 * start) / largestTotal },
                reason: inEnglish(typingText('reason', start, largestTotal)),
              },
            ],
    };
  });
  return {
    version: '1',
    scores: [SCORE],
    minimumAnswered01: MINIMUM_ANSWERED_01,
    ...(codebook.model.eligible === undefined ? {} : { eligible: codebook.model.eligible }),
    facts: {},
    rules: rules.toReversed(),
    caps: [],
    clusters: { scores: [SCORE], k: ARCHETYPES.length, restarts: codebook.model.clusters.restarts },
    combine: { margin100: 0, minimumSeparation01: 1 },
  };
}

/** The source's result card with the next steps that the screening's questions can tell. */
export function typingResultCard(screening: Screening, { resultCard }: TypingSource): ResultCard {
  const known = new Set(screening.items.map(({ name }) => name));
  const tells = (step: ResultCard['nextSteps'][number]): boolean =>
    step.when === undefined ||
    (!JSON.stringify(step.when).includes('"fact"') &&
      [...conditionReferences([step.when], {}).items].every((item) => known.has(item)));
  return { ...resultCard, nextSteps: resultCard.nextSteps.filter(tells) };
}

const asLocalized = (text: string | Localized): Localized =>
  typeof text === 'string' ? { default: text } : text;

/** Models name English "en", survey files "default". */
const inEnglish = ({ default: en = '', ...others }: Record<string, string>): Record<string, string> => ({
  en,
  ...others,
});

function joinTexts(first: Record<string, string>, second?: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(first).map(([language, text]) => [
      language,
      [text, second?.[language]].filter(Boolean).join(' '),
    ]),
  );
}

function html(
  name: string,
  title: Localized | undefined,
  meaning: Localized | undefined,
  statement: Record<string, string>,
): Record<string, string> {
  const word = (text: Localized | undefined, language: string): string =>
    escapeHtml((language === 'default' ? (text?.['default'] ?? text?.['en']) : text?.[language]) ?? '');
  return Object.fromEntries(
    Object.entries(statement).map(([language, said]) => [
      language,
      `<h3>${escapeHtml(name)}</h3><p>${word(title, language)}</p><p>${word(meaning, language)}</p><p><small>${escapeHtml(said)}</small></p>`,
    ]),
  );
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
