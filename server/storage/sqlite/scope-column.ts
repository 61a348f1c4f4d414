import { branchScopeSchema, type BranchScope } from '../../../contracts/roles.ts';

/** A branch scope as a column holds it: null for every branch, else a JSON list of codes. */
export const scopeToColumn = (scope: BranchScope): string | null =>
  scope === null ? null : JSON.stringify(scope);

/** The inverse of `scopeToColumn`. */
export const scopeFromColumn = (column: string | null): BranchScope =>
  column === null ? null : branchScopeSchema.parse(JSON.parse(column));
