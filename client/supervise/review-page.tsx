import { useCallback, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Me, Study } from '../../contracts/api.ts';
import { REVIEW_FILTERS, REVIEW_PAGE, reviewQuerySchema, type ReviewList } from '../../contracts/review.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { useAction } from '../session/use-action.ts';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { reviewApi } from './review-api.ts';
import { reviewTexts } from './review-messages.ts';
import { ReviewTable } from './review-table.tsx';
import { StudyPage } from './study-page.tsx';

const ALL = '';

/** The interviews of a study to look through, doubtful ones first; what is shown stands in the address. */
export function ReviewPage({ me }: { readonly me: Me }) {
  const t = useTexts(reviewTexts);
  return (
    <StudyPage me={me} title={t.title}>
      {(study) => <Reviews key={study.id} study={study} me={me} />}
    </StudyPage>
  );
}

function Reviews({ study, me }: { readonly study: Study; readonly me: Me }) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const [, navigate] = useLocation();
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const read = reviewQuerySchema.safeParse({
    show: asked.get('show') ?? undefined,
    branch: asked.get('branch') ?? undefined,
    from: asked.get('from') ?? undefined,
  });
  const query = read.success ? read.data : reviewQuerySchema.parse({});
  const { show, branch, from } = query;
  const load = useCallback(
    (signal: AbortSignal) => reviewApi.list(study.id, { show, branch, from }, signal),
    [study.id, show, branch, from],
  );
  const [resource, reload] = useResource(load);
  const list = 'value' in resource ? resource.value : null;
  const go = (change: { readonly show?: string; readonly branch?: string; readonly from?: number }): void => {
    const next = { show, branch: branch ?? ALL, from: 0, ...change };
    const params = new URLSearchParams({ study: study.id, show: next.show });
    if (next.branch !== ALL) params.set('branch', next.branch);
    if (next.from > 0) params.set('from', String(next.from));
    navigate(`/fieldwork/review?${params.toString()}`);
    if (change.from !== undefined) scrollTo({ top: 0 });
  };

  return (
    <>
      <p className="quiet prose">{t.text}</p>
      <div className="fields">
        <SelectField
          label={t.show}
          groups={[
            {
              title: null,
              options: REVIEW_FILTERS.map((filter) => ({
                value: filter,
                label: list
                  ? `${t.filters[filter]} (${format.count(list.counts[filter])})`
                  : t.filters[filter],
              })),
            },
          ]}
          value={show}
          onChange={(filter) => {
            go({ show: filter });
          }}
        />
        {study.branches.length > 1 ? (
          <SelectField
            label={t.branch}
            groups={[
              {
                title: null,
                options: [
                  { value: ALL, label: t.allBranches },
                  ...study.branches.map(({ code, name }) => ({ value: code, label: name })),
                ],
              },
            ]}
            value={branch ?? ALL}
            onChange={(code) => {
              go({ branch: code });
            }}
          />
        ) : null}
      </div>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {list ? (
        <Page
          key={search}
          list={list}
          study={study}
          total={list.counts[show]}
          from={from}
          onChanged={reload}
          mayDecide={may(me, 'review.decide')}
        />
      ) : null}
      {list ? (
        <div className="row">
          {from > 0 ? (
            <Button
              onPress={() => {
                go({ from: Math.max(0, from - REVIEW_PAGE) });
              }}
            >
              {t.previous}
            </Button>
          ) : null}
          {list.next === null ? null : (
            <Button
              onPress={() => {
                go({ from: list.next ?? 0 });
              }}
            >
              {t.next}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}

interface PageProps {
  readonly list: ReviewList;
  readonly study: Study;
  readonly total: number;
  readonly from: number;
  readonly mayDecide: boolean;
  readonly onChanged: () => void;
}

function Page({ list, study, total, from, mayDecide, onChanged }: PageProps) {
  const t = useTexts(reviewTexts);
  const format = useFormat();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [action, run] = useAction();
  if (list.interviews.length === 0)
    return (
      <Banner tone="note" role="status">
        {t.none}
      </Banner>
    );
  const chosen = list.interviews.filter(({ id }) => selected.has(id));
  const approve = async (): Promise<void> => {
    const interviews = chosen.map(({ id, hash }) => ({ id, hash }));
    const isDone = await run(async () => {
      await reviewApi.decide(study.id, { decision: 'approved', interviews });
    });
    if (!isDone) return;
    setSelected(new Set());
    onChanged();
  };
  return (
    <>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {chosen.length > 0 ? (
        <div className="row" role="status">
          <span>{t.selected(format.count(chosen.length))}</span>
          <Button look="strong" isDisabled={action.state === 'running'} onPress={() => void approve()}>
            {t.approveSelected}
          </Button>
        </div>
      ) : null}
      <ReviewTable
        caption={t.shown(
          format.count(from + 1),
          format.count(from + list.interviews.length),
          format.count(total),
        )}
        list={list}
        study={study}
        selected={mayDecide ? selected : null}
        onSelect={setSelected}
      />
    </>
  );
}
