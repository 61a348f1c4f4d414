import type { CaseContacts, CasePage, CaseQuery, CaseRow } from '../../../contracts/case-list.ts';
import { CASE_PAGE } from '../../../contracts/case-list.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope, scopeWithin } from '../in-scope.ts';
import { readCases, type StandingCase } from './read-cases.ts';

export interface CaseRequest {
  readonly studyId: string;
  readonly scope: BranchScope;
  readonly query: CaseQuery;
}

/** A page of the respondent list, over the branches the reader may see. Nobody's name is among it. */
export async function listCases(context: Context, { studyId, scope, query }: CaseRequest): Promise<CasePage> {
  const { store } = context;
  const study = await findStudy(store, studyId);
  const [cases, tablets, { waves }] = await Promise.all([
    readCases(context, study),
    store.tablets.list(),
    store.studies.setup(study.id),
  ]);
  const seen = cases.filter(({ branch }) => inScope(scope, branch));
  const fitting = seen.filter((one) => fits(one, query));
  const page = query.page ?? 1;
  const names = new Map(tablets.map(({ id, name }) => [id, name]));
  return {
    total: fitting.length,
    all: seen.length,
    page,
    cases: fitting.slice((page - 1) * CASE_PAGE, page * CASE_PAGE).map((one) => toRow(one, names)),
    waves: waves.map(({ number, name }) => ({ number, name })),
    tablets: tablets
      .filter((one) => one.studyId === study.id && one.revokedAt === null && scopeWithin(one.branches, scope))
      .map(({ id, name }) => ({ id, name })),
  };
}

/** Who the cases are that `listCases` gives for the same request. The caller records the look. */
export async function listContacts(context: Context, request: CaseRequest): Promise<CaseContacts> {
  const { cases } = await listCases(context, request);
  const ids = cases.map(({ id }) => id);
  const contacts = await context.store.cases.contacts(request.studyId, ids);
  return ids.flatMap((id) => {
    const contact = contacts.get(id);
    return contact === undefined ? [] : [{ id, ...contact }];
  });
}

/** Every case that the reader may see, for an export. */
export async function allCases(
  context: Context,
  studyId: string,
  scope: BranchScope,
): Promise<readonly CaseRow[]> {
  const study = await findStudy(context.store, studyId);
  const names = new Map((await context.store.tablets.list()).map(({ id, name }) => [id, name]));
  const cases = await readCases(context, study);
  return cases.filter(({ branch }) => inScope(scope, branch)).map((one) => toRow(one, names));
}

const toRow = (
  { id, branch, wave, tabletId, standing, closedReason }: StandingCase,
  tabletNames: ReadonlyMap<string, string>,
): CaseRow => ({
  ...{ id, branch, wave, tabletId },
  tabletName: tabletId === null ? null : (tabletNames.get(tabletId) ?? null),
  outcome: standing.outcome,
  attempts: standing.attempts,
  callBackAt: standing.callBackAt,
  done: standing.done,
  closedReason: closedReason ?? null,
});

const fits = ({ id, branch, wave, tabletId, standing }: StandingCase, wanted: CaseQuery): boolean =>
  (wanted.branch === undefined || wanted.branch === branch) &&
  (wanted.wave === undefined || wanted.wave === wave) &&
  (wanted.tablet === undefined || wanted.tablet === (tabletId ?? 'none')) &&
  (wanted.outcome === undefined || wanted.outcome === (standing.outcome ?? 'none')) &&
  (wanted.text === undefined || id.toLowerCase().includes(wanted.text.toLowerCase()));
