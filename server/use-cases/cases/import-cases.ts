import type { Contact } from '../../../contracts/case.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { CaseImportResult } from '../../../contracts/case-list.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import { readCasesFile, type CaseLine } from '../../imports/read-cases-file.ts';
import type { CaseRecord, StudyRecord, TabletRecord } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { inScope } from '../in-scope.ts';
import { refuseUnknownWave } from './refuse-unknown-wave.ts';

export interface CaseImport {
  readonly studyId: string;
  /** Path of the file, or its name where `text` is given. */
  readonly path: string;
  readonly text?: string;
  /** Absent: entries keep the wave they have; new ones have none. */
  readonly wave?: number | undefined;
  /** Branches of whoever imports. */
  readonly scope: BranchScope;
  readonly actor?: Actor;
}

/**
 * Takes a respondent list, all of it or nothing. An id that is there already is changed, never doubled: what the
 * file has no column for stays as it is. The file's names, numbers and addresses go to the table of contacts.
 *
 * @throws WaymarkError NOT_FOUND for the study or wave, NOT_ALLOWED for a branch outside the person's,
 *   UNKNOWN_CODE for a branch or tablet that is not there, and what `readCasesFile` throws
 */
export async function importCases(context: Context, wanted: CaseImport): Promise<CaseImportResult> {
  const { path, scope, wave, actor } = wanted;
  const study = await findStudy(context.store, wanted.studyId);
  if (wave !== undefined) await refuseUnknownWave(context.store, study.id, wave);
  const { lines, leftAside } = await readCasesFile(path, wanted.text);
  const waves = new Set((await context.store.studies.setup(study.id)).waves.map(({ number }) => number));
  const addedAt = context.clock().toISOString();
  const note = ({ added, updated }: CaseImportResult) => ({
    actor,
    action: 'cases.manage',
    target: `study:${study.id}`,
    detail: `list imported: ${added} new, ${updated} changed`,
  });
  return audited(context, note, async (store) => {
    const known = new Map((await store.cases.list(study.id)).map((one) => [one.id, one]));
    const contacts = await store.cases.contacts(
      study.id,
      lines.map(({ id }) => id),
    );
    const all = await store.tablets.list();
    const nameOf = (tabletId: string | null = null) => all.find(({ id }) => id === tabletId)?.name;
    const tablets = tabletsByName(all, study);
    const cases = lines.map((line) => {
      const earlier = known.get(line.id);
      refuseBranch(path, line, study, scope, earlier);
      refuseWave(path, line, waves, wave);
      const tabletId =
        line.assigned === undefined || line.assigned === nameOf(earlier?.tabletId)
          ? stillGivenTo(line, earlier)
          : tabletOf(path, line, tablets, scope);
      return {
        ...{ id: line.id, branch: line.branch, wave: line.wave ?? wave ?? earlier?.wave ?? null, tabletId },
        // Kept for as long from now as someone listed for the first time.
        addedAt: line.contact === undefined ? (earlier?.addedAt ?? addedAt) : addedAt,
        contact: contactOf(line, contacts.get(line.id)),
      };
    });
    await store.cases.put(study.id, cases);
    const updated = cases.filter(({ id }) => known.has(id)).length;
    return { added: cases.length - updated, updated, leftAside: [...leftAside] };
  });
}

/** What the line says of how she is found, over what was known before. */
function contactOf({ contact, blank }: CaseLine, earlier: Contact | undefined): Contact | undefined {
  if (contact === undefined) return undefined;
  const known = Object.entries({ ...earlier, ...contact });
  const given = known.filter(([field]) => !blank.some((one) => one === field));
  return given.length === 0 && earlier === undefined ? undefined : Object.fromEntries(given);
}

/** The tablet that she was given to; none where she moved to another branch, for it may not work there. */
const stillGivenTo = ({ branch }: CaseLine, earlier: CaseRecord | undefined): string | null =>
  earlier?.branch === branch ? earlier.tabletId : null;

function refuseBranch(
  path: string,
  { line, id, branch }: CaseLine,
  study: StudyRecord,
  scope: BranchScope,
  earlier: CaseRecord | undefined,
): void {
  if (!study.branches.some(({ code }) => code === branch))
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `${path}, line ${line}: the study has no branch "${branch}".`,
      `Its branches are: ${study.branches.map(({ code }) => code).join(', ')}.`,
    );
  const outside = [branch, ...(earlier === undefined ? [] : [earlier.branch])].find(
    (code) => !inScope(scope, code),
  );
  if (outside !== undefined)
    throw new WaymarkError(
      'NOT_ALLOWED',
      `${path}, line ${line}: the id "${id}" belongs to a branch outside your own.`,
      'Leave it out, or ask an administrator.',
    );
}

/** A wave that the study does not have, or another one than the whole list is said to be of. */
function refuseWave(
  path: string,
  { line, wave }: CaseLine,
  waves: ReadonlySet<number>,
  ofAll: number | undefined,
): void {
  if (wave === undefined) return;
  if (!waves.has(wave))
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `${path}, line ${line}: the study has no wave ${wave}.`,
      waves.size === 0 ? 'Add waves to the study first.' : `Its waves are: ${[...waves].join(', ')}.`,
    );
  if (ofAll !== undefined && ofAll !== wave)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `${path}, line ${line}: the line is of wave ${wave}, where the list was said to be of wave ${ofAll}.`,
      'Choose no wave for the list, or blank the cells under "wave".',
    );
}

/** Tablets of the study by name, none that is revoked. */
function tabletsByName(
  all: readonly TabletRecord[],
  study: StudyRecord,
): ReadonlyMap<string, readonly TabletRecord[]> {
  const tablets = all.filter(({ studyId, revokedAt }) => studyId === study.id && revokedAt === null);
  const byName = new Map<string, TabletRecord[]>();
  for (const tablet of tablets) byName.set(tablet.name, [...(byName.get(tablet.name) ?? []), tablet]);
  return byName;
}

function tabletOf(
  path: string,
  { line, branch, assigned = '' }: CaseLine,
  tablets: ReadonlyMap<string, readonly TabletRecord[]>,
  scope: BranchScope,
): string | null {
  if (assigned === '') return null;
  const [tablet, other] = (tablets.get(assigned) ?? []).filter(
    ({ branches }) => inScope(branches, branch) && inScope(scope, branch),
  );
  if (tablet !== undefined && other === undefined) return tablet.id;
  throw new WaymarkError(
    'UNKNOWN_CODE',
    tablet === undefined
      ? `${path}, line ${line}: no tablet named "${assigned}" works for branch "${branch}".`
      : `${path}, line ${line}: more than one tablet named "${assigned}" works for branch "${branch}".`,
    'Write the name as it stands on the page Tablets, or leave the cell blank and give the case to a tablet later.',
  );
}
