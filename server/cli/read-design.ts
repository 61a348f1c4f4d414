import { createDesign } from '../../scoring/design/create-design.ts';
import type { DesignColumns } from '../../scoring/design/survey-design.ts';
import type { SurveyDesign } from '../../scoring/design/survey-design.ts';
import type { ColumnsRequest, FileColumns } from '../imports/read-columns.ts';
import type { DesignOptions } from './design-options.ts';

/** What a design needs of a file, in the words of `readColumns`. Spread it, and join its lists with your own. */
export interface DesignRequest {
  readonly weight?: string;
  readonly keys: readonly string[];
  readonly numeric: readonly string[];
}

export interface DesignOfFile {
  /** Its rows are the rows of the file, so indices stay as they are. */
  readonly design: SurveyDesign;
  /** Rows the design leaves out (weight 0 or blank), and why: for "excluded". */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * The columns that the design options name.
 *
 * Example: `readColumns(withDesign({ path, codebook, coded: ['branch'] }, options))`.
 */
export function designRequest(options: DesignOptions): DesignRequest {
  const { weight, strata, psu, fpc } = options;
  return {
    ...(weight === undefined ? {} : { weight }),
    keys: [strata, psu].filter((name) => name !== undefined),
    numeric: [fpc].filter((name) => name !== undefined),
  };
}

/** A request of your own, joined with what the design needs. */
export function withDesign(request: ColumnsRequest, options: DesignOptions): ColumnsRequest {
  const { keys, numeric, ...weight } = designRequest(options);
  return {
    ...request,
    ...weight,
    keys: [...(request.keys ?? []), ...keys],
    numeric: [...(request.numeric ?? []), ...numeric],
  };
}

/**
 * The design of a file that was read with `withDesign`. Rows without weight keep their place with weight
 * 0: skip them where you count respondents. Throws what `createDesign` throws.
 */
export function designFrom(columns: FileColumns, options: DesignOptions): DesignOfFile {
  const { weight } = options;
  const design = createDesign(designColumns(columns, options));
  const without = design.size - design.respondents;
  return {
    design,
    excluded: without === 0 ? [] : [{ reason: `${weight ?? ''}: no weight`, count: without }],
  };
}

/** The columns of a file that make its design, for who needs the design of some of its rows. */
export function designColumns(columns: FileColumns, options: DesignOptions): DesignColumns {
  const { strata, psu, fpc, lonelyPsu } = options;
  const stratum = strata === undefined ? undefined : columns.keys(strata);
  const unit = psu === undefined ? undefined : columns.keys(psu);
  return {
    size: columns.size,
    ...(columns.weights === null ? {} : { weights: columns.weights }),
    ...(stratum === undefined ? {} : { strata: stratum.indices }),
    ...(unit === undefined ? {} : { psu: unit.indices }),
    ...(fpc === undefined ? {} : { fpc: columns.numeric(fpc) }),
    ...(lonelyPsu === undefined ? {} : { lonelyPsu }),
    names: {
      ...(stratum === undefined ? {} : { strata: stratum.names }),
      ...(unit === undefined ? {} : { psu: unit.names }),
    },
  };
}
