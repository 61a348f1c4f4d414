import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import type { Study } from '../../contracts/api.ts';
import type { Contact } from '../../contracts/case.ts';
import type { CaseRow } from '../../contracts/case-list.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { respondentsTexts } from './respondents-messages.ts';

export interface CaseTableProps {
  readonly study: Study;
  readonly cases: readonly CaseRow[];
  /** By id; null: names are not shown. */
  readonly contacts: ReadonlyMap<string, Contact> | null;
  /** Null: nobody may be chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

const CONTACT_COLUMNS = ['name', 'phone', 'address', 'notes'] as const;

/** A page of the list. */
export function CaseTable({ study, cases, contacts, chosen, onChoose }: CaseTableProps) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const nameOf = (branch: string): string =>
    study.branches.find(({ code }) => code === branch)?.name ?? branch;
  const hasWaves = cases.some(({ wave }) => wave !== null);
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isChosen) next.add(id);
      else next.delete(id);
    onChoose(next);
  };
  const all = cases.map(({ id }) => id);
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t.title}>
      <table className="listing">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            {chosen ? (
              <th scope="col">
                <span className="visually-hidden">{t.choose}</span>
                <Check
                  label={t.choosePage}
                  isOn={all.every((id) => chosen.has(id))}
                  onChange={(isOn) => {
                    choose(all, isOn);
                  }}
                />
              </th>
            ) : null}
            <th scope="col">{t.id}</th>
            {contacts
              ? CONTACT_COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t[column]}
                  </th>
                ))
              : null}
            <th scope="col">{t.branch}</th>
            {hasWaves ? (
              <th scope="col" className="number">
                {t.wave}
              </th>
            ) : null}
            <th scope="col">{t.tablet}</th>
            <th scope="col">{t.outcome}</th>
            <th scope="col" className="number">
              {t.attempts}
            </th>
            <th scope="col">{t.callBack}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              {chosen ? (
                <td>
                  <Check
                    label={t.chooseNamed(one.id)}
                    isOn={chosen.has(one.id)}
                    onChange={(isOn) => {
                      choose([one.id], isOn);
                    }}
                  />
                </td>
              ) : null}
              <th scope="row" className="case-id">
                {one.id}
              </th>
              {contacts
                ? CONTACT_COLUMNS.map((column) => (
                    <td key={column}>{contacts.get(one.id)?.[column] ?? ''}</td>
                  ))
                : null}
              <td>{nameOf(one.branch)}</td>
              {hasWaves ? <td className="number">{one.wave ?? '–'}</td> : null}
              <td>{one.tabletId === null ? t.anyTablet : (one.tabletName ?? one.tabletId)}</td>
              <td>
                {one.outcome === null ? t.notYet : t.outcomes[one.outcome]}
                {one.closedReason === null ? null : ` (${t.closed(one.closedReason)})`}
              </td>
              <td className="number">{format.count(one.attempts)}</td>
              <td className="moment">{one.callBackAt?.slice(0, 16).replace('T', ' ') ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Check({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <CheckboxField isSelected={isOn} onChange={onChange} aria-label={label}>
      <CheckboxButton className="check">
        <span className="check-box" aria-hidden="true" />
        <span className="visually-hidden">{label}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
