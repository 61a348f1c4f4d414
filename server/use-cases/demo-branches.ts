import type { SyntheticBranch } from '../../fixtures/generate/generate-respondents.ts';

interface DemoBranch extends SyntheticBranch {
  readonly name: string;
}

const branch = (
  code: string,
  name: string,
  share01: number,
  [Nascent, Experimenter, Emerger, Enabled]: readonly [number, number, number, number],
): DemoBranch => ({ code, name, share01, mix: { Nascent, Experimenter, Emerger, Enabled } });

/** Nine made-up branches, uneven in size and in how digital their clients are. */
export const DEMO_BRANCHES: readonly DemoBranch[] = [
  branch('central-market', 'Central Market', 0.22, [0.1, 0.22, 0.4, 0.28]),
  branch('station-road', 'Station Road', 0.16, [0.14, 0.26, 0.38, 0.22]),
  branch('old-town', 'Old Town', 0.13, [0.18, 0.32, 0.34, 0.16]),
  branch('harbour', 'Harbour', 0.12, [0.16, 0.3, 0.36, 0.18]),
  branch('mill-quarter', 'Mill Quarter', 0.11, [0.2, 0.34, 0.32, 0.14]),
  branch('green-valley', 'Green Valley', 0.09, [0.34, 0.36, 0.22, 0.08]),
  branch('north-hills', 'North Hills', 0.08, [0.42, 0.34, 0.18, 0.06]),
  branch('river-bend', 'River Bend', 0.06, [0.38, 0.36, 0.2, 0.06]),
  branch('border-post', 'Border Post', 0.03, [0.46, 0.32, 0.16, 0.06]),
];
