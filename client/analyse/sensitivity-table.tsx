import { useId } from 'react';
import type { Robustness } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { analyseTexts } from './messages.ts';
import { sensitivityRows, type ThresholdRow, type ThresholdStep } from './sensitivity-rows.ts';

/** What share changes archetype when one threshold moves: figures, with a small picture between the two sides. */
export function SensitivityTable({ rows }: { readonly rows: Robustness['sensitivity'] }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const titleId = useId();
  const { thresholds, steps, most01, strongest } = sensitivityRows(rows);
  if (thresholds.length === 0) return null;
  const scores: Readonly<Record<string, string>> = t.scores;
  const nameOf = (score: string): string => scores[score] ?? score;
  const lower = steps.filter((step) => step < 0);
  const higher = steps.filter((step) => step > 0);
  const cell = (row: ThresholdRow, step: number) => (
    <td key={step} className="number">
      {format.percent(row.steps.find(({ movedBy }) => movedBy === step)?.share ?? null)}
    </td>
  );
  return (
    <>
      <p className="prose">
        {t.sensitivityText}{' '}
        {strongest === null
          ? null
          : t.sensitivityStrongest(
              nameOf(strongest.score),
              format.count(strongest.threshold),
              format.signed(strongest.movedBy),
              format.percent(strongest.share),
            )}
      </p>
      <div className="table-frame" tabIndex={0} role="region" aria-labelledby={titleId}>
        <table className="listing sensitivity">
          <caption id={titleId}>{t.sensitivityTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.threshold}</th>
              {lower.map((step) => (
                <th key={step} scope="col" className="number">
                  {format.signed(step)}
                </th>
              ))}
              <td aria-hidden="true" />
              {higher.map((step) => (
                <th key={step} scope="col" className="number">
                  {format.signed(step)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {thresholds.map((row) => (
              <tr key={`${row.score} ${String(row.threshold)}`}>
                <th scope="row">
                  {nameOf(row.score)} {format.count(row.threshold)}
                </th>
                {lower.map((step) => cell(row, step))}
                <td className="diverging" aria-hidden="true">
                  <Diverging steps={row.steps} most01={most01} />
                </td>
                {higher.map((step) => cell(row, step))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** To the left what a lower threshold changes, to the right what a higher one does; the longer step is paler. */
function Diverging({ steps, most01 }: { readonly steps: readonly ThresholdStep[]; readonly most01: number }) {
  const far = [...steps].sort((one, other) => Math.abs(other.movedBy) - Math.abs(one.movedBy));
  const longest = Math.abs(far[0]?.movedBy ?? 0);
  return (
    <svg viewBox="-50 0 100 12" preserveAspectRatio="none">
      {far.map(({ movedBy, share }) => {
        const width = most01 > 0 ? ((share ?? 0) / most01) * 48 : 0;
        return (
          <rect
            key={movedBy}
            className={Math.abs(movedBy) === longest ? 'step-far' : 'step-near'}
            x={movedBy < 0 ? -width : 0}
            y={Math.abs(movedBy) === longest ? 1 : 3.5}
            width={width}
            height={Math.abs(movedBy) === longest ? 10 : 5}
          />
        );
      })}
      <rect className="step-zero" x="-0.4" y="0" width="0.8" height="12" />
    </svg>
  );
}
