import { useTexts } from '../i18n/language-context.tsx';
import { useFormat, type Format } from '../i18n/use-format.ts';
import { marginOf } from './margin-of.ts';
import { analyseTexts } from './messages.ts';
import type { AnalyseTexts } from './messages-en.ts';
import type { GridCell } from './table-grid.ts';
import type { Shown } from './view-state.ts';

export interface GridCellViewProps {
  readonly cell: GridCell;
  readonly shown: Shown;
  /** The number, as it is written. */
  readonly text: string;
  /** Whether so few stand behind the column that the number says little. */
  readonly isSmall: boolean;
  /** Right end of the interval bars, 0–1: the same in every cell. */
  readonly scale01: number;
}

/** One number of the table, with what was asked to be seen of it. Signs are said in words as well. */
export function GridCellView({ cell, shown, text, isSmall, scale01 }: GridCellViewProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  if (cell.withheld !== null)
    return (
      <td className="number withheld" title={t.withheldWhy[cell.withheld]}>
        {t.withheld}
        <span className="visually-hidden">: {t.withheldWhy[cell.withheld]}</span>
      </td>
    );
  const small = isSmall ? ' small-base' : '';
  if (shown === 'uncertain' && cell.value !== null)
    return (
      <td className={`number uncertain${small}`}>
        {text} <span className="margin">{marginText(cell, t, format)}</span>
        <IntervalBar cell={cell} scale01={scale01} />
      </td>
    );
  if (shown !== 'standout') return <td className={`number${small}`}>{text}</td>;
  const { mark, moreThan } = cell;
  return (
    <td className={`number standout${small}${mark === null ? '' : ` mark-${mark}`}`}>
      {text}
      {mark === null ? null : (
        <>
          <span className="mark" aria-hidden="true">
            {mark === 'more' ? '▲' : '▼'}
          </span>
          <span className="visually-hidden"> {t.marks[mark]}</span>
        </>
      )}
      {moreThan.length === 0 ? null : (
        <>
          <span className="letters" aria-hidden="true">
            &gt; {moreThan.map(({ letter }) => letter).join(' ')}
          </span>
          <span className="visually-hidden">
            {' '}
            {t.moreThan(moreThan.map(({ label }) => label).join(', '))}
          </span>
        </>
      )}
    </td>
  );
}

function marginText({ value, interval }: GridCell, t: AnalyseTexts, format: Format): string {
  if (value === null || interval === null) return t.noMargin;
  const margin = marginOf(value, interval);
  return margin.kind === 'around'
    ? `±${format.count(margin.points)}`
    : t.marginRange(format.count(margin.from), format.count(margin.to));
}

/** The interval as a line, on the scale of all cells. The margin beside it says the same in figures. */
function IntervalBar({ cell, scale01 }: Pick<GridCellViewProps, 'cell' | 'scale01'>) {
  const { value, interval } = cell;
  if (value === null || interval === null) return null;
  const x = (share01: number): number => (share01 / scale01) * 100;
  return (
    <svg className="interval-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="interval-track" x="0" y="2.5" width="100" height="1" />
      <rect
        className="interval-range"
        x={x(interval[0])}
        y="1.5"
        width={Math.max(1, x(interval[1]) - x(interval[0]))}
        height="3"
      />
      <rect className="interval-point" x={x(value) - 0.9} y="0" width="1.8" height="6" />
    </svg>
  );
}
