import { Option, type Command } from 'commander';
import { addDesignOptions, type DesignOptions } from '../design-options.ts';
import { parseNames, parseRatio } from '../parse-list.ts';
import { requireOptions } from '../require-options.ts';
import {
  CODEBOOK_OPTION,
  INSTRUMENT_OPTION,
  resolveCodebook,
  type CodebookChoice,
} from '../resolve-codebook.ts';
import { addExperimentAssignCommand } from './experiment-assign.ts';
import { addExperimentPowerCommand } from './experiment-power.ts';

interface ExperimentOptions extends DesignOptions, CodebookChoice {
  readonly input?: string;
  readonly arm?: string;
  readonly control?: string;
  readonly outcome?: readonly string[];
  readonly segment?: string;
  readonly success?: readonly string[];
  readonly measure: 'auto' | 'share' | 'mean';
  readonly ratio?: readonly number[];
  readonly output?: string;
}

export function addExperimentCommand(program: Command): void {
  const experiment = program
    .command('experiment')
    .description(
      'Compares the arms of an experiment with a control. With "power" or "assign": plans one before the start.',
    )
    .enablePositionalOptions()
    .option('--input <file>', 'any CSV file with a header line (UTF-8), one person a row')
    .option('--arm <column>', 'column that says which arm each person is in')
    .option('--control <name>', 'the arm that the others are compared with')
    .option(
      '--outcome <columns>',
      'column of what came of it (yes/no, 1/0, or numbers); several with commas, the most important first',
      parseNames,
    )
    .option('--segment <column>', 'column to compare the arms within, e.g. the archetype')
    .option('--success <codes>', 'values that mean the outcome happened, with commas', parseNames)
    .addOption(
      new Option('--measure <measure>', 'compare shares of people or means of numbers')
        .choices(['auto', 'share', 'mean'])
        .default('auto'),
    )
    .option('--ratio <parts>', 'planned sizes of the arms, the control first, e.g. 2:1:1', parseRatio);
  addDesignOptions(experiment)
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Shares are from 0 to 1. Blank outcomes are counted per arm and left out. With --psu, --strata or --weight
the comparison is design-based; use --psu where whole villages or centres were put into an arm.

Example:
  waymark experiment --input docs/examples/messages.csv --arm arm --control control \\
    --outcome replied,transacted_week,transacted_month,transacted_two_months --segment archetype`,
    )
    .action(compare);
  addExperimentPowerCommand(experiment);
  addExperimentAssignCommand(experiment);
}

async function compare(options: ExperimentOptions): Promise<void> {
  const { input, arm, control, outcome } = requireOptions(options, ['input', 'arm', 'control', 'outcome']);
  const [{ readExperiment }, { reportExperiment }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../read-experiment.ts'),
    import('../report-experiment.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  const { output, codebook } = options;
  if (output !== undefined) await refuseOverwriting(output, [input, codebook]);
  const file = await readExperiment(
    { ...options, input, arm, control, outcomes: outcome },
    await resolveCodebook(options),
  );
  await writeJson(reportExperiment(file, { arm, control }), output);
}
