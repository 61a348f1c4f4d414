import type { Crosstab } from '../../contracts/table.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { evidenceOf } from './evidence.ts';
import { analyseTexts } from './messages.ts';
import { asTitle } from './variable-label.ts';

const pText = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toFixed(4)}`);

/** Whether the columns differ, first in words, then as a statistician prints it. */
export function EvidenceNote({ table, weighted }: { readonly table: Crosstab; readonly weighted: boolean }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const { pearson, raoScott, cramersV } = table.tests;
  const evidence = evidenceOf(table.tests, weighted);
  const figures: string[] = [];
  if (raoScott.statistic !== null)
    figures.push(
      t.raoScottFigures(
        format.coefficient(raoScott.statistic),
        format.coefficient(raoScott.numeratorDegreesOfFreedom),
        format.coefficient(raoScott.denominatorDegreesOfFreedom),
        raoScott.pValue === null ? '' : pText(raoScott.pValue),
      ),
    );
  if (pearson.statistic !== null && pearson.degreesOfFreedom !== null)
    figures.push(
      t.pearsonFigures(
        format.coefficient(pearson.statistic),
        format.count(pearson.degreesOfFreedom),
        pearson.pValue === null ? t.pearsonNotForWeights : pText(pearson.pValue),
      ),
    );
  if (cramersV !== null) figures.push(t.cramersV(format.coefficient(cramersV)));
  return (
    <section className="evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">
        {evidence.kind === 'tested' ? t.evidence[evidence.strength] : t.evidenceNotComputable}
      </h3>
      <p>
        {evidence.kind === 'tested'
          ? t.chance(evidence.pValue, asTitle(table.rows.label), asTitle(table.columns.label))
          : evidence.reason}
      </p>
      {!weighted && pearson.reason ? <p>{pearson.reason}</p> : null}
      <p className="quiet small figures">{figures.join(' · ')}</p>
    </section>
  );
}
