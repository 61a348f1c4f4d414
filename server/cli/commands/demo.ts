import type { Command } from 'commander';
import { parseSeed, wholeNumber } from '../parse-number.ts';
import { DATA_OPTION, withWaymark } from '../with-waymark.ts';

interface DemoOptions {
  readonly data?: string;
  readonly count: number;
  readonly seed: number;
  readonly renewPasswords?: boolean;
}

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('Loads the demo study: synthetic interviews, and a person for each role.')
    .option(...DATA_OPTION)
    .option('--count <number>', 'interviews', wholeNumber(1, 1_000_000), 2000)
    .option('--seed <number>', 'the same seed gives the same interviews', parseSeed, 1)
    .option('--renew-passwords', 'give the people of the demo new passwords')
    .addHelpText(
      'after',
      `
Example:
  waymark demo --data ./data`,
    )
    .action(demo);
}

async function demo({ data, count, seed, renewPasswords = false }: DemoOptions): Promise<void> {
  const [{ loadDemo, renewDemoPasswords }, { studyReport }, { signInText }] = await Promise.all([
    import('../../use-cases/load-demo.ts'),
    import('../study-report.ts'),
    import('../sign-in-text.ts'),
  ]);
  await withWaymark(data, async ({ context }) => {
    const { studyId, created, people } = await loadDemo(context, { count, seed });
    process.stdout.write(
      `${created ? '' : 'The demo study is there already.\n\n'}${await studyReport(context, studyId)}`,
    );
    const signIns = renewPasswords && !created ? await renewDemoPasswords(context) : people;
    if (signIns.length > 0)
      process.stdout.write(`\nSign in (role, e-mail, password):\n${signInText(signIns)}`);
  });
}
