import { archetypeRank } from '../../contracts/archetype.ts';
import type { SegmentationSummary } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { analyseTexts } from './messages.ts';

/** How many, and how they fall into the four archetypes: the first thing anyone sees. */
export function Headline({ segmentation }: { readonly segmentation: SegmentationSummary }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const placed = segmentation.respondents - segmentation.notClassified;
  return (
    <section className="card stack" aria-labelledby="headline-title">
      <h2 id="headline-title">{t.headline}</h2>
      <dl className="figures-row">
        <Figure label={t.respondents} value={format.count(segmentation.respondents)} />
        <Figure label={t.placed} value={format.count(placed)} />
        <Figure label={t.notClassified} value={format.count(segmentation.notClassified)} />
      </dl>
      <div className="strip" aria-hidden="true">
        {segmentation.shares.map(({ archetype, share01 }) => (
          <div
            key={archetype}
            className={`strip-part archetype-${String(archetypeRank(archetype) + 1)}`}
            style={{ flexGrow: share01 }}
          >
            {share01 >= 0.06 ? format.wholePercent(share01) : ''}
          </div>
        ))}
      </div>
      <ol className="archetypes">
        {segmentation.shares.map(({ archetype, count, share01 }) => (
          <li key={archetype} className="archetype-card">
            <span className={`archetype-name archetype-${String(archetypeRank(archetype) + 1)}`}>
              {t.archetypes[archetype]}
            </span>
            <span className="big-number">{format.percent(share01)}</span>
            <span>{t.countOf(format.count(count), format.count(placed))}</span>
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
