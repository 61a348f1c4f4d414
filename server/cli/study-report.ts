import type { Context } from '../use-cases/context.ts';
import { tabulateStudy } from '../use-cases/tabulate-study.ts';
import { printTable } from './print-table.ts';

/** Archetypes by branch of a study, for the terminal. */
export async function studyReport(context: Context, studyId: string): Promise<string> {
  const table = await tabulateStudy(context, {
    studyId,
    rows: 'archetype',
    columns: 'branch',
    weighted: true,
    scope: null,
  });
  return `${printTable(table)}\n`;
}
