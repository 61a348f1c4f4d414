import type { ResponseRates } from '../../contracts/response-rates.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { caseGroups } from './case-groups.ts';
import { respondentsTexts } from './respondents-messages.ts';
import { CASE_GROUPS } from './respondents-texts.ts';

const RATES = ['RR1', 'RR3', 'COOP1', 'REF1', 'CON1'] as const;

/** What came of the people on the list: a bar per branch, and the rates by AAPOR's names. */
export function RatesSection({ rates }: { readonly rates: ResponseRates }) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const branches = rates.branches.filter(({ cases }) => cases > 0);
  const rows = [
    ...branches,
    ...(branches.length > 1 ? [{ ...rates.overall, code: '', name: t.overall }] : []),
  ];
  return (
    <section className="card stack" aria-labelledby="rates-title">
      <h2 id="rates-title">{t.rates}</h2>
      <figure className="branch-figure stack">
        <figcaption>{t.picture}</figcaption>
        <ul className="case-legend">
          {CASE_GROUPS.map((group) => (
            <li key={group}>
              <span className="case-swatch" data-group={group} aria-hidden="true" />
              {t.groups[group]}
            </li>
          ))}
        </ul>
        <div className="branch-progress">
          {branches.map(({ code, name, cases, outcomes }) => {
            const groups = caseGroups(outcomes);
            const words = CASE_GROUPS.map((group) => `${t.groups[group]} ${format.count(groups[group])}`);
            return [
              <span key={`${code} name`}>{name}</span>,
              <span
                key={`${code} bar`}
                className="case-bar"
                role="img"
                aria-label={`${name}: ${words.join(', ')}`}
              >
                <svg width="100%" height="100%" aria-hidden="true">
                  {parts(groups, cases).map(({ group, from, width }) => (
                    <rect
                      key={group}
                      className="case-part"
                      data-group={group}
                      x={`${from}%`}
                      width={`${width}%`}
                      height="100%"
                    />
                  ))}
                </svg>
              </span>,
              <span key={`${code} share`} className="number">
                {format.wholePercent(groups.done / cases)}
              </span>,
            ];
          })}
        </div>
      </figure>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t.ratesTable}>
        <table className="listing">
          <caption>{t.ratesTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.branch}</th>
              <th scope="col" className="number">
                {t.cases}
              </th>
              {CASE_GROUPS.map((group) => (
                <th key={group} scope="col" className="number">
                  {t.groups[group]}
                </th>
              ))}
              {RATES.map((rate) => (
                <th key={rate} scope="col" className="number">
                  {t.rateNames[rate]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, cases, outcomes, rates: figures }) => {
              const groups = caseGroups(outcomes);
              return (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td className="number">{format.count(cases)}</td>
                  {CASE_GROUPS.map((group) => (
                    <td key={group} className="number">
                      {format.count(groups[group])}
                    </td>
                  ))}
                  {RATES.map((rate) => (
                    <td key={rate} className="number" title={figures[rate]?.reason}>
                      {format.percent(figures[rate]?.value ?? null)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet small">{t.rateNote}</p>
      {rates.foundOnTheSpot.interviews + rates.foundOnTheSpot.visits > 0 ? (
        <p className="quiet small">
          {t.onTheSpot(
            format.count(rates.foundOnTheSpot.interviews),
            format.count(rates.foundOnTheSpot.visits),
          )}
        </p>
      ) : null}
    </section>
  );
}

/** Where each part of a bar begins, and how wide it is, in percent. */
function parts(groups: ReturnType<typeof caseGroups>, cases: number) {
  let from = 0;
  return CASE_GROUPS.map((group) => {
    const width = (100 * groups[group]) / cases;
    const part = { group, from, width };
    from += width;
    return part;
  }).filter(({ width }) => width > 0);
}
