import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import { inScope } from '../in-scope.ts';

/** Throws NOT_ALLOWED for a record of a branch the person may not see. */
export function refuseOtherBranch(scope: BranchScope, branch: string): void {
  if (inScope(scope, branch)) return;
  throw new WaymarkError(
    'NOT_ALLOWED',
    'The record belongs to a branch that is not yours.',
    'Ask a supervisor of that branch.',
  );
}
