import { InvalidArgumentError, type Command } from 'commander';
import { WaymarkError } from '../../contracts/errors.ts';
import { setupChangeSchema, waveSchema, type SetupChange, type Wave } from '../../contracts/study-setup.ts';

/** How a study is laid out, as the command line says it. */
export interface LayoutOptions {
  readonly starts?: string;
  readonly ends?: string;
  readonly wave?: readonly Wave[];
  readonly quotas?: string;
}

/** Options that `study add` and `study set` share. */
export const addLayoutOptions = (command: Command): Command =>
  command
    .option('--starts <date>', 'first day of the study, as 2026-11-01')
    .option('--ends <date>', 'last day of the study')
    .option('--wave <wave>', 'NUMBER=NAME:FIRST-DAY:LAST-DAY; once for each wave', parseWave)
    .option('--quotas <file>', 'CSV with the columns branch, variable, code, interviews');

const WAVE = /^(?<number>\d{1,3})=(?<name>.+):(?<startsOn>\d{4}-\d\d-\d\d):(?<endsOn>\d{4}-\d\d-\d\d)$/;

function parseWave(text: string, earlier: readonly Wave[] = []): readonly Wave[] {
  const found = WAVE.exec(text.trim())?.groups;
  const wave = waveSchema.safeParse({ ...found, number: Number(found?.number) });
  if (wave.success) return [...earlier, wave.data];
  throw new InvalidArgumentError(
    'Expected NUMBER=NAME:FIRST-DAY:LAST-DAY, as "1=Baseline:2026-11-01:2026-11-30".',
  );
}

/** What of it changes the set-up of a study. Throws INVALID_REQUEST, and what reading the file of quotas throws. */
export async function layoutChange({ starts, ends, wave, quotas }: LayoutOptions): Promise<SetupChange> {
  const { readQuotasFile } = await import('../imports/read-quotas-file.ts');
  const change = setupChangeSchema.safeParse({
    ...(starts === undefined ? {} : { startsOn: starts }),
    ...(ends === undefined ? {} : { endsOn: ends }),
    ...(wave === undefined ? {} : { waves: [...wave] }),
    ...(quotas === undefined ? {} : { quotas: await readQuotasFile(quotas) }),
  });
  if (change.success) return change.data;
  const [issue] = change.error.issues;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}.`,
    'Write days as 2026-11-01, the first one before the last.',
  );
}
