import { ARCHETYPES } from '../../../contracts/archetype.ts';
import { localize } from '../../../contracts/language.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { StudySetup } from '../../../contracts/study-setup.ts';
import { publishedHashes } from '../../../instruments/registry.ts';
import type { StudyRecord } from '../../storage/port.ts';
import { substantiveValues, tableVariables } from '../column-builder.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';
import { inScope } from '../in-scope.ts';

/** How a study is laid out, over the branches the reader may see; labels in her language. Throws NOT_FOUND. */
export async function readSetup(
  { store }: Context,
  studyId: string,
  scope: BranchScope,
  language = 'en',
): Promise<StudySetup> {
  const study = await findStudy(store, studyId);
  const { codebook } = await loadStudyCodebook(store, study);
  const { clients, quotas, versions, ...dates } = await store.studies.setup(study.id);
  return {
    id: study.id,
    title: study.title,
    synthetic: study.synthetic,
    startsOn: dates.startsOn,
    endsOn: dates.endsOn,
    instrument: study.instrument,
    versions:
      versions.length > 0 ? [...versions] : [{ version: study.instrument.version, since: study.createdAt }],
    newerVersions: newerVersions(study),
    waves: [...dates.waves],
    branches: study.branches
      .filter(({ code }) => inScope(scope, code))
      .map(({ code, name }) => ({ code, name, clients: clients.get(code) ?? null })),
    quotas: quotas.filter(({ branch }) => (branch === null ? scope === null : inScope(scope, branch))),
    groups: [
      {
        variable: 'archetype',
        label: 'Archetype',
        codes: ARCHETYPES.map((code) => ({ code, label: code })),
      },
      ...tableVariables(codebook).map((variable) => ({
        variable: variable.name,
        label: localize(variable.label, language),
        codes: substantiveValues(variable).map(({ code, label }) => ({
          code,
          label: localize(label, language),
        })),
      })),
    ],
  };
}

/** Published versions after the study's own, oldest first. None for a study that brought its own codebook. */
export function newerVersions({ codebookHash, instrument }: StudyRecord): string[] {
  if (codebookHash !== null) return [];
  const number = (version: string): number => Number(version.slice(1));
  return [...publishedHashes(instrument.name).keys()]
    .filter((version) => number(version) > number(instrument.version))
    .sort((one, other) => number(one) - number(other));
}
