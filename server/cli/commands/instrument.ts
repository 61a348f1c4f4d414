import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';

export function addInstrumentCommand(program: Command): void {
  const instrument = program
    .command('instrument')
    .description('Checks instruments and derives their codebooks.');
  instrument
    .command('check')
    .description('Passes an instrument or a codebook through the gate and lists every fault.')
    .argument(
      '[what...]',
      'folder of an instrument, codebook file, or name of an instrument (default: all of them)',
    )
    .addHelpText(
      'after',
      `
Example:
  waymark instrument check msme-digital-maturity`,
    )
    .action(check);
  instrument
    .command('derive')
    .description('Writes the codebook of an instrument from its survey.json and model.json.')
    .argument('<folder>', 'folder of the instrument')
    .requiredOption('--output <file>', 'where to write the codebook (JSON)')
    .addHelpText(
      'after',
      `
Example:
  waymark instrument derive instruments/msme-digital-maturity/v1 --output codebook.json`,
    )
    .action(derive);
}

async function check(targets: readonly string[]): Promise<void> {
  const [{ checkTarget }, { listInstruments }] = await Promise.all([
    import('../check-target.ts'),
    import('../../../instruments/registry.ts'),
  ]);
  const all =
    targets.length > 0
      ? targets
      : [
          ...listInstruments().map(({ name, version }) => `${name}/${version}`),
          ...(await externalCodebooks()),
        ];
  let faults = 0;
  for (const target of all) {
    const findings = await checkTarget(target);
    faults += findings.length;
    process.stdout.write(
      `${target}: ${findings.length === 0 ? 'no faults' : `${findings.length} to mend`}\n`,
    );
    for (const { code, where, message, hint } of findings)
      process.stdout.write(`  ${code} at ${where}: ${message}\n    ${hint}\n`);
  }
  if (faults > 0)
    throw new WaymarkError(
      'INSTRUMENT_INVALID',
      `${faults} ${faults === 1 ? 'fault was' : 'faults were'} found.`,
      'Each is listed above with its place and what to do.',
    );
}

/** The codebooks of data that Waymark did not collect. */
async function externalCodebooks(): Promise<string[]> {
  const [{ readdir }, path, { projectRoot }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('../../project-root.ts'),
  ]);
  const folder = path.join(projectRoot(), 'instruments', 'external');
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => path.relative(process.cwd(), path.join(folder, name, 'codebook.json')));
}

async function derive(folder: string, { output }: { readonly output: string }): Promise<void> {
  const [path, { deriveCodebook }, { readJson }, { writeAtomically }, { refuseOverwriting }] =
    await Promise.all([
      import('node:path'),
      import('../../../instruments/derive-codebook.ts'),
      import('../../imports/read-json.ts'),
      import('../../exports/write-atomically.ts'),
      import('../refuse-overwriting.ts'),
    ]);
  await refuseOverwriting(
    output,
    ['survey.json', 'model.json', 'result-card.json'].map((file) => path.join(folder, file)),
  );
  const survey = await readJson(path.join(folder, 'survey.json'), 'INSTRUMENT_INVALID');
  const model = await readJson(path.join(folder, 'model.json'), 'INSTRUMENT_INVALID');
  await writeAtomically(output, [`${JSON.stringify(deriveCodebook(survey, model), null, 2)}\n`]);
}
