import type { BranchScope } from '../../../contracts/roles.ts';

/** Branches in a few words, for the audit log and the command line. */
export const scopeText = (scope: BranchScope): string =>
  scope === null ? 'all branches' : scope.length === 0 ? 'no branch' : scope.join(' ');
