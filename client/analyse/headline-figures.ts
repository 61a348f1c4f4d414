import { NOT_CLASSIFIED, type Archetype } from '../../contracts/archetype.ts';
import type { Crosstab } from '../../contracts/table.ts';

interface Share {
  /** Respondents, unweighted. */
  readonly count: number;
  /** Of all respondents, placed or not; weighted where the table is. 0 where there are none. */
  readonly share01: number;
}

export interface HeadlineFigures {
  readonly respondents: number;
  readonly placed: number;
  readonly notClassified: Share;
  readonly shares: Readonly<Record<Archetype, Share>>;
}

/** The figures above everything: the "all" column of a table whose rows are the archetypes. */
export function headlineFigures(table: Crosstab, weighted: boolean): HeadlineFigures {
  const size = (base: Crosstab['base']): number => (weighted ? base.weighted : base.unweighted);
  const total = size(table.base);
  const shareOf = (code: string): Share => {
    const base = table.rowBases.find(({ category }) => category === code);
    if (!base) return { count: 0, share01: 0 };
    return { count: base.unweighted, share01: total > 0 ? size(base) / total : 0 };
  };
  const notClassified = shareOf(NOT_CLASSIFIED);
  return {
    respondents: table.base.unweighted,
    placed: table.base.unweighted - notClassified.count,
    notClassified,
    shares: {
      Nascent: shareOf('Nascent'),
      Experimenter: shareOf('Experimenter'),
      Emerger: shareOf('Emerger'),
      Enabled: shareOf('Enabled'),
    },
  };
}
