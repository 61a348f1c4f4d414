import type { CodebookChoice } from '../resolve-codebook.ts';

export interface AgreementOptions extends CodebookChoice {
  readonly input: string;
  readonly a: string;
  readonly b: string;
  readonly weight?: string;
  readonly order?: readonly string[];
  readonly confidence: number;
  readonly output?: string;
}
