import type { Crosstab } from '../../contracts/table.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { analyseTexts } from './messages.ts';
import { isSmallBase, SMALL_BASE } from './table-grid.ts';
import type { Shown } from './view-state.ts';

export interface ReadingNotesProps {
  readonly table: Crosstab;
  readonly shown: Shown;
}

/** How to read what the table shows, and by which methods it was made: only what this view needs. */
export function ReadingNotes({ table, shown }: ReadingNotesProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const { intervals, columnTests, suppression, columnBases } = table;
  const lines: string[] = [];
  if (shown === 'uncertain') {
    lines.push(t.samplingInWords(format.wholePercent(intervals.confidence)));
    lines.push(t.intervalMethod(t.intervalMethods[intervals.method]));
  }
  if (shown === 'standout') {
    lines.push(t.lettersLegend, t.marksLegend);
    lines.push(
      columnTests.reason ??
        t.comparedBy(
          columnTests.method.startsWith('two-proportion') ? t.compareMethods.pooled : t.compareMethods.design,
          t.corrections[columnTests.correction],
          columnTests.levels.map(format.wholePercent).join(', '),
        ),
    );
  }
  if (columnBases.some((base) => base.unweighted > 0 && isSmallBase(base)))
    lines.push(t.smallBaseNote(format.count(SMALL_BASE)));
  if (suppression !== undefined && suppression.primary + suppression.secondary > 0)
    lines.push(
      t.withheldNote(
        format.count(suppression.primary),
        format.count(suppression.secondary),
        format.count(suppression.minimumBase),
      ),
    );
  return lines.map((line) => (
    <p key={line} className="small prose">
      {line}
    </p>
  ));
}
