import type { AuditEntry } from '../../contracts/audit.ts';
import { analyseTexts } from '../analyse/messages.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { ROLES } from '../../contracts/roles.ts';
import { ListingTable } from '../ui/listing-table.tsx';
import { auditActionTexts } from './audit-action-messages.ts';
import { auditTexts } from './audit-messages.ts';

/** An action in words; one without words of its own by its name. */
export const actionInWords = (action: string, words: (typeof auditActionTexts)['en']): string =>
  Object.entries(words).find(([name]) => name === action)?.[1] ?? action;

/** Entries of the audit log, one a row. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const t = useTexts(auditTexts);
  const actions = useTexts(auditActionTexts);
  const { roles } = useTexts(analyseTexts);
  const format = useFormat();
  const roleOf = (name: string | null): string | null => {
    const role = ROLES.find((each) => each === name);
    return role ? roles[role] : null;
  };
  return (
    <ListingTable
      label={t.caption}
      caption={t.caption}
      className="audit-listing"
      heads={[t.when, t.who, t.action, t.outcome, t.target, t.detail, t.address]}
    >
      {entries.map((entry) => {
        const { actorKind, actorName, role } = entry;
        const quiet = actorKind === 'person' ? roleOf(role) : t.kinds[actorKind];
        return (
          <tr key={entry.sequence}>
            <td className="moment">{format.date(entry.at)}</td>
            <th scope="row">
              {actorName} {quiet ? <span className="quiet small">{quiet}</span> : null}
            </th>
            <td>{actionInWords(entry.action, actions)}</td>
            <td>{t.outcomes[entry.outcome]}</td>
            <td className="secret small">{entry.target}</td>
            <td>{entry.detail}</td>
            <td className="address">{entry.address}</td>
          </tr>
        );
      })}
    </ListingTable>
  );
}
