import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchRecord } from '../../storage/port.ts';
import { decimalBetween } from '../parse-number.ts';
import { INSTRUMENT_OPTION } from '../resolve-codebook.ts';
import { DATA_OPTION, withExistingWaymark, withWaymark } from '../with-waymark.ts';

interface StudyOptions {
  readonly data?: string;
  readonly title: string;
  readonly instrument: string;
  readonly branches: string;
}

interface AreaOptions {
  readonly data?: string;
  readonly study: string;
  readonly branch: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm: number;
}

export function addStudyCommand(program: Command): void {
  const study = program.command('study').description('The studies that tablets collect for.');
  study
    .command('add')
    .description('Adds a study to collect for. Make the enrolment codes on the page Tablets.')
    .option(...DATA_OPTION)
    .requiredOption('--title <text>', 'as everyone sees it')
    .requiredOption(...INSTRUMENT_OPTION)
    .requiredOption(
      '--branches <list>',
      'CODE=NAME or CODE=NAME:WEIGHT, separated by commas; WEIGHT is what each interview there counts (default 1)',
    )
    .addHelpText(
      'after',
      `
Example:
  waymark study add --data ./data --title "Baseline" --instrument msme-digital-maturity --branches "north=North:2.5,south=South:1"`,
    )
    .action(addOne);
  study
    .command('area')
    .description(
      'Says where the respondents of a branch are to be found: interviews held outside are doubtful.',
    )
    .option(...DATA_OPTION)
    .requiredOption('--study <id>', 'see waymark study list')
    .requiredOption('--branch <code>', 'code of the branch')
    .requiredOption('--latitude <degrees>', 'of the centre, −90 to 90', decimalBetween(-90, 90))
    .requiredOption('--longitude <degrees>', 'of the centre, −180 to 180', decimalBetween(-180, 180))
    .requiredOption(
      '--radius-km <km>',
      'how far from the centre respondents live or trade',
      decimalBetween(0.01, 20_000),
    )
    .addHelpText(
      'after',
      `
Example:
  waymark study area --data ./data --study demo --branch old-town --latitude 22.5726 --longitude 88.3639 --radius-km 12`,
    )
    .action(setArea);
  study
    .command('list')
    .description('Lists the studies with their ids and how many records each has.')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark study list --data ./data')
    .action(listAll);
}

async function addOne({ data, title, instrument, branches }: StudyOptions): Promise<void> {
  const [{ latestVersion, loadCodebook }, { createStudy }] = await Promise.all([
    import('../../../instruments/registry.ts'),
    import('../../use-cases/create-study.ts'),
  ]);
  const [name = '', version = latestVersion(name)] = instrument.split('/');
  await loadCodebook(name, version);
  const listed = branchesOf(branches);
  const study = await withWaymark(data, ({ context }) =>
    createStudy(context, {
      title,
      synthetic: false,
      source: { instrument: { name, version } },
      branches: listed,
    }),
  );
  process.stdout.write(`Study ${study.id}: ${title}, ${name} ${version}, ${listed.length} branches.\n`);
}

async function setArea({ data, study, branch, latitude, longitude, radiusKm }: AreaOptions): Promise<void> {
  const { setBranchArea } = await import('../../use-cases/set-branch-area.ts');
  const area = { latitude, longitude, radiusM: radiusKm * 1000 };
  await withExistingWaymark(data, ({ context }) => setBranchArea(context, study, branch, area));
  process.stdout.write(`The area of ${branch} reaches ${radiusKm} km from its centre.\n`);
}

async function listAll({ data }: { readonly data?: string }): Promise<void> {
  const { listStudies } = await import('../../use-cases/list-studies.ts');
  const studies = await withExistingWaymark(data, ({ context }) => listStudies(context, null));
  if (studies.length === 0) process.stdout.write('There is no study yet. See waymark study add --help.\n');
  for (const { id, title, respondents } of studies)
    process.stdout.write(`${id}  ${title}  (${respondents} records)\n`);
}

const BRANCH = /^(?<code>[^=:,]{1,64})=(?<name>[^=:,]{1,120})(?::(?<weight>\d+(?:\.\d+)?))?$/;

/** Reads "north=North:2.5,south=South". Throws INVALID_REQUEST naming the entry that does not fit. */
function branchesOf(list: string): BranchRecord[] {
  const branches = list.split(',').map((entry) => {
    const { code, name, weight } = BRANCH.exec(entry.trim())?.groups ?? {};
    const value = Number(weight ?? 1);
    if (code === undefined || name === undefined || !(value > 0)) {
      throw new WaymarkError(
        'INVALID_REQUEST',
        `Expected each branch as CODE=NAME or CODE=NAME:WEIGHT with a weight above 0, but found "${entry.trim()}".`,
        'For example: --branches "north=North:2.5,south=South".',
      );
    }
    return { code: code.trim(), name: name.trim(), weight: value };
  });
  const twice = branches.find(
    ({ code }, index) => branches.findIndex((other) => other.code === code) < index,
  );
  if (twice === undefined) return branches;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `The branch code "${twice.code}" stands twice in --branches.`,
    'Give each branch a code of its own.',
  );
}
