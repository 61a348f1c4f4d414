import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { FALSE, TRUE, UNKNOWN } from '../../scoring/conditions/kleene.ts';
import { NOT_ELIGIBLE, NOT_REACHABLE, REACHABLE } from '../../scoring/sizing/branch-shares.ts';
import { checkFrame, type Frame } from '../../scoring/sizing/check-frame.ts';
import { compileFilter, filterColumns, type ClientFilter } from '../../scoring/sizing/client-filter.ts';
import { sizeMarket } from '../../scoring/sizing/size-market.ts';
import { MISSING_CATEGORY } from '../../scoring/tabulate/tabulate.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import { readAssumptions } from '../imports/read-assumptions.ts';
import { readColumns, type FileColumns } from '../imports/read-columns.ts';
import { readFilter } from '../imports/read-filter.ts';
import type { DesignOptions } from './design-options.ts';
import { designFrom, withDesign } from './read-design.ts';

export interface SizeRequest extends DesignOptions {
  readonly input: string;
  readonly frame: string;
  readonly frameBy?: string;
  readonly frameCount: string;
  readonly segment: string;
  readonly branch: string;
  readonly eligible?: string;
  readonly reachable?: string;
  readonly assumptions?: string;
  readonly top: number;
  readonly draws: number;
  readonly seed: number;
}

/** Everything `waymark size` answers: the sizing, what its stages mean, and who was left out of the shares. */
export async function sizeFile(request: SizeRequest, codebook: Codebook | null) {
  const [eligible, reachable, assumptions, frame] = await Promise.all([
    request.eligible === undefined ? null : readFilter(request.eligible),
    request.reachable === undefined ? null : readFilter(request.reachable),
    request.assumptions === undefined ? null : readAssumptions(request.assumptions),
    readFrame(request),
  ]);
  const named = [eligible, reachable].flatMap((filter) => (filter === null ? [] : [filterColumns(filter)]));
  const columns = await readColumns(
    withDesign(
      {
        path: request.input,
        codebook,
        coded: [...new Set([request.branch, request.segment, ...named.flatMap(({ coded }) => coded)])],
        numeric: named.flatMap(({ numeric }) => numeric),
      },
      request,
    ),
  );
  const { design, excluded } = designFrom(columns, request);
  const branch = columns.coded(request.branch);
  const segment = columns.coded(request.segment);
  const inFrame = branch.axis.categories.map(({ code }) => frame.branches.indexOf(code));
  checkFrame(
    frame,
    branch.axis.categories.filter((_, place) => isUsed(branch.indices, place)).map(({ code }) => code),
  );
  const exit = exitsOf(columns, eligible, reachable);
  const left = { branch: 0, segment: 0, exit: 0 };
  for (let row = 0; row < columns.size; row += 1) {
    if (design.weights[row] === 0) continue;
    if (branch.indices[row] === MISSING_CATEGORY) left.branch += 1;
    else if (segment.indices[row] === MISSING_CATEGORY) left.segment += 1;
    else if (exit[row] === NOT_KNOWN) left.exit += 1;
  }
  const sizing = sizeMarket({
    design,
    frame,
    branch: branch.indices.map((place) => inFrame[place] ?? MISSING_CATEGORY),
    segment: segment.indices,
    segments: segment.axis.categories.map(({ code }) => code),
    exit,
    conditions: { eligible: eligible !== null, reachable: reachable !== null },
    assumptions,
    top: request.top,
    draws: request.draws,
    seed: request.seed,
    confidence: request.confidence,
  });
  return {
    definitions: {
      clients: `clients of the frame, by ${request.segment}`,
      eligible: eligible === null ? 'all clients: no condition was given' : eligible,
      reachable: reachable === null ? 'all who are eligible: no condition was given' : reachable,
      likely:
        assumptions === null
          ? 'not computed: no assumptions were given'
          : 'reachable, times the stated adoption',
    },
    ...sizing,
    excluded: [
      ...excluded,
      { reason: `${request.branch}: blank`, count: left.branch },
      { reason: `${request.segment}: blank`, count: left.segment },
      { reason: 'a column of the conditions is blank', count: left.exit },
    ].filter(({ count }) => count > 0),
  };
}

const NOT_KNOWN = 255;

async function readFrame({ frame: path, frameBy, frameCount, branch }: SizeRequest): Promise<Frame> {
  const by = frameBy ?? branch;
  const columns = await readColumns({ path, codebook: null, keys: [by], numeric: [frameCount] });
  const { indices, names } = columns.keys(by);
  return {
    branches: Array.from(indices, (place) => names[place] ?? ''),
    clients: columns.numeric(frameCount),
  };
}

const isUsed = (indices: Uint16Array, place: number): boolean => indices.includes(place);

/** Where each row leaves the funnel; not known where a blank could decide it. */
function exitsOf(
  columns: FileColumns,
  eligible: ClientFilter | null,
  reachable: ClientFilter | null,
): Uint8Array {
  const source = {
    coded: (name: string) => {
      const { indices, axis } = columns.coded(name);
      return { indices, categories: axis.categories.map(({ code }) => code) };
    },
    numeric: (name: string) => columns.numeric(name),
  };
  const compile = (filter: ClientFilter | null) =>
    filter === null ? () => TRUE : compileFilter(filter, source, refuseValue);
  const isEligible = compile(eligible);
  const isReachable = compile(reachable);
  const exit = new Uint8Array(columns.size);
  for (let row = 0; row < columns.size; row += 1) {
    const first = isEligible(row);
    const second = isReachable(row);
    if (first === FALSE) exit[row] = NOT_ELIGIBLE;
    else if (first === UNKNOWN || second === UNKNOWN) exit[row] = NOT_KNOWN;
    else exit[row] = second === TRUE ? REACHABLE : NOT_REACHABLE;
  }
  return exit;
}

function refuseValue(column: string, value: string, categories: readonly string[]): never {
  throw new WaymarkError(
    'UNKNOWN_CODE',
    `A condition asks for "${value}" in the column "${column}", where it never stands.`,
    didYouMean(
      value,
      categories,
      `What stands there: ${categories.slice(0, 12).join(', ')}${categories.length > 12 ? ', …' : ''}.`,
    ),
  );
}
