import type { TableVariable } from '../../contracts/api.ts';
import { tableVariables } from './column-builder.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';
import { STUDY_VARIABLES } from './table-axis.ts';

/** What can be tabulated in a study: segments and branch first, then the codebook's coded items. */
export async function listVariables(context: Context, studyId: string): Promise<TableVariable[]> {
  const study = await findStudy(context.store, studyId);
  const { codebook } = await loadStudyCodebook(context.store, study);
  return [
    ...STUDY_VARIABLES.map(({ name, kind, label }) => ({ name, kind, label: { en: label } })),
    ...tableVariables(codebook).map(({ name, label }) => ({ name, label, kind: 'item' as const })),
  ];
}
