import { useState } from 'react';
import type { TabletDrafts } from '../../contracts/draft-copy.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { draftApi } from '../session/draft-api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { draftTexts } from './draft-messages.ts';

interface DraftSectionProps {
  readonly tablets: readonly TabletDrafts[];
  readonly mayRecover: boolean;
  readonly onRecovered: () => void;
}

/** Which tablets have left copies of unfinished interviews, and the way to recover those of a lost one. */
export function DraftSection({ tablets, mayRecover, onRecovered }: DraftSectionProps) {
  const t = useTexts(draftTexts);
  const format = useFormat();
  const [asked, setAsked] = useState<TabletDrafts | null>(null);
  const [recovered, setRecovered] = useState<number | null>(null);
  const [action, run] = useAction();

  const recover = async ({ tabletId }: TabletDrafts): Promise<void> => {
    setAsked(null);
    setRecovered(null);
    await run(async () => {
      setRecovered((await draftApi.recover(tabletId)).recovered);
      onRecovered();
    });
  };

  if (tablets.length === 0 && recovered === null) return null;
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <p className="quiet">
        {t.text} {t.stepsText}
      </p>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      <div role="status">
        {recovered === null ? null : <Banner tone="ok">{t.recovered(recovered)}</Banner>}
      </div>
      {tablets.length === 0 ? null : (
        <ListingTable
          label={t.title}
          isBare
          heads={[
            t.tablet,
            { number: t.drafts },
            { number: t.steps },
            t.oldest,
            t.newest,
            t.state,
            mayRecover ? t.action : null,
          ]}
        >
          {tablets.map((tablet) => (
            <tr key={tablet.tabletId}>
              <th scope="row">{tablet.tabletName}</th>
              <td className="number">{format.count(tablet.drafts)}</td>
              <td className="number">{format.count(tablet.steps)}</td>
              <td className="moment">{format.date(tablet.oldestAt)}</td>
              <td className="moment">{format.date(tablet.newestAt)}</td>
              <td>{tablet.lost === null ? t.inUse : t[tablet.lost]}</td>
              {mayRecover ? (
                <td>
                  {tablet.lost === null ? (
                    '–'
                  ) : (
                    <Button
                      aria-label={t.recoverNamed(tablet.tabletName)}
                      isDisabled={action.state === 'running'}
                      onPress={() => {
                        setAsked(tablet);
                      }}
                    >
                      {t.recover}
                    </Button>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </ListingTable>
      )}
      {asked === null ? null : (
        <ConfirmDialog
          title={t.askTitle(asked.tabletName)}
          text={t.askText}
          confirmLabel={t.recover}
          cancelLabel={t.leave}
          onConfirm={() => void recover(asked)}
          onCancel={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}
