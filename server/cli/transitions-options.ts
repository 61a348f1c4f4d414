import type { DesignOptions } from './design-options.ts';
import type { CodebookChoice } from './resolve-codebook.ts';

export interface TransitionsOptions extends DesignOptions, CodebookChoice {
  readonly input: string;
  readonly id?: string;
  readonly wave: string;
  readonly state: string;
  readonly order?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly crossSection?: true;
  readonly weightWave: 'from' | 'to';
  readonly output?: string;
}
