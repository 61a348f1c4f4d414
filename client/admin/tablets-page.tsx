import { useCallback } from 'react';
import type { Me } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api } from '../session/api.ts';
import { draftApi } from '../session/draft-api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { may } from '../session/session.tsx';
import { SyntheticBanner } from '../session/synthetic-banner.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { DraftSection } from './draft-section.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { adminTexts } from './messages.ts';
import { TabletTable } from './tablet-table.tsx';

/** The tablets of the field teams: enrol one, see what came in, rename or revoke one. */
export function TabletsPage({ me }: { readonly me: Me }) {
  const t = useTexts(adminTexts);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [studies, tablets, drafts] = await Promise.all([
        may(me, 'results.read') ? api.studies(signal) : Promise.resolve([]),
        api.tablets(signal),
        draftApi.list(signal),
      ]);
      return { studies, tablets, drafts };
    },
    [me],
  );
  const [resource, reload] = useResource(load);

  return (
    <div className="stack">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet">{t.text}</p>
      </div>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {resource.state === 'ready' || resource.state === 'reloading' ? (
        <>
          {resource.value.studies.some(({ synthetic }) => synthetic) ? <SyntheticBanner /> : null}
          {may(me, 'tablets.enrol') && resource.value.studies.length > 0 ? (
            <EnrolForm me={me} studies={resource.value.studies} />
          ) : null}
          {resource.value.tablets.length === 0 ? (
            <Banner tone="note">{t.none}</Banner>
          ) : (
            <TabletTable
              tablets={resource.value.tablets}
              studies={resource.value.studies}
              mayRename={may(me, 'tablets.rename')}
              mayRevoke={may(me, 'tablets.revoke')}
              onChanged={reload}
            />
          )}
          <DraftSection
            tablets={resource.value.drafts}
            mayRecover={may(me, 'drafts.recover')}
            onRecovered={reload}
          />
        </>
      ) : null}
    </div>
  );
}
