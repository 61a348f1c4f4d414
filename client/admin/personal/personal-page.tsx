import { useCallback } from 'react';
import type { Retention, StudyPersonal } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { FailureBanner } from '../../session/failure-banner.tsx';
import { personalApi } from '../../session/personal-api.ts';
import { SyntheticBanner } from '../../session/synthetic-banner.tsx';
import { useResource } from '../../session/use-resource.ts';
import { ListingTable } from '../../ui/listing-table.tsx';
import { EraseSection } from './erase-section.tsx';
import { ErasureList } from './erasure-list.tsx';
import { ExportForm } from './export-form.tsx';
import { personalTexts } from './messages.ts';
import { RetentionForm } from './retention-form.tsx';
import '../admin.css';

/** Personal data: how long it is kept, erasing someone, who was erased, and the one export with names. */
export function PersonalPage() {
  const t = useTexts(personalTexts);
  const [resource, reload] = useResource(
    useCallback((signal: AbortSignal) => personalApi.overview(signal), []),
  );
  const overview = 'value' in resource ? resource.value : null;
  return (
    <div className="stack">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet prose">{t.text}</p>
      </div>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {overview ? (
        <>
          {overview.studies.some(({ synthetic }) => synthetic) ? <SyntheticBanner /> : null}
          <EraseSection onErased={reload} />
          <section className="card stack" aria-labelledby="keep-title">
            <h2 id="keep-title">{t.keepTitle}</h2>
            <p className="prose">{t.keepText}</p>
            <RetentionTable studies={overview.studies} institution={overview.institution} />
            <RetentionForm studies={overview.studies} onSaved={reload} />
          </section>
          <ErasureList erasures={overview.erasures} />
          <ExportForm studies={overview.studies} />
        </>
      ) : null}
    </div>
  );
}

function RetentionTable({
  studies,
  institution,
}: {
  readonly studies: readonly StudyPersonal[];
  readonly institution: Retention | null;
}) {
  const t = useTexts(personalTexts);
  const format = useFormat();
  const inWords = (retention: Retention | null): string => {
    if (retention === null) return t.noSetting;
    const days = format.count(retention.days);
    return retention.countedFrom === 'receipt' ? t.daysFromReceipt(days) : t.daysFromFieldwork(days);
  };
  return (
    <ListingTable
      label={t.holds}
      caption={`${t.institution}: ${inWords(institution)}`}
      isBare
      heads={[
        t.study,
        t.holds,
        t.next,
        ...[t.records, t.contacts, t.photos, t.due].map((number) => ({ number })),
      ]}
    >
      {studies.map((study) => (
        <tr key={study.id}>
          <th scope="row">{study.title}</th>
          <td>{inWords(study.holds)}</td>
          <td>{study.awaitsFieldworkEnd ? t.awaits : (study.nextOn ?? t.nothing)}</td>
          {[study.records, study.contacts, study.attachments, study.due].map((count, index) => (
            <td key={index} className="number">
              {format.count(count)}
            </td>
          ))}
        </tr>
      ))}
    </ListingTable>
  );
}
