import type { Board } from '../../contracts/supervision.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { ListingTable } from '../ui/listing-table.tsx';
import { superviseTexts } from './messages.ts';

/** Where each branch stands, in numbers. */
export function BranchTable({ board }: { readonly board: Board }) {
  const t = useTexts(superviseTexts);
  const format = useFormat();
  const heads = [
    t.target,
    t.expected,
    t.completed,
    t.declined,
    t.setAside,
    t.doubtful,
    t.places,
    t.unreviewed,
    t.approved,
    t.returned,
    t.rejected,
  ];
  return (
    <ListingTable
      label={t.progress}
      caption={t.progress}
      heads={[t.branch, ...heads.map((number) => ({ number }))]}
      after={
        board.heldWithoutBranch > 0 ? (
          <p className="quiet">{t.withoutBranch(format.count(board.heldWithoutBranch))}</p>
        ) : null
      }
    >
      {board.branches.map((one) => (
        <tr key={one.code}>
          <th scope="row" className="name">
            {one.name}
          </th>
          <td className="number">{one.target === null ? t.noTarget : format.count(one.target.interviews)}</td>
          <td className="number">{one.expected === null ? '–' : format.count(one.expected)}</td>
          {[
            one.completed,
            one.declined,
            one.conflict + one.quarantined,
            one.doubtful,
            one.places.outsideArea + one.places.samePlace,
            one.unreviewed,
            one.approved,
            one.returned,
            one.rejected,
          ].map((count, index) => (
            <td key={heads[index + 2]} className="number">
              {format.count(count)}
            </td>
          ))}
        </tr>
      ))}
    </ListingTable>
  );
}
