import { useTexts } from '../i18n/language-context.tsx';
import { useFormat, type Format } from '../i18n/use-format.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { analyseTexts } from './messages.ts';
import type { AnalyseTexts } from './messages-en.ts';
import { tableGrid, type GridCell } from './table-grid.ts';
import { asTitle } from './variable-label.ts';
import type { Shown } from './view-state.ts';

export interface CrosstabTableProps {
  readonly id: string;
  readonly table: Crosstab;
  readonly shown: Shown;
  readonly weighted: boolean;
}

/** Under this effective base a percentage says little. Waymark's own limit. */
const SMALL_BASE = 30;

/** The table: what was asked for in each cell, what stands out, and every column's bases. */
export function CrosstabTable({ id, table, shown, weighted }: CrosstabTableProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const grid = tableGrid(table, shown, weighted);
  const number = numberFormat(shown, weighted, format);
  const hasAll = shown !== 'residual';
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t.tableRegion}>
      <table id={id} className="crosstab">
        <caption>
          {t.caption(asTitle(table.rows.label), asTitle(table.columns.label))}{' '}
          <span className="quiet">{t.shownNote[shown]}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{table.rows.label}</th>
            {table.columns.categories.map(({ code, label }) => (
              <th key={code} scope="col" className="number">
                {label}
              </th>
            ))}
            {hasAll ? (
              <th scope="col" className="number all">
                {t.all}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <Cell key={cell.key} cell={cell} text={number(cell.value)} t={t} />
              ))}
              {hasAll ? <td className="number all">{number(row.all)}</td> : null}
            </tr>
          ))}
          {grid.total ? (
            <tr className="total">
              <th scope="row">{t.all}</th>
              {grid.total.cells.map((value, index) => (
                <td key={table.columns.categories[index]?.code} className="number">
                  {number(value)}
                </td>
              ))}
              <td className="number all">{number(grid.total.all)}</td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <BaseRow
            label={t.baseUnweighted}
            table={table}
            hasAll={hasAll}
            text={(base) => format.count(base.unweighted)}
          />
          {weighted ? (
            <>
              <BaseRow
                label={t.baseWeighted}
                table={table}
                hasAll={hasAll}
                text={(base) => format.decimal(base.weighted)}
              />
              <BaseRow
                label={t.baseEffective}
                table={table}
                hasAll={hasAll}
                text={(base) =>
                  base.effective < SMALL_BASE
                    ? t.smallBase(format.decimal(base.effective))
                    : format.decimal(base.effective)
                }
              />
            </>
          ) : null}
        </tfoot>
      </table>
    </div>
  );
}

function Cell({
  cell,
  text,
  t,
}: {
  readonly cell: GridCell;
  readonly text: string;
  readonly t: AnalyseTexts;
}) {
  if (cell.mark === null) return <td className="number">{text}</td>;
  return (
    <td className={`number mark-${cell.mark}`}>
      {text}
      <span className="mark" aria-hidden="true">
        {cell.mark === 'more' ? '▲' : '▼'}
      </span>
      <span className="visually-hidden">{t.marks[cell.mark]}</span>
    </td>
  );
}

interface BaseRowProps {
  readonly label: string;
  readonly table: Crosstab;
  readonly hasAll: boolean;
  readonly text: (base: Crosstab['base']) => string;
}

function BaseRow({ label, table, hasAll, text }: BaseRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {table.columnBases.map((base) => (
        <td key={base.category} className="number">
          {text(base)}
        </td>
      ))}
      {hasAll ? <td className="number all">{text(table.base)}</td> : null}
    </tr>
  );
}

function numberFormat(shown: Shown, weighted: boolean, format: Format): (value: number | null) => string {
  switch (shown) {
    case 'column':
    case 'row':
      return format.percent;
    case 'residual':
      return format.signed;
    case 'count':
      return (value) => (value === null ? '–' : weighted ? format.decimal(value) : format.count(value));
  }
}
