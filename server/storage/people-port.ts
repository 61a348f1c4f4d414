import type { BranchScope, Role } from '../../contracts/roles.ts';

export interface PersonRecord {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
  readonly demo: boolean;
  readonly createdAt: string;
  readonly deactivatedAt: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
}

export interface NewPersonRecord {
  readonly userId: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  /** As the auth library hashes it; null for someone who is still to choose one. */
  readonly passwordHash: string | null;
  readonly role: Role;
  readonly branches: BranchScope;
  readonly demo: boolean;
  readonly createdAt: string;
}

/** People with their accounts. Passwords come hashed; sessions and second factors are the auth library's. */
export interface PeopleStore {
  /** False, and nothing is stored, where the e-mail address is taken. */
  add(person: NewPersonRecord): Promise<boolean>;
  find(userId: string): Promise<PersonRecord | null>;
  /** By address, in lower case. */
  findByEmail(email: string): Promise<PersonRecord | null>;
  /** In order of name. */
  list(): Promise<PersonRecord[]>;
  setRole(userId: string, role: Role, branches: BranchScope): Promise<void>;
  /** Null: she may sign in again. */
  setDeactivated(userId: string, at: string | null): Promise<void>;
  /** Null: no password opens the account until she chooses one. */
  setPassword(userId: string, passwordHash: string | null, now: string): Promise<void>;
  endSessions(userId: string): Promise<void>;
  /** Whose sign-in waits for a code, by the id it goes by; null where it is over, or there is none. */
  ofPendingSignIn(id: string): Promise<string | null>;
  clearSecondFactor(userId: string): Promise<void>;
  /** Keeps the code's hash; earlier ones of hers stop working. */
  putCode(code: {
    readonly codeHash: string;
    readonly userId: string;
    readonly expiresAt: string;
  }): Promise<void>;
  /** Uses up a code that has not expired, and says whose it was. */
  takeCode(codeHash: string, now: string): Promise<string | null>;
}

/** Wrong sign-ins under one key (an account, an address, or both), since the last right one. */
export interface Attempts {
  readonly failures: number;
  readonly blockedUntil: string | null;
}

export interface AttemptStore {
  find(key: string): Promise<Attempts | null>;
  put(key: string, attempts: Attempts, now: string): Promise<void>;
  clear(key: string): Promise<void>;
  /** Forgets those whose last attempt is older. */
  forget(before: string): Promise<void>;
}
