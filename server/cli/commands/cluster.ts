import { InvalidArgumentError, Option, type Command } from 'commander';
import { STANDARDISATIONS } from '../../../scoring/cluster/standardise.ts';
import type { ClusterOptions } from '../clustering/cluster-options.ts';
import { parseSeed, wholeNumber } from '../parse-number.ts';
import { CODEBOOK_OPTION, INSTRUMENT_OPTION } from '../resolve-codebook.ts';

const MOST_CLUSTERS = 50;

export function addClusterCommand(program: Command): void {
  program
    .command('cluster')
    .description('Finds groups of similar rows (k-means), and says how many there are and how sure that is.')
    .requiredOption('--input <file>', 'any CSV file with a header line (UTF-8)')
    .requiredOption('--variables <list>', 'columns of numbers, with commas between', parseNames)
    .requiredOption('--k <number or range>', 'how many clusters: 4, or 2-8 to compare', parseClusters)
    .option('--weight <column>', 'column of sampling weights')
    .addOption(
      new Option('--standardize <method>', 'none, zscore (population SD, weighted) or range (0 to 1)')
        .choices(STANDARDISATIONS)
        .default('none'),
    )
    .option('--seed <number>', 'whole number; the same seed gives the same result', parseSeed, 1)
    .option('--restarts <number>', 'starts to try', wholeNumber(1, 10_000), 10)
    .option('--assignments <file>', 'where to write the cluster of each row (CSV)')
    .option('--id <column>', 'column that names the rows in --assignments')
    .addOption(new Option('--format <format>', 'how to write the result').choices(['json']).default('json'))
    .option('--output <file>', 'where to write the result, instead of the terminal')
    .option(...CODEBOOK_OPTION)
    .option(...INSTRUMENT_OPTION)
    .addHelpText(
      'after',
      `
Rows with a blank in one of the variables are left out, and counted. Centroids are in the variables' own
units; inertia is on the standardized scale; sizes are sums of weights. Clusters are numbered from 1 in
--assignments, in the order of the result.

Example:
  waymark cluster --input docs/examples/clients.csv --variables comfort_general,comfort_financial,behaviour_financial --weight weight --k 2-5 --assignments clusters.csv --id id`,
    )
    .action(cluster);
}

async function cluster(options: ClusterOptions): Promise<void> {
  const { clusterFile } = await import('../clustering/cluster-file.ts');
  await clusterFile(options);
}

function parseNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Expected names of columns, with commas between.');
  if (new Set(names).size === names.length) return names;
  throw new InvalidArgumentError('Expected each column once.');
}

function parseClusters(text: string): number[] {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text.trim()) ?? [];
  const from = Number(first);
  const to = Number(last);
  if (!(from >= 1 && from <= to && to <= MOST_CLUSTERS)) {
    throw new InvalidArgumentError(`Expected a number from 1 to ${MOST_CLUSTERS}, or a range such as 2-8.`);
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
