import type { BranchScope } from '../../contracts/roles.ts';

/** Whether a branch may be seen. */
export const inScope = (scope: BranchScope, branch: string): boolean =>
  scope === null || scope.includes(branch);

/** Whether everything `inner` covers is covered by `outer`. A scope of every branch fits only into itself. */
export const scopeWithin = (inner: BranchScope, outer: BranchScope): boolean =>
  outer === null || (inner !== null && inner.every((branch) => outer.includes(branch)));
