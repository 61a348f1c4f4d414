import { z } from 'zod';

export const ROLES = ['enumerator', 'supervisor', 'analyst', 'product', 'administrator'] as const;
export type Role = (typeof ROLES)[number];
export const roleSchema = z.enum(ROLES);

/** All that a signed-in person may be allowed to do. Each server route names exactly one. */
export const PERMISSIONS = [
  'results.read',
  'respondents.export',
  'segmentation.compute',
  'tablets.read',
  'tablets.enrol',
  'tablets.rename',
  'tablets.revoke',
  'drafts.recover',
  'people.read',
  'people.manage',
  'audit.read',
  'supervision.read',
  'supervision.target',
  'studies.manage',
  'cases.read',
  'cases.manage',
  'cases.contacts',
  'review.read',
  'review.decide',
  'review.photos',
  'backcheck.read',
  'backcheck.run',
  'personal.erase',
  'personal.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who may do what. Branch scope narrows each of these further, on the server. */
export const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  enumerator: [],
  supervisor: [
    'results.read',
    'tablets.read',
    'tablets.enrol',
    'tablets.rename',
    'drafts.recover',
    'supervision.read',
    'supervision.target',
    'cases.read',
    'cases.manage',
    'cases.contacts',
    'review.read',
    'review.decide',
    'review.photos',
    'backcheck.read',
    'backcheck.run',
  ],
  analyst: [
    'results.read',
    'respondents.export',
    'segmentation.compute',
    'supervision.read',
    'cases.read',
    'backcheck.read',
  ],
  product: ['results.read'],
  administrator: PERMISSIONS,
};

/** Roles that reach respondents' data or other people's accounts, and so sign in with a second factor. */
export const ROLES_WITH_SECOND_FACTOR: readonly Role[] = ['analyst', 'administrator'];

/** Permissions whose every use is recorded in the audit log, reads too. */
export const RECORDED_READS: readonly Permission[] = [
  'respondents.export',
  'cases.contacts',
  'review.photos',
];

/** `null` is every branch of the institution. */
export const branchScopeSchema = z.array(z.string()).nullable();
export type BranchScope = z.infer<typeof branchScopeSchema>;
