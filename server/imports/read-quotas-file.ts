import { WaymarkError } from '../../contracts/errors.ts';
import { quotaSchema, type Quota } from '../../contracts/study-setup.ts';
import { readKnownColumns } from './read-known-columns.ts';

const KNOWN = ['branch', 'variable', 'code', 'interviews'] as const;

/**
 * Reads quotas: one group a line, with the columns branch (blank: all), variable and code (blank: everybody) and
 * interviews.
 *
 * @throws WaymarkError INVALID_REQUEST with file and line, and what `readKnownColumns` throws
 */
export async function readQuotasFile(path: string): Promise<Quota[]> {
  const quotas: Quota[] = [];
  for await (const { line, cell } of readKnownColumns(path, { known: KNOWN, needed: ['interviews'] })) {
    const interviews = cell('interviews') ?? '';
    const quota = quotaSchema.safeParse({
      ...{ branch: cell('branch') || null, variable: cell('variable') || null, code: cell('code') || null },
      interviews: interviews === '' ? undefined : Number(interviews),
    });
    if (!quota.success)
      throw new WaymarkError(
        'INVALID_REQUEST',
        `${path}, line ${line}: ${quota.error.issues[0]?.message ?? 'not understood'}.`,
        'Give a branch, or a variable with a code, or both, and a whole number of interviews.',
      );
    quotas.push(quota.data);
  }
  return quotas;
}
