import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface PhotosOptions {
  readonly data?: string;
  readonly interview: string;
  readonly output: string;
}

export function addPhotosCommand(program: Command): void {
  program
    .command('photos')
    .description(
      'Writes the photos of one interview to a folder. They are personal data; the log records it.',
    )
    .option(...DATA_OPTION)
    .requiredOption('--interview <id>', 'of the interview')
    .requiredOption('--output <folder>', 'an existing folder')
    .addHelpText('after', '\nExample:\n  waymark photos --data ./data --interview 3f2a… --output ./photos')
    .action(writePhotos);
}

async function writePhotos({ data, interview, output }: PhotosOptions): Promise<void> {
  const [{ readPhotos }, { record }] = await Promise.all([
    import('../../use-cases/read-photo.ts'),
    import('../../use-cases/audit/audited.ts'),
  ]);
  const { photos, aside } = await withExistingWaymark(data, async ({ context, accept }) => {
    const { attachments } = context.store;
    const its = await attachments.interviewOf(interview);
    const found = its
      ? await readPhotos(attachments, accept.keys, { studyId: its.studyId, submissionId: interview })
      : [];
    await record(context, { action: 'photos.read', target: `interview:${interview}` }, 'done');
    return { photos: found, aside: await attachments.setAside(interview) };
  });
  for (const { hash, reason } of aside)
    process.stdout.write(`${hash.slice(0, 8)} is set aside and was not written: ${reason}\n`);
  if (photos.length === 0)
    throw new WaymarkError('NOT_FOUND', `No photo is held of interview "${interview}".`, 'Check the id.');
  for (const { item, hash, bytes } of photos) {
    const file = join(output, `${interview}-${item}-${hash.slice(0, 8)}.jpg`);
    await writeFile(file, bytes).catch((error: unknown) => {
      throw new WaymarkError(
        'FILE_UNWRITABLE',
        `The photo could not be written to ${file}: ${String(error)}`,
      );
    });
    process.stdout.write(`${file}: ${bytes.length} bytes. It is personal data.\n`);
  }
}
