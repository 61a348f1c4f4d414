import type { BranchScope, Role } from '../../contracts/roles.ts';
import type { Context } from './context.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly branches: BranchScope;
}

/** Adds a person who can sign in, with her role and branches. Returns her user id. */
export async function addPerson({ people, store }: Context, person: NewPerson): Promise<string> {
  const { name, email, password, role, branches } = person;
  const userId = await people.addPerson({ name, email, password });
  await store.people.put({ userId, role, branches });
  return userId;
}
