import type { Contact } from '../../../contracts/case.ts';
import type { Store } from '../../storage/port.ts';

/** How someone of a respondent list is found. */
export interface CaseContact extends Contact {
  readonly studyId: string;
  readonly caseId: string;
  readonly branch: string;
}

/** The contacts in the respondent lists of these studies, in order of study and id. */
export async function caseContacts(
  { cases }: Pick<Store, 'cases'>,
  studyIds: readonly string[],
): Promise<CaseContact[]> {
  const found: CaseContact[] = [];
  for (const studyId of studyIds) {
    const contacts = await cases.contacts(studyId);
    for (const { id, branch } of await cases.list(studyId)) {
      const contact = contacts.get(id);
      if (contact) found.push({ ...contact, studyId, caseId: id, branch });
    }
  }
  return found;
}
