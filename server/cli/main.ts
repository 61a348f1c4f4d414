import { WaymarkError } from '../../contracts/errors.ts';
import { createProgram } from './create-program.ts';
import { exitCodeOf, reportError } from './report-error.ts';

/** The `waymark` command. Exit codes: 0 done, 2 something the caller can mend, 1 a fault of Waymark's own. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`waymark … | head`): nothing more to say.
  if (error.code === 'EPIPE') process.exit(0);
  reportError(
    new WaymarkError(
      'FILE_UNWRITABLE',
      `Standard output cannot be written (${error.code ?? 'unknown'}).`,
      'Where it goes to a file, free some space on that disk.',
    ),
  );
  process.exit(2);
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  reportError(error);
  process.exitCode = exitCodeOf(error);
}
