import { WaymarkError } from '../../contracts/errors.ts';
import { localize } from '../../contracts/language.ts';
import { describeNumeric } from '../../scoring/design/describe-numeric.ts';
import { estimateProportions } from '../../scoring/design/estimate-proportions.ts';
import { isScaledToSample } from '../../scoring/design/is-scaled-to-sample.ts';
import type { SurveyDesign } from '../../scoring/design/survey-design.ts';
import type { CodedColumn, FileColumns } from '../imports/read-columns.ts';
import { readDescribed, type DescribeRequest } from './read-described.ts';
import { designFrom } from './read-design.ts';

/** Categories above which a list of them is no description. */
const MOST_CATEGORIES = 500;
const NONE = 65535;
const OF_THE_SAMPLE = 'Totals are of the sample: the weights sum to no more than its respondents.';

/**
 * Describes one column of any CSV file under a survey design: a number by its mean, total and quartiles,
 * anything else by the share and total of each category, each with its uncertainty; as a whole and, with
 * `by`, in each of the domains. Throws what `readColumns` and `createDesign` throw, and `NOT_COMPUTABLE` for
 * more than 500 categories.
 */
export async function describeFile(request: DescribeRequest) {
  const { variable, by, codebook } = request;
  const { columns, isNumeric } = await readDescribed(request);
  const { design, excluded } = designFrom(columns, request);
  const domains = by === undefined ? null : fewEnough(columns.coded(by));
  const one = isNumeric
    ? numericDescriber(columns, design, request)
    : categoryDescriber(columns, design, request);
  return {
    variable,
    label: one.label,
    type: isNumeric ? ('numeric' as const) : ('categorical' as const),
    ...one.describe(null),
    ...(domains === null ? {} : { by: describeDomains(domains, design, one.describe) }),
    confidence: request.confidence,
    design: summary(design),
    excluded: [...excluded, ...one.missing],
    notes: [
      ...design.notes,
      ...(isScaledToSample(sumOf(design.weights), design.respondents) ? [OF_THE_SAMPLE] : []),
      ...(codebook?.attribution === undefined ? [] : [codebook.attribution]),
    ],
  };
}

/** Describes the rows that a domain marks with 1; null: all. */
type Describe = (inDomain: Uint8Array | null) => object;

interface Describer {
  readonly label: string;
  readonly describe: Describe;
  readonly missing: readonly { readonly reason: string; readonly count: number }[];
}

function numericDescriber(columns: FileColumns, design: SurveyDesign, request: DescribeRequest): Describer {
  const { variable, confidence, codebook } = request;
  const values = columns.numeric(variable);
  const known = codebook?.variables.find(({ name }) => name === variable);
  const label = known === undefined ? variable : localize(known.label, 'en');
  return {
    label,
    describe: (inDomain) =>
      describeNumeric(design, values, { confidence, ...(inDomain === null ? {} : { inDomain }) }),
    missing: missingReasons(
      columns.absent(variable).map(({ reason, count }) => ({ reason: `${label}: ${reason}`, count })),
      (row) => Number.isNaN(values[row]),
      label,
      design,
    ),
  };
}

function categoryDescriber(columns: FileColumns, design: SurveyDesign, request: DescribeRequest): Describer {
  const coded = fewEnough(columns.coded(request.variable));
  const { axis, indices } = coded;
  return {
    label: axis.label,
    describe: (inDomain) => {
      const cells =
        inDomain === null ? indices : indices.map((cell, row) => (inDomain[row] === 1 ? cell : NONE));
      const found = estimateProportions(design, cells, axis.categories.length, request);
      return {
        ...found,
        categories: axis.categories.map(({ code, label }, place) => ({
          category: code,
          label,
          ...found.categories[place],
        })),
      };
    },
    missing: missingReasons(coded.missing, (row) => indices[row] === NONE, axis.label, design),
  };
}

function describeDomains(domains: CodedColumn, design: SurveyDesign, describe: Describe) {
  const { axis, indices } = domains;
  return {
    variable: axis.variable,
    label: axis.label,
    groups: axis.categories.map(({ code, label }, place) => ({
      category: code,
      label,
      ...describe(Uint8Array.from(indices, (cell) => Number(cell === place))),
    })),
    excluded: missingReasons(domains.missing, (row) => indices[row] === NONE, axis.label, design),
  };
}

type Reasons = readonly { readonly reason: string; readonly count: number }[];

/**
 * Why respondents with a weight have no value (NaN or no category). The reasons of a file count rows without
 * weight too: where there are such rows, all go by one reason.
 */
function missingReasons(
  ofFile: Reasons,
  isMissing: (row: number) => boolean,
  label: string,
  design: SurveyDesign,
): Reasons {
  let count = 0;
  for (let row = 0; row < design.size; row += 1) if (design.weights[row] !== 0 && isMissing(row)) count += 1;
  if (count === 0) return [];
  if (ofFile.reduce((sum, one) => sum + one.count, 0) === count) return ofFile;
  const [only, ...others] = ofFile;
  const isOne = only !== undefined && others.length === 0;
  return [{ reason: isOne ? only.reason : `${label}: no answer`, count }];
}

function fewEnough(column: CodedColumn): CodedColumn {
  const { variable, categories } = column.axis;
  if (categories.length <= MOST_CATEGORIES) return column;
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `"${variable}" has ${categories.length} categories, more than can be shown.`,
    'Choose a variable with fewer categories.',
  );
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const summary = (design: SurveyDesign) => ({
  strata: design.stratumCount,
  psus: design.psuCount,
  respondents: design.respondents,
  degreesOfFreedom: design.degreesOfFreedom,
  isWeighted: design.isWeighted,
  finitePopulationCorrection: design.notSampled.some((share) => share < 1),
  lonelyStrata: design.lonelyStrata,
  lonelyPsu: design.lonelyPsu,
});
