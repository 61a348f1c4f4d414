import type { Study } from '../../contracts/api.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Context } from './context.ts';
import { inScope } from './in-scope.ts';

/**
 * The studies in which one of the reader's branches lies, each with the branches she may see and the number
 * of records stored in them, those among them of whom nothing but the count is left. Who may see every branch sees every study.
 */
export async function listStudies({ store }: Context, scope: BranchScope): Promise<Study[]> {
  const all = await store.studies.list();
  const studies = all.filter(
    ({ branches }) => scope === null || branches.some(({ code }) => inScope(scope, code)),
  );
  return Promise.all(
    studies.map(async ({ id, title, synthetic, instrument, branches }) => {
      const counts = await store.submissions.countByBranch(id);
      const erased = await store.erasures.countByBranch(id);
      const seen = [...counts, ...erased.agreed, ...erased.declined].filter(([branch]) =>
        inScope(scope, branch),
      );
      return {
        id,
        title,
        synthetic,
        instrument,
        branches: branches
          .filter(({ code }) => inScope(scope, code))
          .map(({ code, name }) => ({ code, name })),
        respondents: seen.reduce((sum, [, count]) => sum + count, 0),
      };
    }),
  );
}
