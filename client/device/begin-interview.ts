import type { Language } from '../../contracts/language.ts';
import type { Revision } from '../../contracts/revision.ts';
import type { BegunBackCheck, Enrolment } from './device-schema.ts';
import { createDraft } from './drafts.ts';
import { isoWithOffset } from './iso-with-offset.ts';
import type { DeviceDatabase } from './open-database.ts';
import { rememberBranch } from './vault/profile.ts';
import type { Vault } from './vault/vault.ts';

/** What an interview, or a back-check, begins with. */
export interface Beginning {
  readonly branch: string;
  readonly language: Language;
  /** Absent for someone found on the spot. */
  readonly caseId?: string | undefined;
  /** Where it is to take the place of an earlier interview. */
  readonly revision?: Revision | undefined;
  /** Where only a few items are asked again. */
  readonly backCheck?: BegunBackCheck | undefined;
  /** Absent: the study's newest. */
  readonly instrument?: { readonly name: string; readonly version: string };
}

/**
 * The one way that an interview begins: a draft with a new id, under the current link, by whoever has the
 * tablet unlocked. Gives the id once it is on disk. Throws INSTRUMENT_UNKNOWN where this Waymark does not
 * have the version that is asked for.
 */
export async function beginInterview(
  { database, vault, nowMs }: { database: DeviceDatabase; vault: Vault; nowMs: number },
  { study, tabletId }: Pick<Enrolment, 'study' | 'tabletId'>,
  { branch, language, caseId, revision, backCheck, instrument = study.instrument }: Beginning,
): Promise<string> {
  // Brings zod: not before it is needed.
  const { publishedHash } = await import('../../instruments/registry.ts');
  const { name, version } = instrument;
  const id = crypto.randomUUID();
  await createDraft(database, vault, {
    id,
    tabletId,
    studyId: study.id,
    instrument: { name, version, hash: publishedHash(name, version) },
    branch,
    language,
    enumerator: vault.name,
    startedAt: isoWithOffset(nowMs),
    ...(caseId !== undefined && { caseId }),
    ...(revision !== undefined && { revision }),
    ...(backCheck !== undefined && { backCheck }),
  });
  await rememberBranch(database, vault, branch);
  return id;
}
