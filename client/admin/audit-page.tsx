import { useCallback, useState } from 'react';
import { AUDIT_OUTCOMES, type AuditPage as Page, type AuditQuery } from '../../contracts/audit.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { auditCsvUrl, peopleApi } from '../session/people-api.ts';
import { textOf } from '../session/text-of.ts';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { auditPageTexts } from './audit-page-messages.ts';
import { auditActionTexts } from './audit-action-messages.ts';
import { auditTexts } from './audit-messages.ts';
import { AuditTable, actionInWords } from './audit-table.tsx';
import './admin.css';

/** The choice that filters nothing. */
const ALL = 'all';

/** The audit log: search it, page through it, download what was found. */
export function AuditPage() {
  const t = useTexts(auditPageTexts);
  const [query, setQuery] = useState<AuditQuery>({});
  const load = useCallback((signal: AbortSignal) => peopleApi.audit(query, signal), [query]);
  const [resource, reload] = useResource(load);
  const page = 'value' in resource ? resource.value : null;
  const { before, ...filter } = query;

  return (
    <div className="stack">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet">{t.text}</p>
      </div>
      {page ? <SearchForm page={page} onSearch={setQuery} /> : null}
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {page?.entries.length === 0 ? (
        <Banner tone="note" role="status">
          {t.none}
        </Banner>
      ) : null}
      {page && page.entries.length > 0 ? <AuditTable entries={page.entries} /> : null}
      {page ? (
        <div className="row">
          {page.next === null ? null : (
            <Button
              onPress={() => {
                setQuery({ ...filter, before: page.next ?? undefined });
                scrollTo({ top: 0 });
              }}
            >
              {t.older}
            </Button>
          )}
          {before === undefined ? null : (
            <Button
              look="plain"
              onPress={() => {
                setQuery(filter);
              }}
            >
              {t.newest}
            </Button>
          )}
          <a className="button button-quiet" href={auditCsvUrl(filter)} download>
            {t.csv}
          </a>
        </div>
      ) : null}
    </div>
  );
}

function SearchForm({
  page,
  onSearch,
}: {
  readonly page: Page;
  readonly onSearch: (query: AuditQuery) => void;
}) {
  const t = useTexts(auditTexts);
  const actions = useTexts(auditActionTexts);
  const p = useTexts(auditPageTexts);
  const [action, setAction] = useState(ALL);
  const [outcome, setOutcome] = useState(ALL);
  const choice = (values: readonly string[], nameOf: (value: string) => string) => [
    {
      title: null,
      options: [{ value: ALL, label: p.all }, ...values.map((value) => ({ value, label: nameOf(value) }))],
    },
  ];
  return (
    <form
      className="card stack"
      role="search"
      aria-label={p.search}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const isSet = (value: string): boolean => value !== '' && value !== ALL;
        const typed = ['who', 'from', 'to', 'text'].map((name) => [name, textOf(form, name).trim()] as const);
        const chosen = [
          ['action', action],
          ['outcome', outcome],
        ] as const;
        const asked = [...typed, ...chosen].filter(([, value]) => isSet(value));
        onSearch(Object.fromEntries(asked));
      }}
    >
      <div className="fields">
        <TextField label={t.who} name="who" maxLength={120} />
        <SelectField
          label={t.action}
          groups={choice(page.actions, (value) => actionInWords(value, actions))}
          value={action}
          onChange={setAction}
        />
        <SelectField
          label={t.outcome}
          groups={choice(
            AUDIT_OUTCOMES,
            (value) => t.outcomes[AUDIT_OUTCOMES.find((each) => each === value) ?? 'done'],
          )}
          value={outcome}
          onChange={setOutcome}
        />
        <TextField label={p.from} name="from" type="date" />
        <TextField label={p.to} name="to" type="date" />
        <TextField label={p.contains} name="text" maxLength={120} />
      </div>
      <div className="row">
        <Button type="submit" look="strong">
          {p.search}
        </Button>
        <span className="quiet small">{p.utc}</span>
      </div>
    </form>
  );
}
