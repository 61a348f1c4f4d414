import type { BackupReport } from '../operations/back-up.ts';

/** What a backup or a restored folder holds, for a person to compare. */
export function backupText({ studies, records, tablets, people, files, sha256 }: BackupReport): string {
  const others = files.length === 0 ? 'no other files' : `also ${files.join(', ')}`;
  return (
    `${studies} studies, ${records} records, ${tablets} tablets, ${people} people; ${others}. Checked.\n` +
    `SHA-256 of the backup: ${sha256}\n`
  );
}
