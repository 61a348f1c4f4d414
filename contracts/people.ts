import { z } from 'zod';
import { branchScopeSchema, roleSchema } from './roles.ts';

/** Shortest password, in characters. Length is what makes a password hard to guess. */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/**
 * Whether a person uses a second factor: `on`, `off` (her role may do without), `needed` (she must set it up
 * before anything else), `exempt` (a person of the demo, whose role would need one).
 */
const SECOND_FACTOR_STATES = ['on', 'off', 'needed', 'exempt'] as const;
export const secondFactorSchema = z.enum(SECOND_FACTOR_STATES);
export type SecondFactorState = z.infer<typeof secondFactorSchema>;

/** `invited` has no password yet; `deactivated` may not sign in, and nothing of hers is deleted. */
const PERSON_STATES = ['active', 'invited', 'deactivated'] as const;

/** GET /api/people */
export const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  branches: branchScopeSchema,
  state: z.enum(PERSON_STATES),
  /** One of the demo's made-up people. */
  demo: z.boolean(),
  secondFactor: secondFactorSchema,
  createdAt: z.string(),
});
export type Person = z.infer<typeof personSchema>;

const branchesSchema = z
  .array(z.string().min(1).max(64))
  .min(1, 'choose at least one branch, or null for every branch')
  .max(1000)
  .nullable();

/** POST /api/people */
export const inviteSchema = z.strictObject({
  name: z.string().trim().min(1, 'give a name').max(120),
  email: z.email('expected an e-mail address').max(254),
  role: roleSchema,
  branches: branchesSchema,
});

/** PUT /api/people/:id */
export const personChangeSchema = z.strictObject({ role: roleSchema, branches: branchesSchema });

/** Answer to an invitation or a reset. The code is shown once; the server keeps its hash. */
export const personCodeSchema = z.strictObject({ code: z.string(), expiresAt: z.string() });
export type PersonCode = z.infer<typeof personCodeSchema>;

const passwordSchema = z
  .string()
  .min(SHORTEST_PASSWORD, `use at least ${String(SHORTEST_PASSWORD)} characters`)
  .max(LONGEST_PASSWORD);

/** POST /api/people/password — with the code of an invitation or a reset. */
export const passwordByCodeSchema = z.strictObject({ code: z.string().max(40), password: passwordSchema });
/** Whose password was set. */
export const passwordSetSchema = z.strictObject({ name: z.string(), email: z.string() });

/** POST /api/me/password */
export const passwordChangeSchema = z.strictObject({
  current: z.string().max(LONGEST_PASSWORD),
  password: passwordSchema,
});

/** POST /api/auth/sign-in/email and its answer: whether a code of the second factor is asked for next. */
export const signInSchema = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(LONGEST_PASSWORD),
});
export const signInAnswerSchema = z.strictObject({ codeAsked: z.boolean() });

/** POST /api/auth/two-factor/enable and its answer: the secret as a URI for an authenticator app. */
export const secondFactorRequestSchema = z.strictObject({ password: z.string().max(LONGEST_PASSWORD) });
export const secondFactorSetupSchema = z.strictObject({
  totpURI: z.string(),
  backupCodes: z.array(z.string()),
});
export type SecondFactorSetup = z.infer<typeof secondFactorSetupSchema>;

/** POST /api/auth/two-factor/verify-totp and verify-backup-code */
export const secondFactorCodeSchema = z.strictObject({ code: z.string().trim().min(1).max(40) });
