import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../contracts/submission.ts';
import { localize } from '../../contracts/language.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import type { NewSubmission } from '../storage/port.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { createStudy, refuseTakenId, type NewStudy } from './create-study.ts';
import { findStudy } from './find-study.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';
import { keepApart } from './personal/keep-apart.ts';
import { sha256 } from './sha256.ts';

export interface ImportResult {
  readonly added: number;
  /** The same respondents with the same content were there before. */
  readonly alreadyThere: number;
  /** Another content under an id that is there; both are kept, the first one counts. */
  readonly conflicts: number;
}

/**
 * Takes respondents of a file into a study, all or none: if reading fails half-way nothing is kept.
 * Branches that the study does not know are added, named by the codebook. Importing a file again
 * changes nothing. Holds the records, as text, in memory until the one transaction that keeps them.
 *
 * @param target id of a study that is there, or a new study, made only once the file was read whole
 * @throws WaymarkError NOT_FOUND, and whatever reading the respondents throws
 */
export async function importRespondents(
  context: Context,
  target: string | (NewStudy & { readonly id: string }),
  respondents: AsyncIterable<Respondent> | Iterable<Respondent>,
): Promise<ImportResult> {
  const { store, clock } = context;
  const studyId = typeof target === 'string' ? target : target.id;
  if (typeof target === 'string') await findStudy(store, studyId);
  else await refuseTakenId(store, studyId);
  const receivedAt = clock().toISOString();
  const submissions: NewSubmission[] = [];
  const branches = new Set<string>();
  for await (const respondent of respondents) {
    const { id, branch, weight, answers } = respondent;
    const payload = JSON.stringify({ id, branch, weight, answers });
    if (branch !== '') branches.add(branch);
    submissions.push({
      id: `${studyId}:${id}`,
      studyId,
      hash: sha256(payload),
      kind: 'respondent',
      payload,
      branch,
      receivedAt,
      tabletId: null,
      status: 'stored',
      reason: null,
      receiptId: randomUUID(),
    });
  }
  const study =
    typeof target === 'string' ? await findStudy(store, studyId) : await createStudy(context, target);
  const { codebook } = await loadStudyCodebook(store, study);
  await store.studies.addBranches(
    studyId,
    [...branches].sort().map((code) => {
      const label = codebook.branches?.find((branch) => branch.code === code)?.label;
      return { code, name: label ? localize(label, 'en') : code, weight: 1 };
    }),
  );
  const rules = await context.rulesOf(study);
  const note = (receipts: readonly Receipt[]) => ({
    action: 'study.import',
    target: `study:${studyId}`,
    detail: `${receipts.length} respondents`,
  });
  const receipts = await audited(context, note, (inner) =>
    inner.submissions.accept(submissions.map((one) => keepApart(rules, one))),
  );
  const fresh = receipts.filter((receipt, index) => receipt.receiptId === submissions[index]?.receiptId);
  const conflicts = fresh.filter(({ status }) => status === 'conflict').length;
  return { added: fresh.length - conflicts, alreadyThere: receipts.length - fresh.length, conflicts };
}
