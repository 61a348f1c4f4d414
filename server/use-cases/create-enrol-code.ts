import { randomInt } from 'node:crypto';
import { WaymarkError } from '../../contracts/errors.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Actor } from './audit/actor.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { scopeWithin } from './in-scope.ts';
import { scopeText } from './people/scope-text.ts';
import { sha256 } from './sha256.ts';

/** Letters and digits that cannot be mistaken for one another on a small screen. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;
const HOUR_MS = 3_600_000;

export interface EnrolCodeRequest {
  readonly studyId: string;
  /** Branches whose clients the tablet may interview. */
  readonly branches: BranchScope;
  /** Branches of the person who asks; a code never reaches further. */
  readonly scope: BranchScope;
  readonly validHours?: number;
  /** False only for the demo's code, which several tablets may use until it expires. */
  readonly singleUse?: boolean;
  readonly actor?: Actor;
}

/**
 * Mints a short code that enrols a tablet. Only its hash is kept. 31^8 codes (about 40 bits), one day
 * and a limit on attempts keep it from being guessed.
 *
 * @throws WaymarkError NOT_FOUND, NOT_ALLOWED
 */
export async function createEnrolCode(
  context: Context,
  request: EnrolCodeRequest,
): Promise<{ code: string; expiresAt: string }> {
  const { store, clock } = context;
  const study = await findStudy(store, request.studyId);
  if (!scopeWithin(request.branches, request.scope))
    throw new WaymarkError(
      'NOT_ALLOWED',
      'The code would cover branches outside your own.',
      'Choose among your branches, or ask an administrator.',
    );
  const unknown = request.branches?.find((code) => !study.branches.some((branch) => branch.code === code));
  if (unknown !== undefined)
    throw new WaymarkError(
      'NOT_FOUND',
      `Study "${study.id}" has no branch "${unknown}".`,
      'Choose one of its branches.',
    );
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const expiresAt = new Date(clock().getTime() + (request.validHours ?? 24) * HOUR_MS).toISOString();
  const note = {
    actor: request.actor,
    action: 'tablets.enrol',
    target: `study:${study.id}`,
    detail: `code for ${scopeText(request.branches)}`,
  };
  const code = {
    codeHash: hashEnrolCode(letters),
    studyId: study.id,
    branches: request.branches,
    expiresAt,
    singleUse: request.singleUse ?? true,
  };
  await audited(context, note, (inner) => inner.tablets.addCode(code));
  return { code: `${letters.slice(0, 4)}-${letters.slice(4)}`, expiresAt };
}

/** The hash a code is kept and looked up by; case, spaces and hyphens do not matter. */
export const hashEnrolCode = (code: string): string =>
  sha256(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
