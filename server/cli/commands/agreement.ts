import { InvalidArgumentError, Option, type Command } from 'commander';
import { CODEBOOK_OPTION, INSTRUMENT_OPTION } from '../resolve-codebook.ts';
import { shareBetween } from '../parse-number.ts';
import type { AgreementOptions } from '../clustering/agreement-options.ts';

export function addAgreementCommand(program: Command): void {
  program
    .command('agreement')
    .description('Says how far two columns agree: table, kappa, weighted kappa, adjusted Rand index.')
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--a <column>', 'the one judgement, e.g. the archetype by the rules')
    .requiredOption('--b <column>', 'the other, e.g. the cluster')
    .option('--weight <column>', 'column of sampling weights')
    .option(
      '--order <list>',
      'categories from low to high, with commas between; others are left out',
      parseOrder,
    )
    .option('--confidence <share>', 'confidence level of intervals', shareBetween(0.5, 0.9999), 0.95)
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Kappa needs the same categories in both columns; the weighted kappa also their order, from low to high
(quadratic weights). The adjusted Rand index compares groupings and does not care for names.

Example:
  waymark agreement --input docs/examples/clients.csv --a ruleArchetype --b archetype --weight weight --order Nascent,Experimenter,Emerger,Enabled`,
    )
    .action(agreement);
}

async function agreement(options: AgreementOptions): Promise<void> {
  const [{ agreementOfFile }, { writeJson }, { refuseOverwriting }] = await Promise.all([
    import('../clustering/agreement-of-file.ts'),
    import('../write-json.ts'),
    import('../refuse-overwriting.ts'),
  ]);
  const { input, codebook, output } = options;
  if (output !== undefined) await refuseOverwriting(output, [input, codebook]);
  await writeJson(await agreementOfFile(options), output);
}

function parseOrder(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim());
  if (!codes.includes('') && new Set(codes).size === codes.length && codes.length > 1) return codes;
  throw new InvalidArgumentError('Expected two or more different categories, with commas between.');
}
