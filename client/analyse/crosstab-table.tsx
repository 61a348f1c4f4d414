import { useTexts } from '../i18n/language-context.tsx';
import { useFormat, type Format } from '../i18n/use-format.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { analyseTexts } from './messages.ts';
import { GridCellView } from './grid-cell.tsx';
import { isSmallBase, tableGrid } from './table-grid.ts';
import { asTitle } from './variable-label.ts';
import type { Shown } from './view-state.ts';

export interface CrosstabTableProps {
  readonly id: string;
  readonly table: Crosstab;
  readonly shown: Shown;
  readonly weighted: boolean;
}

/** The table: what was asked for in each cell, what stands out, and every column's bases. */
export function CrosstabTable({ id, table, shown, weighted }: CrosstabTableProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const grid = tableGrid(table, shown, weighted);
  const number = numberFormat(shown, weighted, format);
  const scale01 = Math.max(0.1, ...table.cells.map((cell) => cell.interval?.[1] ?? 0));
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
            {table.columns.categories.map(({ code, label, letter }) => (
              <th key={code} scope="col" className="number">
                {label}
                {shown === 'standout' ? <span className="letter">{letter}</span> : null}
              </th>
            ))}
            <th scope="col" className="number all">
              {t.all}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, column) => (
                <GridCellView
                  key={cell.key}
                  cell={cell}
                  shown={shown}
                  text={number(cell.value)}
                  isSmall={grid.isSmall[column] ?? false}
                  scale01={scale01}
                />
              ))}
              <td className="number all">{number(row.all)}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t.all}</th>
            {grid.total.cells.map((value, index) => (
              <td key={table.columns.categories[index]?.code} className="number">
                {number(value)}
              </td>
            ))}
            <td className="number all">{number(grid.total.all)}</td>
          </tr>
        </tbody>
        <tfoot>
          <BaseRow
            label={t.baseUnweighted}
            table={table}
            text={(base) =>
              !weighted && isSmallBase(base)
                ? t.smallBase(format.count(base.unweighted))
                : format.count(base.unweighted)
            }
          />
          {weighted ? (
            <>
              <BaseRow label={t.baseWeighted} table={table} text={(base) => format.decimal(base.weighted)} />
              <BaseRow
                label={t.baseEffective}
                table={table}
                text={(base) =>
                  isSmallBase(base)
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

interface BaseRowProps {
  readonly label: string;
  readonly table: Crosstab;
  readonly text: (base: Crosstab['base']) => string;
}

function BaseRow({ label, table, text }: BaseRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {table.columnBases.map((base) => (
        <td key={base.category} className="number">
          {text(base)}
        </td>
      ))}
      <td className="number all">{text(table.base)}</td>
    </tr>
  );
}

function numberFormat(shown: Shown, weighted: boolean, format: Format): (value: number | null) => string {
  switch (shown) {
    case 'column':
    case 'standout':
    case 'row':
      return format.percent;
    case 'uncertain':
      return (value) => (value === null ? '–' : format.wholePercent(value));
    case 'count':
      return (value) => (value === null ? '–' : weighted ? format.decimal(value) : format.count(value));
  }
}
