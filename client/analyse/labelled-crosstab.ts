import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Crosstab } from '../../contracts/table.ts';
import type { AnalyseTexts } from './messages-en.ts';

type Axis = Crosstab['rows'];

/** Whether an axis is the archetype scale, so that it is drawn in the archetypes' colours. */
export const isArchetypeScale = (axis: Axis): boolean =>
  axis.categories.length > 0 &&
  axis.categories.every(({ code }) => code === NOT_CLASSIFIED || ARCHETYPES.some((name) => name === code));

/**
 * The same table for the screen: archetypes and Waymark's own variables in the reader's language, and
 * without a "not classified" category that holds no one. No number changes.
 */
export function labelledCrosstab(table: Crosstab, t: AnalyseTexts): Crosstab {
  const rows = labelledAxis(table.rows, table.rowBases, t);
  const columns = labelledAxis(table.columns, table.columnBases, t);
  const kept = (axis: Axis, code: string): boolean => axis.categories.some((entry) => entry.code === code);
  return {
    ...table,
    rows,
    columns,
    cells: table.cells.filter((cell) => kept(rows, cell.row) && kept(columns, cell.column)),
    rowBases: table.rowBases.filter((base) => kept(rows, base.category)),
    columnBases: table.columnBases.filter((base) => kept(columns, base.category)),
  };
}

function labelledAxis(axis: Axis, bases: Crosstab['rowBases'], t: AnalyseTexts): Axis {
  const names: Readonly<Record<string, string>> = t.archetypes;
  const variables: Readonly<Record<string, string>> = t.ownVariables;
  const translate = isArchetypeScale(axis);
  const isEmpty = (code: string): boolean =>
    bases.some((base) => base.category === code && base.unweighted === 0);
  return {
    ...axis,
    label: variables[axis.variable] ?? axis.label,
    categories: axis.categories
      .filter(({ code }) => !(code === NOT_CLASSIFIED && isEmpty(code)))
      .map((category) => ({
        ...category,
        label: translate ? (names[category.code] ?? category.label) : category.label,
      })),
  };
}
