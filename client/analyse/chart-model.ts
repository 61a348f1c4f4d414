import { NOT_CLASSIFIED, ARCHETYPES } from '../../contracts/archetype.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { isArchetypeScale } from './labelled-crosstab.ts';

export interface ChartPart {
  readonly code: string;
  readonly label: string;
  /** Custom properties of `tokens.css` or literal colours. */
  readonly fill: string;
  readonly ink: string;
}

export interface ChartBar {
  readonly code: string;
  readonly label: string;
  readonly respondents: number;
  /** Share (0–1) of each part, in the order of `parts`; null where the bar's base is empty or the cell is withheld. */
  readonly shares: readonly (number | null)[];
}

/** Bars that each add up to 100 %. */
export interface ChartModel {
  /** Label of the variable whose categories are the parts. */
  readonly partsLabel: string;
  readonly barsLabel: string;
  readonly parts: readonly ChartPart[];
  readonly bars: readonly ChartBar[];
}

/** Code of the last bar, of everyone together; no category's code starts with a blank. */
const ALL_BARS = ' all';

/** More parts than this cannot be told apart in a bar; the table shows them instead. */
const MOST_PARTS = 8;
const LIGHT = [222, 231, 233] as const;
const DARK = [28, 68, 84] as const;

/**
 * The picture of a table: one bar per column, split by row; or per row, split by column, where row
 * percentages are asked for; and one of everyone, to compare with. Null where there would be too many parts to tell apart.
 */
export function chartModel(
  table: Crosstab,
  by: 'column' | 'row',
  { allLabel, weighted }: { readonly allLabel: string; readonly weighted: boolean },
): ChartModel | null {
  const [parts, bars, partBases, barBases] =
    by === 'column'
      ? [table.rows, table.columns, table.rowBases, table.columnBases]
      : [table.columns, table.rows, table.columnBases, table.rowBases];
  if (parts.categories.length > MOST_PARTS) return null;
  const width = table.columns.categories.length;
  const size = (base: Crosstab['base']): number => (weighted ? base.weighted : base.unweighted);
  const total = size(table.base);
  const all: ChartBar = {
    code: ALL_BARS,
    label: allLabel,
    respondents: table.base.unweighted,
    shares: partBases.map((base) => (total > 0 ? size(base) / total : null)),
  };
  return {
    partsLabel: parts.label,
    barsLabel: bars.label,
    parts: partsOf(parts),
    bars: [
      ...bars.categories.map(({ code, label }, bar) => ({
        code,
        label,
        respondents: barBases[bar]?.unweighted ?? 0,
        shares: parts.categories.map((_, part) =>
          by === 'column'
            ? (table.cells[part * width + bar]?.columnProportion ?? null)
            : (table.cells[bar * width + part]?.rowProportion ?? null),
        ),
      })),
      all,
    ],
  };
}

/** Categories with their colours: the archetypes' own, or steps of a quiet hue. */
export function partsOf({ categories, ...axis }: Crosstab['rows']): ChartPart[] {
  const isScale = isArchetypeScale({ ...axis, categories });
  return categories.map(({ code, label }, index) => ({
    code,
    label,
    ...(isScale ? archetypeColours(code) : rampColours(index, categories.length)),
  }));
}

function archetypeColours(code: string): { fill: string; ink: string } {
  const step =
    code === NOT_CLASSIFIED ? 'none' : String(ARCHETYPES.findIndex((archetype) => archetype === code) + 1);
  return { fill: `--archetype-${step}`, ink: `--archetype-${step}-text` };
}

/** Steps of one quiet hue, unlike the archetype scale, so that the two are never mistaken for each other. */
function rampColours(index: number, count: number): { fill: string; ink: string } {
  const place01 = count === 1 ? 0.5 : index / (count - 1);
  const channels = LIGHT.map((from, i) => Math.round(from + ((DARK[i] ?? 0) - from) * place01));
  return { fill: `rgb(${channels.join(' ')})`, ink: place01 > 0.5 ? '#ffffff' : '#1a2126' };
}
