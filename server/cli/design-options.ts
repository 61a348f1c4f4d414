import { Option, type Command } from 'commander';
import type { LonelyPsu } from '../../scoring/design/survey-design.ts';
import { shareBetween } from './parse-number.ts';

/** Names of the columns that say how the sample was drawn. Each may be left out. */
export interface DesignOptions {
  readonly weight?: string;
  readonly strata?: string;
  readonly psu?: string;
  readonly fpc?: string;
  readonly confidence: number;
  readonly lonelyPsu?: LonelyPsu;
}

/** Adds the options that say how the sample was drawn, the same for every command that estimates. */
export function addDesignOptions(command: Command): Command {
  return command
    .option('--weight <column>', 'column of sampling weights')
    .option('--strata <column>', 'column that names the stratum of each row')
    .option('--psu <column>', 'column that names the primary sampling unit (cluster) of each row')
    .option(
      '--fpc <column>',
      'column for the finite population correction: units in the stratum, or the share sampled',
    )
    .option('--confidence <share>', 'confidence level of intervals', shareBetween(0.5, 0.9999), 0.95)
    .addOption(
      new Option('--lonely-psu <rule>', 'how to count a stratum with a single PSU')
        .choices(['adjust', 'average', 'remove', 'certainty', 'fail'])
        .default('adjust'),
    );
}
