import type { WorkCase } from '../../../contracts/work.ts';
import { PersonRow } from './person-row.tsx';
import { PersonSummary } from './person-summary.tsx';

/** Someone to be interviewed, in a list. */
export function CaseRow({ person }: { readonly person: WorkCase }) {
  return (
    <PersonRow chosen={{ kind: 'case', id: person.id }} to="/collect/person" name={person.name ?? person.id}>
      {person.address !== undefined && <span className="person-address">{person.address}</span>}
      <span>
        <PersonSummary person={person} />
      </span>
    </PersonRow>
  );
}
