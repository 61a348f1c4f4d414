import { useId } from 'react';
import type { Robustness as RobustnessResult } from '../../contracts/api.ts';
import { archetypeRank } from '../../contracts/archetype.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { Button } from '../ui/button.tsx';
import { analyseTexts } from './messages.ts';
import { SensitivityTable } from './sensitivity-table.tsx';
import { useRobustness } from './use-robustness.ts';

/** How firm the segments are: worked out when asked for, because it takes seconds. */
export function Robustness({ studyId }: { readonly studyId: string }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const [known, start] = useRobustness(studyId);
  return (
    <section className="stack robustness" aria-labelledby="firm-title">
      <h3 id="firm-title">{t.firmTitle}</h3>
      {known.state === 'failed' ? <FailureBanner failure={known.failure} onRetry={start} /> : null}
      {known.state === 'none' ? (
        <div className="row">
          <Button onPress={start}>{t.firmCheck}</Button>
          <p className="quiet small prose">{t.firmCheckNote}</p>
        </div>
      ) : null}
      {known.state === 'computing' ? (
        <div className="stack">
          <p role="status">{t.firmComputing}</p>
          <progress
            className="progress"
            max={1}
            value={known.progress01}
            aria-label={t.firmProgress(format.wholePercent(known.progress01))}
          />
        </div>
      ) : null}
      {known.state === 'ready' ? <Result robustness={known.robustness} /> : null}
    </section>
  );
}

function Result({ robustness: { stability, sensitivity } }: { readonly robustness: RobustnessResult }) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const titleId = useId();
  return (
    <>
      <p className="prose">{t.stabilityText(format.count(stability.draws))}</p>
      {stability.clusters.length === 0 ? (
        <p>{stability.reason}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-labelledby={titleId}>
          <table className="listing">
            <caption id={titleId}>{t.stabilityTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{t.cluster}</th>
                <th scope="col" className="number">
                  {t.foundAgain}
                </th>
                <th scope="col">{t.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {stability.clusters.map(({ archetype, jaccard, word }, index) => (
                <tr key={archetype ?? index}>
                  <th scope="row">
                    {archetype === null ? (
                      t.clusterNumber(format.count(index + 1))
                    ) : (
                      <span className={`archetype-name archetype-${String(archetypeRank(archetype) + 1)}`}>
                        {t.archetypes[archetype]}
                      </span>
                    )}
                  </th>
                  <td className="number">{format.coefficient(jaccard)}</td>
                  <td>{word === null ? t.neverMet : t.stabilityWords[word]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SensitivityTable rows={sensitivity} />
    </>
  );
}
