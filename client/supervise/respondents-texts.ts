import type { CaseOutcome } from '../../contracts/work.ts';

/** Parts of the picture: what came of the cases, in five groups. */
export const CASE_GROUPS = ['done', 'refused', 'notMet', 'notOurs', 'none'] as const;
export type CaseGroup = (typeof CASE_GROUPS)[number];

export interface RespondentsTexts {
  readonly title: string;
  readonly text: string;
  readonly loading: string;
  readonly noStudies: string;
  readonly study: string;
  readonly rates: string;
  readonly picture: string;
  readonly groups: Readonly<Record<CaseGroup, string>>;
  readonly ratesTable: string;
  readonly branch: string;
  readonly overall: string;
  readonly cases: string;
  readonly rateNames: Readonly<Record<'RR1' | 'RR3' | 'COOP1' | 'REF1' | 'CON1', string>>;
  readonly rateNote: string;
  readonly onTheSpot: (interviews: string, visits: string) => string;
  readonly upload: string;
  readonly uploadText: string;
  readonly file: string;
  readonly wave: string;
  readonly noWave: string;
  readonly send: string;
  readonly sending: string;
  readonly uploaded: (added: string, updated: string) => string;
  /** Names of columns. */
  readonly leftAside: (columns: string) => string;
  readonly list: string;
  readonly none: string;
  readonly nothingFits: string;
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly notes: string;
  readonly tablet: string;
  readonly anyTablet: string;
  readonly outcome: string;
  readonly notYet: string;
  readonly attempts: string;
  readonly callBack: string;
  readonly all: string;
  readonly idContains: string;
  readonly outcomes: Readonly<Record<CaseOutcome, string>>;
  readonly choose: string;
  readonly chooseNamed: (id: string) => string;
  readonly choosePage: string;
  readonly chosen: (count: string) => string;
  readonly giveTo: string;
  readonly give: string;
  readonly given: string;
  readonly showNames: string;
  readonly namesNote: string;
  readonly shown: (from: string, to: string, total: string) => string;
  readonly before: string;
  readonly next: string;
  readonly csv: string;
  readonly csvWithNames: string;
}
