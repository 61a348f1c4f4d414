import {
  REVIEW_FILTERS,
  REVIEW_PAGE,
  type ReviewFilter,
  type ReviewList,
  type ReviewQuery,
} from '../../../contracts/review.ts';
import type { QualityFinding } from '../../../contracts/quality.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { ReviewRow } from '../../storage/review-port.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { listHeldRows } from './list-held-rows.ts';
import { parseInterview } from './readable-interview.ts';
import { reviewState } from './review-state.ts';

type Overview = ReviewList['interviews'][number];

/** The interviews of a study that a supervisor looks through: most doubts first, then the newest. No answers. */
export async function listReviews(
  context: Context,
  studyId: string,
  scope: BranchScope,
  { show, branch, from }: ReviewQuery,
): Promise<ReviewList> {
  const { store, quality } = context;
  const study = await findStudy(store, studyId);
  const [{ examined, interviews }, rows, held] = await Promise.all([
    quality.upToDate(study.id),
    store.review.list(study.id),
    listHeldRows(context, study.id, scope),
  ]);
  const findings = findingsById(examined.findings);
  const seen = rows
    .filter((row) => inScope(scope, row.branch) && (branch === undefined || row.branch === branch))
    .map((row) => ({ row, state: reviewState(row), findings: findings.get(row.id) ?? [] }));
  const fits = (filter: ReviewFilter, one: (typeof seen)[number]): boolean => {
    if (filter === 'all') return true;
    if (filter === 'doubtful') return one.state === 'unreviewed' && one.findings.length > 0;
    return one.state === filter;
  };
  const found = seen
    .filter((one) => fits(show, one))
    .toSorted((a, b) => b.findings.length - a.findings.length || b.row.sequence - a.row.sequence);
  const page = found.slice(from, from + REVIEW_PAGE);
  return {
    studyId: study.id,
    synthetic: study.synthetic,
    interviews: await Promise.all(
      page.map(async ({ row, state, findings: doubts }): Promise<Overview> => {
        const made = interviews.get(row.id) ?? (await madeOf(context, study.id, row));
        const { id, hash, receivedAt, lastDecision } = row;
        const { enumerator, finishedAt } = made;
        return {
          ...{ id, hash, branch: row.branch, enumerator, finishedAt, receivedAt, state, lastDecision },
          findings: state === 'rejected' || state === 'replaced' ? [] : doubts,
        };
      }),
    ),
    counts: Object.fromEntries(
      REVIEW_FILTERS.map((filter) => [filter, seen.filter((one) => fits(filter, one)).length]),
    ) as ReviewList['counts'],
    heldWaiting: held.filter(({ isWaiting }) => isWaiting).length,
    next: from + REVIEW_PAGE < found.length ? from + REVIEW_PAGE : null,
  };
}

/** Findings of each interview, without its id. */
export function findingsById(all: readonly QualityFinding[]): Map<string, Omit<QualityFinding, 'id'>[]> {
  const byId = new Map<string, Omit<QualityFinding, 'id'>[]>();
  for (const { id, ...finding } of all) {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [finding]);
    else known.push(finding);
  }
  return byId;
}

/** Of an interview that does not count, and so was not examined. */
async function madeOf({ store }: Context, studyId: string, { id, hash }: ReviewRow) {
  const versions = await store.review.versions(studyId, id);
  const interview = parseInterview(versions.find((one) => one.hash === hash)?.payload ?? '');
  return { enumerator: interview?.enumerator ?? null, finishedAt: interview?.finishedAt ?? null };
}
