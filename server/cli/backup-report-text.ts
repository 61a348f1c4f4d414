import type { BackupLine, BackupReport } from '../use-cases/import-backup.ts';

type Taken = Extract<BackupLine, { readonly receipt: unknown }>;

/** What an import did, for the administrator: counts first, then each line that was not taken. */
export function backupReportText({ madeAt, lines, missing }: BackupReport): string {
  const taken = lines.filter((line): line is Taken => 'receipt' in line);
  const fresh = taken.filter(({ isNew }) => isNew);
  const count = (is: (line: Taken) => boolean) => fresh.filter(is).length;
  const isDraft = ({ kind }: Taken) => kind === 'draft';
  const isFinished = (status: Taken['receipt']['status']) => (line: Taken) =>
    !isDraft(line) && line.receipt.status === status;
  const photos = lines.filter((line) => 'kind' in line && line.kind === 'photo' && line.isNew).length;
  const problems = lines.flatMap((line) =>
    'notTaken' in line ? [`  line ${line.line}: ${line.notTaken}`] : [],
  );
  return [
    `Backup of ${madeAt}: ${taken.length} records read.`,
    `  ${count(isFinished('stored'))} interviews stored`,
    `  ${taken.length - fresh.length} were there already`,
    `  ${count(isFinished('conflict'))} in conflict with another content of the same id (kept apart)`,
    `  ${count(isFinished('quarantined'))} in quarantine (waymark held tells why)`,
    `  ${count(isDraft)} unfinished interviews recovered and kept apart; they do not count`,
    ...(photos === 0 ? [] : [`  ${photos} photos stored`]),
    ...(problems.length === 0 ? [] : [`Not taken: ${problems.length}`, ...problems]),
    ...(missing === 0 ? [] : [`The file was cut off: ${missing} records that it should have are not in it.`]),
    '',
  ].join('\n');
}
