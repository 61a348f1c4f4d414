import type { BranchScope } from '../../contracts/roles.ts';
import { inScope } from './in-scope.ts';

/** Places of the respondents whose branch may be seen. */
export function rowsInScope(branches: readonly string[], scope: BranchScope): Uint32Array {
  const places: number[] = [];
  for (const [place, branch] of branches.entries()) if (inScope(scope, branch)) places.push(place);
  return Uint32Array.from(places);
}
