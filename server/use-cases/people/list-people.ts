import type { Person } from '../../../contracts/people.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { PersonRecord } from '../../storage/port.ts';
import type { Context } from '../context.ts';
import { scopeWithin } from '../in-scope.ts';
import { secondFactorState } from './second-factor-state.ts';

const stateOf = ({ deactivatedAt, hasPassword }: PersonRecord): Person['state'] =>
  deactivatedAt !== null ? 'deactivated' : hasPassword ? 'active' : 'invited';

/** The people whose branches all lie within the reader's. */
export async function listPeople({ store }: Context, scope: BranchScope): Promise<Person[]> {
  const people = await store.people.list();
  return people
    .filter(({ branches }) => scopeWithin(branches, scope))
    .map((person) => ({
      id: person.userId,
      name: person.name,
      email: person.email,
      role: person.role,
      branches: person.branches,
      state: stateOf(person),
      demo: person.demo,
      secondFactor: secondFactorState(person),
      createdAt: person.createdAt,
    }));
}
