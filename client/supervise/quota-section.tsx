import type { QuotaBoard } from '../../contracts/study-setup.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { quotaTexts } from './quota-messages.ts';

/** Quotas of a study against what is completed; nothing where it has none. */
export function QuotaSection({ quotas }: { readonly quotas: QuotaBoard }) {
  const t = useTexts(quotaTexts);
  const format = useFormat();
  if (quotas.length === 0) return null;
  const rows = quotas.map((quota, place) => ({
    ...quota,
    key: String(place),
    where: quota.branchName ?? t.allBranches,
    group: quota.label ?? t.everybody,
  }));
  return (
    <section className="card stack" aria-labelledby="quotas-title">
      <h2 id="quotas-title">{t.title}</h2>
      <p className="quiet">{t.text}</p>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t.picture}>
        <table className="listing">
          <caption className="visually-hidden">{t.picture}</caption>
          <thead>
            <tr>
              <th scope="col">{t.branch}</th>
              <th scope="col">{t.group}</th>
              <th scope="col" aria-hidden="true" className="quota-bar" />
              {[t.completed, t.wanted, t.expected, t.left].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, where, group, interviews, completed, expected }) => (
              <tr key={key}>
                <th scope="row">{where}</th>
                <td>{group}</td>
                <td className="quota-bar" aria-hidden="true">
                  <Bar completed={completed} interviews={interviews} expected={expected} />
                </td>
                <td className="number">{format.count(completed)}</td>
                <td className="number">{format.count(interviews)}</td>
                <td className="number">{expected === null ? '–' : format.count(expected)}</td>
                <td className="number">{format.count(Math.max(0, interviews - completed))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Bar({
  completed,
  interviews,
  expected,
}: Pick<QuotaBoard[number], 'completed' | 'interviews' | 'expected'>) {
  if (interviews === 0) return null;
  const expectedAt = `${(100 * (expected ?? 0)) / interviews}%`;
  return (
    <svg className="quota-svg">
      <rect className="progress-track" width="100%" height="100%" />
      <rect
        className="progress-done"
        y="20%"
        width={`${100 * Math.min(1, completed / interviews)}%`}
        height="60%"
      />
      {expected === null ? null : (
        <line className="progress-expected" x1={expectedAt} x2={expectedAt} y1="0" y2="100%" />
      )}
    </svg>
  );
}
