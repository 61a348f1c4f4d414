import { Option, type Command } from 'commander';
import { addDesignOptions } from '../design-options.ts';
import { parseNames } from '../parse-list.ts';
import { CODEBOOK_OPTION, INSTRUMENT_OPTION, resolveCodebook } from '../resolve-codebook.ts';
import type { TransitionsOptions } from '../transitions-options.ts';

export function addTransitionsCommand(program: Command): void {
  const command = program
    .command('transitions')
    .description('Says how respondents moved between states, such as archetypes, from one wave to the next.')
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8), one row per person and wave')
    .option('--id <column>', 'column that names each person, the same in every wave')
    .requiredOption('--wave <column>', 'column that names the wave')
    .requiredOption('--state <column>', 'column of the state, e.g. the archetype')
    .option('--order <states>', 'states from low to high, with commas (default: as sorted)', parseNames)
    .option('--from <wave>', 'earlier wave (default: the first)')
    .option('--to <wave>', 'later wave (default: the last)')
    .option('--by <column>', 'column of groups, e.g. the branch, to look at one by one')
    .option('--cross-section', 'compare all of one wave with all of the other, without following persons')
    .addOption(
      new Option('--weight-wave <wave>', 'whose weight, stratum, PSU and group a person in both waves has')
        .choices(['from', 'to'])
        .default('from'),
    );
  addDesignOptions(command)
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Shares are from 0 to 1; a change is later minus earlier. With more than two waves, each wave is also
compared with the next. Leave --id out where persons cannot be followed, or numbers are given anew.

Example:
  waymark transitions --input docs/examples/waves.csv --id id --wave wave --state archetype \\
    --weight weight --strata branch --psu centre --by branch`,
    )
    .action(transitions);
}

async function transitions(options: TransitionsOptions): Promise<void> {
  const { input, output, codebook } = options;
  const [{ transitionsOfFile }, { refuseOverwriting }, { writeJson }] = await Promise.all([
    import('../transitions-of-file.ts'),
    import('../refuse-overwriting.ts'),
    import('../write-json.ts'),
  ]);
  if (output !== undefined) await refuseOverwriting(output, [input, codebook]);
  await writeJson(await transitionsOfFile(options, await resolveCodebook(options)), output);
}
