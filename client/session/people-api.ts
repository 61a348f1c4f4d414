import { z } from 'zod';
import { auditPageSchema, type AuditQuery } from '../../contracts/audit.ts';
import {
  passwordSetSchema,
  personCodeSchema,
  personSchema,
  secondFactorSetupSchema,
} from '../../contracts/people.ts';
import type { BranchScope, Role } from '../../contracts/roles.ts';
import { request } from './request.ts';

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
}

const person = (id: string): string => `/api/people/${encodeURIComponent(id)}`;
const nothing = z.unknown();

/** A search of the audit log as it stands in an address; what is empty is left out. */
const auditSearch = (query: AuditQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])),
  ).toString();

export const auditCsvUrl = (query: AuditQuery): string => `/api/audit.csv?${auditSearch(query)}`;

/** Every call about people, one's own account and the audit log, each answer checked against its contract. */
export const peopleApi = {
  list: (signal: AbortSignal) => request('/api/people', z.array(personSchema), { signal }),
  invite: (body: Invitation) => request('/api/people', personCodeSchema, { body }),
  change: (id: string, body: { readonly role: Role; readonly branches: BranchScope }) =>
    request(person(id), nothing, { body, method: 'PUT' }),
  reset: (id: string) => request(`${person(id)}/reset`, personCodeSchema, { body: {} }),
  resetSecondFactor: (id: string) => request(`${person(id)}/reset-second-factor`, nothing, { body: {} }),
  deactivate: (id: string) => request(`${person(id)}/deactivate`, nothing, { body: {} }),
  reactivate: (id: string) => request(`${person(id)}/reactivate`, nothing, { body: {} }),
  choosePassword: (code: string, password: string) =>
    request('/api/people/password', passwordSetSchema, { body: { code, password } }),
  changePassword: (current: string, password: string) =>
    request('/api/me/password', nothing, { body: { current, password } }),
  signOutEverywhere: () => request('/api/me/sign-out-everywhere', nothing, { body: {} }),
  beginSecondFactor: (password: string) =>
    request('/api/auth/two-factor/enable', secondFactorSetupSchema, { body: { password } }),
  /** A code of the authenticator app, or a backup code; ends signing in, or setting up. */
  sendCode: (code: string, kind: 'app' | 'backup') =>
    request(`/api/auth/two-factor/verify-${kind === 'app' ? 'totp' : 'backup-code'}`, nothing, {
      body: { code },
    }),
  audit: (query: AuditQuery, signal: AbortSignal) =>
    request(`/api/audit?${auditSearch(query)}`, auditPageSchema, { signal }),
};
