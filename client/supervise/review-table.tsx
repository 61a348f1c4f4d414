import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Link } from 'wouter';
import type { Study } from '../../contracts/api.ts';
import { localize } from '../../contracts/language.ts';
import type { ReviewList } from '../../contracts/review.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { superviseTexts } from './messages.ts';
import { reviewTexts } from './review-messages.ts';
import { inStudy } from './study-page.tsx';

export interface ReviewTableProps {
  readonly caption: string;
  readonly list: ReviewList;
  readonly study: Study;
  /** Null: she may look only. */
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** Interviews with their doubts, each with the way to open it. */
export function ReviewTable({ caption, list, study, selected, onSelect }: ReviewTableProps) {
  const t = useTexts(reviewTexts);
  const { checks } = useTexts(superviseTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const nameOf = new Map(study.branches.map(({ code, name }) => [code, name]));
  const toggle = (id: string, isOn: boolean): void => {
    const next = new Set(selected);
    if (isOn) next.add(id);
    else next.delete(id);
    onSelect(next);
  };
  return (
    <div className="card table-frame" tabIndex={0} role="region" aria-label={t.title}>
      <table className="listing">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {selected ? <td aria-hidden="true" /> : null}
            <th scope="col">{t.enumerator}</th>
            <th scope="col">
              {t.branch}, {t.received}
            </th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.doubts}</th>
            <th scope="col">{t.open}</th>
          </tr>
        </thead>
        <tbody>
          {list.interviews.map(({ id, enumerator, branch, receivedAt, state, lastDecision, findings }) => (
            <tr key={id} data-interview={id}>
              {selected ? (
                <td>
                  <CheckboxField
                    isSelected={selected.has(id)}
                    onChange={(isOn) => {
                      toggle(id, isOn);
                    }}
                  >
                    <CheckboxButton className="check">
                      <span className="check-box" aria-hidden="true" />
                      <span className="visually-hidden">{t.select(enumerator ?? '–')}</span>
                    </CheckboxButton>
                  </CheckboxField>
                </td>
              ) : null}
              <th scope="row">{enumerator ?? '–'}</th>
              <td className="moment">
                {nameOf.get(branch) ?? branch}
                <div className="quiet small">{format.date(receivedAt)}</div>
              </td>
              <td>
                <span className={`badge state-${state}`}>{t.filters[state]}</span>
                {lastDecision?.comment ? <p className="small">{lastDecision.comment}</p> : null}
              </td>
              <td>
                {findings.length === 0 ? (
                  <span className="quiet">{t.noDoubts}</span>
                ) : (
                  <ul className="reasons">
                    {findings.map(({ check, rule, reason }) => (
                      <li key={rule}>
                        {checks[check]}: {localize(reason, language)}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <Link
                  className="button button-quiet"
                  href={inStudy(`/fieldwork/review/${encodeURIComponent(id)}`, study)}
                  aria-label={t.openLabel(enumerator ?? '–', format.date(receivedAt))}
                >
                  {t.open}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
