import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { reliability, type Reliability } from '../../scoring/reliability/reliability.ts';
import { RESPONSE_STATES, type ScaleItem } from '../../scoring/reliability/scale-item.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import { readColumns } from '../imports/read-columns.ts';
import { readScaleItems, type ScaleItems } from '../imports/read-scale-items.ts';

export interface ReliabilityFileRequest {
  readonly input: string;
  readonly codebook: Codebook | null;
  /** Items of one scale; absent: the scales of the codebook's model. */
  readonly items?: readonly string[];
  /** Which of the model's scales; absent: all. */
  readonly scales?: readonly string[];
  readonly weight?: string;
  readonly skippedAsScored?: boolean;
  readonly confidence: number;
}

interface FileReport {
  /** What is done with skipped items that have points for being skipped. */
  readonly skipped: 'left out' | 'as scored';
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly notes: readonly string[];
}

export type ReliabilityReport = FileReport &
  (Reliability | { readonly scales: readonly (Reliability & { readonly scale: string })[] });

/**
 * Reliability of a scale of a file, or of each scale of its codebook. Throws what `readColumns` and
 * `readScaleItems` throw, and `INVALID_REQUEST` where it is not said what the scales are.
 */
export async function reliabilityFile(request: ReliabilityFileRequest): Promise<ReliabilityReport> {
  const { codebook, items, confidence, skippedAsScored = false } = request;
  const scales = items === undefined ? scalesOf(request) : [{ scale: '', items }];
  const names = [...new Set(scales.flatMap((scale) => scale.items))];
  const read =
    codebook === null ? await readNumbers(request, names) : await readCoded(request, codebook, names);
  const { weights } = read;
  const without = weights?.reduce((count, weight) => count + Number(weight === 0), 0) ?? 0;
  const report: FileReport = {
    skipped: skippedAsScored ? 'as scored' : 'left out',
    excluded: [
      ...read.excluded,
      ...(without === 0 ? [] : [{ reason: `${request.weight ?? ''}: no weight`, count: without }]),
    ],
    notes: codebook?.attribution === undefined ? [] : [codebook.attribution],
  };
  const columns = new Map(read.items.map((item) => [item.name, item]));
  const found = scales.map(({ scale, items: own }) => {
    const result = reliability({
      items: own.flatMap((name) => columns.get(name) ?? []),
      weights,
      confidence,
    });
    return { scale, result: { ...result, ...(skippedAsScored ? {} : skipAdvice(result)) } };
  });
  if (items === undefined)
    return { scales: found.map(({ scale, result }) => ({ scale, ...result })), ...report };
  return { ...(found[0] as (typeof found)[number]).result, ...report };
}

/** Items that exclude each other by skip logic leave nobody complete: then the reason says what helps. */
function skipAdvice({ reason, items, complete }: Reliability): { readonly reason?: string } {
  const isSkipped = items.some(({ skipped }) => skipped > 0);
  if (reason === undefined || !isSkipped || complete > items.length) return {};
  return {
    reason: `${reason} Some items were skipped; with --skipped-as-scored they have the points of the scoring model.`,
  };
}

interface NamedScale {
  readonly scale: string;
  readonly items: readonly string[];
}

function scalesOf({ codebook, scales }: ReliabilityFileRequest): readonly NamedScale[] {
  if (codebook === null)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected --items, or --instrument or --codebook, which say what the scales are.',
      'For numbers in any file: --items a,b,c.',
    );
  const all = codebook.model.scores.map((scale) => ({
    scale,
    items: codebook.variables.filter(({ scoring }) => scoring?.score === scale).map(({ name }) => name),
  }));
  if (scales === undefined) return all;
  return scales.map((wanted) => {
    const found = all.find(({ scale }) => scale === wanted);
    if (found !== undefined) return found;
    throw new WaymarkError(
      'INVALID_REQUEST',
      `The model has no scale "${wanted}".`,
      didYouMean(wanted, codebook.model.scores, `Its scales: ${codebook.model.scores.join(', ')}.`),
    );
  });
}

const readCoded = (
  { input, weight, skippedAsScored = false }: ReliabilityFileRequest,
  codebook: Codebook,
  items: readonly string[],
): Promise<ScaleItems> =>
  readScaleItems({
    path: input,
    codebook,
    items,
    skippedAsScored,
    ...(weight === undefined ? {} : { weight }),
  });

/** Items of a file without a codebook: numbers as they stand; a blank cell is unanswered. */
async function readNumbers(
  { input, weight }: ReliabilityFileRequest,
  names: readonly string[],
): Promise<ScaleItems> {
  const columns = await readColumns({
    path: input,
    codebook: null,
    numeric: names,
    ...(weight === undefined ? {} : { weight }),
  });
  const [answered, unanswered] = [RESPONSE_STATES.indexOf('answered'), RESPONSE_STATES.indexOf('unanswered')];
  const items = names.map((name): ScaleItem => {
    const values = columns.numeric(name);
    const states = Uint8Array.from(values, (value) => (Number.isNaN(value) ? unanswered : answered));
    return { name, label: name, values, states, range: null };
  });
  return { items, weights: columns.weights, excluded: [] };
}
