import type { Standardisation } from '../../../scoring/cluster/standardise.ts';
import type { CodebookChoice } from '../resolve-codebook.ts';

export interface ClusterOptions extends CodebookChoice {
  readonly input: string;
  readonly variables: readonly string[];
  readonly k: readonly number[];
  readonly weight?: string;
  readonly standardize: Standardisation;
  readonly seed: number;
  readonly restarts: number;
  readonly assignments?: string;
  readonly id?: string;
  readonly output?: string;
}
