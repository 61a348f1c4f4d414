import { useState } from 'react';
import type { Study, Tablet } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { api } from '../session/api.ts';
import { failureOf, type ApiFailure } from '../session/api-error.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { adminTexts } from './messages.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { StorageCell } from './storage-cell.tsx';
import { tabletAdminTexts } from './tablet-messages.ts';

export interface TabletTableProps {
  readonly tablets: readonly Tablet[];
  readonly studies: readonly Study[];
  readonly mayRename: boolean;
  readonly mayRevoke: boolean;
  readonly onChanged: () => void;
}

/** One row per tablet. Revoking asks first. */
export function TabletTable({ tablets, studies, mayRename, mayRevoke, onChanged }: TabletTableProps) {
  const t = useTexts(adminTexts);
  const own = useTexts(tabletAdminTexts);
  const format = useFormat();
  const [asked, setAsked] = useState<{ readonly what: 'rename' | 'revoke'; readonly tablet: Tablet } | null>(
    null,
  );
  const [failure, setFailure] = useState<ApiFailure | null>(null);

  const change = async (work: () => Promise<unknown>): Promise<void> => {
    setAsked(null);
    setFailure(null);
    try {
      await work();
      onChanged();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };

  return (
    <>
      {failure ? <FailureBanner failure={failure} /> : null}
      {tablets.some(({ held }) => held > 0) ? <Banner tone="note">{t.heldText}</Banner> : null}
      <ListingTable
        label={t.tableCaption}
        caption={t.tableCaption}
        heads={[
          t.name,
          t.branches,
          { number: t.received },
          { number: t.held },
          t.lastSeen,
          own.storage,
          mayRename || mayRevoke ? t.actions : null,
        ]}
      >
        {tablets.map((tablet) => (
          <tr key={tablet.id}>
            <th scope="row" className="name">
              {tablet.name}
              <span className="under quiet small">
                {tablet.revokedAt === null ? t.active : t.revoked(format.date(tablet.revokedAt))}
                {tablet.heartbeat === null ? null : ` · ${own.app} ${tablet.heartbeat.appVersion}`}
              </span>
            </th>
            <td>{branchNames(tablet, studies) ?? t.allBranches}</td>
            <td className="number">{format.count(tablet.received)}</td>
            <td className="number">{format.count(tablet.held)}</td>
            <td className="moment">
              {tablet.lastSeenAt === null ? t.never : format.date(tablet.lastSeenAt)}
              <span className="under quiet small">
                {t.enrolled}: {format.date(tablet.enrolledAt)}
              </span>
            </td>
            <td>
              <StorageCell heartbeat={tablet.heartbeat} />
            </td>
            {mayRename || mayRevoke ? (
              <td>
                <div className="row">
                  {mayRename ? (
                    <Button
                      aria-label={own.renameNamed(tablet.name)}
                      onPress={() => {
                        setAsked({ what: 'rename', tablet });
                      }}
                    >
                      {own.rename}
                    </Button>
                  ) : null}
                  {mayRevoke && tablet.revokedAt === null ? (
                    <Button
                      look="danger"
                      aria-label={t.revokeNamed(tablet.name)}
                      onPress={() => {
                        setAsked({ what: 'revoke', tablet });
                      }}
                    >
                      {t.revoke}
                    </Button>
                  ) : null}
                </div>
              </td>
            ) : null}
          </tr>
        ))}
      </ListingTable>
      {asked?.what === 'rename' ? (
        <RenameDialog
          tablet={asked.tablet}
          onRename={(name) => void change(() => api.renameTablet(asked.tablet.id, name))}
          onCancel={() => {
            setAsked(null);
          }}
        />
      ) : null}
      {asked?.what === 'revoke' ? (
        <ConfirmDialog
          title={t.revokeTitle(asked.tablet.name)}
          text={t.revokeText}
          confirmLabel={t.revoke}
          cancelLabel={t.keep}
          onConfirm={() => void change(() => api.revokeTablet(asked.tablet.id))}
          onCancel={() => {
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
}

/** Names of a tablet's branches; null for all of them. */
function branchNames(tablet: Tablet, studies: readonly Study[]): string | null {
  if (tablet.branches === null) return null;
  const known = studies.find(({ id }) => id === tablet.studyId)?.branches ?? [];
  return tablet.branches.map((code) => known.find((branch) => branch.code === code)?.name ?? code).join(', ');
}
