import type { Study } from '../../contracts/api.ts';
import type { CasePage, CaseQuery } from '../../contracts/case-list.ts';
import { caseOutcomeSchema } from '../../contracts/work.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { respondentsTexts } from './respondents-messages.ts';

/** Stands for no filter: a select needs a value. */
const ALL = '*';

/** Narrows the list by branch, wave, tablet, how it stands, and part of the id. */
export function CaseFilter({
  study,
  page,
  query,
  onChange,
}: {
  readonly study: Study;
  readonly page: CasePage;
  readonly query: CaseQuery;
  readonly onChange: (query: CaseQuery) => void;
}) {
  const t = useTexts(respondentsTexts);
  const choose = (
    label: string,
    value: string | undefined,
    options: readonly Option[],
    set: (value?: string) => void,
  ) => (
    <SelectField
      label={label}
      groups={[{ title: null, options: [{ value: ALL, label: t.all }, ...options] }]}
      value={value ?? ALL}
      onChange={(picked) => {
        set(picked === ALL ? undefined : picked);
      }}
    />
  );
  const change = (part: CaseQuery): void => {
    onChange({ ...query, page: 1, ...part });
  };
  return (
    <div className="case-filter">
      {study.branches.length > 1
        ? choose(
            t.branch,
            query.branch,
            study.branches.map(({ code, name }) => ({ value: code, label: name })),
            (branch) => {
              change({ branch });
            },
          )
        : null}
      {page.waves.length > 1
        ? choose(
            t.wave,
            query.wave?.toString(),
            page.waves.map(({ number, name }) => ({ value: String(number), label: name })),
            (wave) => {
              change({ wave: wave === undefined ? undefined : Number(wave) });
            },
          )
        : null}
      {choose(
        t.outcome,
        query.outcome,
        [
          { value: 'none', label: t.notYet },
          ...caseOutcomeSchema.options.map((value) => ({ value, label: t.outcomes[value] })),
        ],
        (outcome) => {
          const known = caseOutcomeSchema.safeParse(outcome);
          change({ outcome: known.success ? known.data : outcome === 'none' ? 'none' : undefined });
        },
      )}
      {choose(
        t.tablet,
        query.tablet,
        [
          { value: 'none', label: t.anyTablet },
          ...page.tablets.map(({ id, name }) => ({ value: id, label: name })),
        ],
        (tablet) => {
          change({ tablet });
        },
      )}
      <TextField
        label={t.idContains}
        value={query.text ?? ''}
        onChange={(text) => {
          change({ text: text === '' ? undefined : text });
        }}
      />
    </div>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}
