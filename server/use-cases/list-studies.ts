import type { Study } from '../../contracts/api.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Context } from './context.ts';
import { inScope } from './in-scope.ts';

/** All studies, each with the branches the reader may see and the respondents stored in them. */
export async function listStudies({ store }: Context, scope: BranchScope): Promise<Study[]> {
  const studies = await store.studies.list();
  return Promise.all(
    studies.map(async ({ id, title, synthetic, instrument, branches }) => {
      const counts = await store.submissions.countByBranch(id);
      const seen = [...counts].filter(([branch]) => inScope(scope, branch));
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
