import { useState } from 'react';
import type { SegmentationSummary } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { api } from '../session/api.ts';
import { failureOf, type ApiFailure } from '../session/api-error.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { analyseTexts } from './messages.ts';
import { Robustness } from './robustness.tsx';

export interface HowMadeProps {
  readonly segmentation: SegmentationSummary;
  readonly mayRecompute: boolean;
  readonly onRecomputed: () => void;
}

type Recompute =
  { readonly state: 'idle' | 'running' } | { readonly state: 'failed'; readonly failure: ApiFailure };

/** How the segments came about, how far rules and clusters agree, and computing them again. */
export function HowMade({ segmentation, mayRecompute, onRecomputed }: HowMadeProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const [recompute, setRecompute] = useState<Recompute>({ state: 'idle' });
  const { agreement } = segmentation;

  const run = async (): Promise<void> => {
    setRecompute({ state: 'running' });
    try {
      await api.recompute(segmentation.studyId, segmentation.seed);
      setRecompute({ state: 'idle' });
      onRecomputed();
    } catch (thrown) {
      setRecompute({ state: 'failed', failure: failureOf(thrown) });
    }
  };

  const facts: readonly (readonly [string, string])[] = [
    [
      t.agree,
      agreement.agree01 === null
        ? '–'
        : t.agreeOf(format.percent(agreement.agree01), format.count(agreement.compared)),
    ],
    [t.kappa, format.coefficient(agreement.kappa)],
    [t.weightedKappa, format.coefficient(agreement.weightedKappa)],
    [t.adjustedRand, format.coefficient(agreement.adjustedRandIndex)],
    [t.moved, format.count(agreement.moved)],
    [t.disagreements, format.count(agreement.disagreements)],
    [t.tabletDifferences, format.count(segmentation.tabletDifferences)],
    [t.instrument, `${segmentation.instrument.name} ${segmentation.instrument.version}`],
    [t.model, segmentation.modelVersion],
    [t.seed, String(segmentation.seed)],
    [t.computed, format.date(segmentation.computedAt)],
    [t.dataVersion, segmentation.dataVersion.slice(0, 12)],
    [t.resultHash, segmentation.resultHash.slice(0, 12)],
  ];

  return (
    <section className="card stack" aria-labelledby="how-title">
      <h2 id="how-title">{t.howTitle}</h2>
      <p className="prose">{t.howText}</p>
      <p className="prose">{t.ownThresholds}</p>
      {segmentation.clusterRefusal === null ? null : (
        <Banner tone="warn">
          {t.clusterRefusal} {segmentation.clusterRefusal}
        </Banner>
      )}
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Robustness key={segmentation.resultHash} studyId={segmentation.studyId} />
      {recompute.state === 'failed' ? <FailureBanner failure={recompute.failure} /> : null}
      {mayRecompute ? (
        <div className="row">
          <Button isDisabled={recompute.state === 'running'} onPress={() => void run()}>
            {recompute.state === 'running' ? t.recomputing : t.recompute}
          </Button>
          <p className="quiet small prose">{t.recomputeNote}</p>
        </div>
      ) : null}
    </section>
  );
}
