import { ARCHETYPES, archetypeRank, type Archetype } from '../../contracts/archetype.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { hasUnequalWeights } from './has-unequal-weights.ts';
import { headlineFigures } from './headline-figures.ts';
import { analyseTexts } from './messages.ts';

export interface HeadlineProps {
  /** Archetype by branch, of which only the "all" column is told here: so headline and table agree. */
  readonly table: Crosstab;
  readonly weighted: boolean;
}

const colourClass = (archetype: Archetype): string => `archetype-${String(archetypeRank(archetype) + 1)}`;

/** How many, and how they fall into the four archetypes: the first thing anyone sees. */
export function Headline({ table, weighted }: HeadlineProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const { respondents, placed, notClassified, shares } = headlineFigures(table, weighted);
  const total = format.count(respondents);
  const uneven = weighted && hasUnequalWeights(table.base);
  return (
    <section className="card stack" aria-labelledby="headline-title">
      <h2 id="headline-title">{t.headline}</h2>
      <dl className="figures-row">
        <Figure label={t.respondents} value={total} />
        <Figure label={t.placed} value={format.count(placed)} />
        <Figure label={t.notClassified} value={format.count(notClassified.count)} />
        {uneven ? <Figure label={t.baseEffective} value={format.decimal(table.base.effective)} /> : null}
      </dl>
      <div className="strip" aria-hidden="true">
        {ARCHETYPES.map((archetype) => (
          <div
            key={archetype}
            className={`strip-part ${colourClass(archetype)}`}
            style={{ flexGrow: shares[archetype].share01 }}
          >
            {shares[archetype].share01 >= 0.06 ? format.wholePercent(shares[archetype].share01) : ''}
          </div>
        ))}
        {notClassified.count === 0 ? null : (
          <div className="strip-part archetype-none" style={{ flexGrow: notClassified.share01 }} />
        )}
      </div>
      <ol className="archetypes">
        {ARCHETYPES.map((archetype) => (
          <li key={archetype} className="archetype-card">
            <span className={`archetype-name ${colourClass(archetype)}`}>{t.archetypes[archetype]}</span>
            <span className="big-number">{format.percent(shares[archetype].share01)}</span>
            <span>
              {uneven
                ? t.countUnweighted(format.count(shares[archetype].count))
                : t.countOf(format.count(shares[archetype].count), total)}
            </span>
            <span className="quiet small">{t.meanings[archetype]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="figure">
      <dt className="quiet">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
