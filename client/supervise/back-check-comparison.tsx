import { localize } from '../../contracts/language.ts';
import type { BackCheckComparison, KappaOrReason } from '../../contracts/back-check-report.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Banner } from '../ui/banner.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { backCheckTexts } from './back-check-messages.ts';

type Comparison = BackCheckComparison;

/** How interviews and their back-checks compare: enumerators, the doubtful first, questions, archetypes. */
export function BackCheckComparisonSection({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const { segments, pairs, denied } = comparison;
  return (
    <section className="stack" aria-labelledby="comparison-title">
      <h2 id="comparison-title">{t.comparison}</h2>
      {pairs + denied === 0 ? (
        <Banner tone="note">{t.nothing}</Banner>
      ) : (
        <>
          <AgreementPicture comparison={comparison} />
          <EnumeratorTable comparison={comparison} />
          <ItemTable comparison={comparison} />
          <div className="card stack">
            <h3>{t.segments}</h3>
            <p>
              {t.corrected(format.count(segments.corrected.agree), format.count(segments.corrected.compared))}
            </p>
            <p>
              {t.alone(
                format.count(segments.alone.agree),
                format.count(segments.alone.compared),
                format.count(segments.itemsAsked),
                format.count(segments.itemsNeeded),
              )}
            </p>
          </div>
        </>
      )}
    </section>
  );
}

function AgreementPicture({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const known = comparison.enumerators.flatMap(({ agreement01, ...rest }) =>
    agreement01 === null ? [] : [{ ...rest, agreement01 }],
  );
  if (known.length === 0) return null;
  return (
    <figure className="card stack branch-figure">
      <figcaption>{t.picture}</figcaption>
      <div className="branch-progress">
        {known.map(({ enumerator, agreement01, interval }) => [
          <span key={`${enumerator} name`}>{enumerator === '' ? '–' : enumerator}</span>,
          <svg
            key={`${enumerator} bar`}
            role="img"
            aria-label={`${enumerator}: ${format.wholePercent(agreement01)}`}
          >
            <rect className="progress-track" width="100%" height="100%" />
            <rect className="progress-done" y="25%" width={`${agreement01 * 100}%`} height="50%" />
            {interval
              ? ['progress-halo', 'progress-expected'].map((line) => (
                  <line
                    key={line}
                    className={line}
                    x1={`${interval[0] * 100}%`}
                    x2={`${interval[1] * 100}%`}
                    y1="50%"
                    y2="50%"
                  />
                ))
              : null}
          </svg>,
          <span key={`${enumerator} share`} className="number">
            {format.wholePercent(agreement01)}
          </span>,
        ])}
      </div>
    </figure>
  );
}

function useKappaWords(): (kappa: KappaOrReason | null) => string {
  const t = useTexts(backCheckTexts);
  const reasons = { 'few-pairs': t.few, 'one-category': t.same, 'not-coded': t.notCoded } as const;
  return (kappa) => {
    if (kappa === null) return '–';
    if (!kappa.isKnown) return reasons[kappa.reason];
    const { value, interval } = kappa;
    const range = interval ? ` (${interval[0].toFixed(2)} – ${interval[1].toFixed(2)})` : '';
    return `${value.toFixed(2)}${range}`;
  };
}

function EnumeratorTable({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts(backCheckTexts);
  const format = useFormat();
  const kappa = useKappaWords();
  return (
    <ListingTable
      label={t.interviewer}
      heads={[
        t.interviewer,
        ...[t.pairs, t.denied, t.agreement, t.differ, t.oneMissing, t.kappa].map((number) => ({ number })),
      ]}
    >
      {comparison.enumerators.map((one) => (
        <tr key={one.enumerator} className={one.isDoubtful ? 'differs' : undefined}>
          <th scope="row">
            {one.enumerator === '' ? '–' : one.enumerator}
            {one.isDoubtful ? <strong> · {t.doubtful}</strong> : null}
          </th>
          <td className="number">{format.count(one.pairs)}</td>
          <td className="number">{format.count(one.denied)}</td>
          <td className="number">{one.agreement01 === null ? '–' : format.wholePercent(one.agreement01)}</td>
          <td className="number">{format.count(one.differ)}</td>
          <td className="number">{format.count(one.oneMissing)}</td>
          <td className="number">{kappa(one.pooledKappa)}</td>
        </tr>
      ))}
    </ListingTable>
  );
}

function ItemTable({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts(backCheckTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const kappa = useKappaWords();
  return (
    <ListingTable
      label={t.question}
      className="answers"
      heads={[
        t.question,
        ...[t.agreement, t.differ, t.oneMissing, t.kappa, t.weighted].map((number) => ({ number })),
      ]}
    >
      {comparison.items.map((one) => (
        <tr key={one.item}>
          <th scope="row">{localize(one.label, language)}</th>
          <td className="number">{one.agreement01 === null ? '–' : format.wholePercent(one.agreement01)}</td>
          <td className="number">{format.count(one.differ)}</td>
          <td className="number">{format.count(one.oneMissing)}</td>
          <td className="number">{kappa(one.kappa)}</td>
          <td className="number">{kappa(one.weightedKappa)}</td>
        </tr>
      ))}
    </ListingTable>
  );
}
