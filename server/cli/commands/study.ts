import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchRecord } from '../../storage/port.ts';
import { decimalBetween } from '../parse-number.ts';
import type { SetupChange } from '../../../contracts/study-setup.ts';
import type { FrameLine } from '../../imports/read-frame-file.ts';
import { INSTRUMENT_OPTION } from '../resolve-codebook.ts';
import { addLayoutOptions, layoutChange, type LayoutOptions } from '../study-options.ts';
import { DATA_OPTION, withExistingWaymark, withWaymark } from '../with-waymark.ts';

interface StudyOptions extends LayoutOptions {
  readonly data?: string;
  readonly title: string;
  readonly instrument: string;
  readonly branches?: string;
  readonly frame?: string;
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
  const add = study
    .command('add')
    .description('Adds a study to collect for. Make the enrolment codes on the page Tablets.')
    .option(...DATA_OPTION)
    .requiredOption('--title <text>', 'as everyone sees it')
    .requiredOption(...INSTRUMENT_OPTION)
    .option(
      '--branches <list>',
      'CODE=NAME or CODE=NAME:WEIGHT, separated by commas; WEIGHT is what each interview there counts (default 1)',
    )
    .option(
      '--frame <file>',
      'instead of --branches: CSV with the columns branch, name, clients, weight, target',
    );
  addLayoutOptions(add)
    .addHelpText(
      'after',
      `
Example:
  waymark study add --data ./data --title "Baseline" --instrument msme-digital-maturity \\
    --branches "north=North:2.5,south=South:1" --starts 2026-11-01 --ends 2027-02-28 \\
    --wave "1=Baseline:2026-11-01:2026-11-30"`,
    )
    .action(addOne);
  const set = study
    .command('set')
    .description('Changes how a study is laid out: dates, waves, clients of branches, quotas, version.')
    .argument('<id>', 'see waymark study list')
    .option(...DATA_OPTION)
    .option('--frame <file>', 'CSV with the columns branch and clients')
    .option(
      '--move-to <version>',
      'a newer version of the instrument; interviews of older ones keep counting',
    );
  addLayoutOptions(set)
    .addHelpText(
      'after',
      `
What is not given stays. Waves and quotas that are given take the place of those before.

Example:
  waymark study set demo --data ./data --wave "1=Baseline:2026-11-01:2026-11-30" --quotas quotas.csv`,
    )
    .action(setOne);
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

async function addOne({ data, title, instrument, ...options }: StudyOptions): Promise<void> {
  const [{ latestVersion, loadCodebook }, { createStudy }, { frameLayout }] = await Promise.all([
    import('../../../instruments/registry.ts'),
    import('../../use-cases/create-study.ts'),
    import('../../use-cases/studies/frame-layout.ts'),
  ]);
  const [name = '', version = latestVersion(name)] = instrument.split('/');
  await loadCodebook(name, version);
  const change = await layoutChange(options);
  const { branches, clients, targets } = frameLayout(await branchesFrom(options), change);
  const study = await withWaymark(data, ({ context }) =>
    createStudy(context, {
      ...{ title, synthetic: false, source: { instrument: { name, version } } },
      ...{ layout: { ...change, ...clients }, branches, targets },
      quotaAt: lineOf(options.quotas),
    }),
  );
  process.stdout.write(`Study ${study.id}: ${title}, ${name} ${version}, ${branches.length} branches.\n`);
}

async function setArea({ data, study, branch, latitude, longitude, radiusKm }: AreaOptions): Promise<void> {
  const { setBranchArea } = await import('../../use-cases/set-branch-area.ts');
  const area = { latitude, longitude, radiusM: radiusKm * 1000 };
  await withExistingWaymark(data, ({ context }) => setBranchArea(context, study, branch, area));
  process.stdout.write(`The area of ${branch} reaches ${radiusKm} km from its centre.\n`);
}

async function setOne(
  id: string,
  {
    data,
    frame,
    moveTo,
    ...options
  }: LayoutOptions & { readonly data?: string; readonly frame?: string; readonly moveTo?: string },
): Promise<void> {
  const { changeSetup } = await import('../../use-cases/studies/change-setup.ts');
  const change = {
    ...(await layoutChange(options)),
    ...(frame === undefined ? {} : await clientsOf(await branchesFrom({ frame }))),
    ...(moveTo === undefined ? {} : { version: moveTo }),
  };
  if (Object.keys(change).length === 0)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'There is nothing to change.',
      'Give --starts, --ends, --wave, --frame, --quotas or --move-to.',
    );
  await withExistingWaymark(data, ({ context }) =>
    changeSetup(context, id, change, { quotaAt: lineOf(options.quotas) }),
  );
  process.stdout.write(`Study ${id}: changed ${Object.keys(change).join(', ')}.\n`);
}

/** Names a quota by its line of the file; the header is line 1. */
const lineOf =
  (file = '') =>
  (place: number): string =>
    `${file}, line ${place + 2}`;

/** The branches, from the list or the file. Throws INVALID_REQUEST unless exactly one is given. */
async function branchesFrom({
  branches,
  frame,
}: Pick<StudyOptions, 'branches' | 'frame'>): Promise<FrameLine[]> {
  if ((branches === undefined) === (frame === undefined))
    throw new WaymarkError(
      'INVALID_REQUEST',
      'Expected either --branches or --frame.',
      'For example: --branches "north=North:2.5,south=South".',
    );
  if (branches !== undefined)
    return branchesOf(branches).map((one) => ({ ...one, clients: null, target: null }));
  const { readFrameFile } = await import('../../imports/read-frame-file.ts');
  return readFrameFile(frame ?? '');
}

async function clientsOf(frame: readonly FrameLine[]): Promise<Pick<SetupChange, 'clients'>> {
  const { frameLayout } = await import('../../use-cases/studies/frame-layout.ts');
  if (frame.every(({ target }) => target === null)) return frameLayout(frame, {}).clients;
  throw new WaymarkError(
    'INVALID_REQUEST',
    'Targets of a study that is there are set on its board.',
    'Leave out the column target.',
  );
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
