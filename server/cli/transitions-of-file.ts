import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { changeBetweenWaves, type WaveChange } from '../../scoring/change/change-between-waves.ts';
import type { PanelChange } from '../../scoring/change/panel-change.ts';
import type { CrossSection } from '../../scoring/change/compare-waves.ts';
import type { WaveFile } from '../../scoring/change/wave-file.ts';
import { didYouMean } from '../imports/nearest-names.ts';
import type { TransitionsOptions } from './transitions-options.ts';
import { readWaves } from './read-waves.ts';

/** The JSON of `waymark transitions`: the pair of waves at the top, and each wave with the next beside it. */
export async function transitionsOfFile(
  options: TransitionsOptions,
  codebook: Codebook | null,
): Promise<unknown> {
  const { file, excluded } = await readWaves(options, codebook);
  const { waveNames, stateNames, confidence } = file;
  if (waveNames.length < 2)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `Expected at least two waves in the column "${options.wave}"; found ${waveNames.length}.`,
      'Put the rows of all waves into one file, with a column that names the wave.',
    );
  const from = options.from === undefined ? 0 : placeOf(file, options.from, '--from');
  const to = options.to === undefined ? waveNames.length - 1 : placeOf(file, options.to, '--to');
  if (from === to)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Expected two different waves; both are "${waveNames[from] ?? ''}".`,
      'Name two waves with --from and --to.',
    );
  const wantsPanel = options.crossSection !== true && file.ids !== null;
  const between = (first: number, second: number): WaveChange =>
    changeBetweenWaves(file, { from: first, to: second, weightOf: options.weightWave }, wantsPanel);
  const main = between(from, to);
  const isWhole = options.from === undefined && options.to === undefined && waveNames.length > 2;
  return {
    confidence,
    waves: waveNames,
    states: stateNames,
    ...report(main, wantsPanel),
    ...(isWhole
      ? { consecutive: waveNames.slice(1).map((_, wave) => report(between(wave, wave + 1), wantsPanel)) }
      : {}),
    excluded,
  };
}

function placeOf({ waveNames }: WaveFile, name: string, option: string): number {
  const place = waveNames.indexOf(name);
  if (place >= 0) return place;
  throw new WaymarkError(
    'UNKNOWN_CODE',
    `There is no wave "${name}" (${option}).`,
    didYouMean(name, waveNames, `The waves are: ${waveNames.slice(0, 20).join(', ')}.`),
  );
}

function report(change: WaveChange, wantsPanel: boolean): Record<string, unknown> {
  const { from, to, attrition, panel, crossSection, crossSectionReason, groups, notes } = change;
  return {
    from,
    to,
    mode: panel === null ? 'cross-section' : 'panel',
    attrition,
    ...figures(panel, crossSection, wantsPanel),
    crossSection,
    ...(crossSectionReason === undefined ? {} : { crossSectionReason }),
    groups: groups.map((one) => ({
      group: one.group,
      ...figures(one.panel, one.crossSection, wantsPanel),
      crossSection: one.crossSection,
    })),
    notes: [...notes, ...(panel === null ? ['netChange is that of the cross-sections.'] : [])],
  };
}

/** The keys of a panel; without one, null with the reason, and the net change of the cross-sections. */
function figures(
  panel: PanelChange | null,
  crossSection: CrossSection | null,
  wantsPanel: boolean,
): Record<string, unknown> {
  if (panel !== null) return { ...panel };
  const reason = wantsPanel
    ? 'No person is in both waves.'
    : 'Persons were not followed from wave to wave: this needs --id, and not --cross-section.';
  const test = { statistic: null, degreesOfFreedom: null, pValue: null, reason };
  return {
    table: null,
    stuartMaxwell: test,
    bowker: test,
    kappa: null,
    weightedKappa: null,
    grossChange: null,
    reason,
    netChange: crossSection?.states ?? null,
  };
}
