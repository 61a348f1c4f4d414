import { Option, type Command } from 'commander';
import { parseNames, parseRatio } from '../parse-list.ts';
import { parseSeed } from '../parse-number.ts';

interface AssignOptions {
  readonly input: string;
  readonly id: string;
  readonly arms: readonly string[];
  readonly ratio?: readonly number[];
  readonly stratify?: readonly string[];
  readonly seed: number;
  readonly armColumn: string;
  readonly output: string;
}

export function addExperimentAssignCommand(experiment: Command): void {
  experiment
    .command('assign')
    .description(
      'Assigns people to arms at random, evenly within strata, and writes the file with their arm.',
    )
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8), one person a row')
    .requiredOption('--id <column>', 'column that names each person, once')
    .requiredOption('--arms <names>', 'names of the arms with commas, the control first', parseNames)
    .option('--ratio <parts>', 'sizes of the arms in that order, e.g. 2:1:1 (default: equal)', parseRatio)
    .option(
      '--stratify <columns>',
      'columns whose values each arm should have alike, with commas',
      parseNames,
    )
    .requiredOption(
      '--seed <number>',
      'any whole number; the same gives the same arms: note it down',
      parseSeed,
    )
    .option('--arm-column <name>', 'name of the column to add', 'arm')
    .requiredOption('--output <file>', 'where to write the file with the arms')
    .addOption(new Option('--format <format>', 'how to write the report').choices(['json']).default('json'))
    .addHelpText(
      'after',
      `
The order of rows plays no role. Every column is kept as it is.

Example:
  waymark experiment assign --input docs/examples/clients.csv --id id --arms control,reminder,story \\
    --stratify branch,archetype --seed 20261122 --output assigned.csv`,
    )
    .action(assign);
}

async function assign(options: AssignOptions): Promise<void> {
  const [{ assignFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../assign-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  await refuseOverwriting(options.output, [options.input]);
  await writeJson(await assignFile({ ...options, stratify: options.stratify ?? [] }));
}
