import type { SurveyDesign } from '../design/survey-design.ts';
import { compareWaves, type CrossSection } from './compare-waves.ts';
import { NOT_THERE, pairWaves, type PairedWaves } from './pair-waves.ts';
import { panelChange, type PanelChange } from './panel-change.ts';
import { movedStratum, stackWaves } from './stack-waves.ts';
import { subsetDesign } from './subset-design.ts';
import { NO_CATEGORY, type WaveFile, type WavePair } from './wave-file.ts';

/** Who was there in which wave; respondents, not weighted. */
export interface Attrition {
  readonly both: number;
  readonly onlyFrom: number;
  readonly onlyTo: number;
  /** In both waves, but without a state in one of them, or without a weight. */
  readonly withoutState: number;
  readonly withoutWeight: number;
}

export interface WaveChange {
  readonly from: string;
  readonly to: string;
  readonly attrition: Attrition;
  /** Change of those in both waves; null where nobody is, or it was not wanted. */
  readonly panel: PanelChange | null;
  /** Change between all of one wave and all of the other. */
  readonly crossSection: CrossSection | null;
  readonly crossSectionReason?: string;
  readonly groups: readonly {
    readonly group: string;
    readonly panel: PanelChange | null;
    readonly crossSection: CrossSection | null;
  }[];
  readonly notes: readonly string[];
}

const OUTSIDE = 0xffffffff;

/**
 * Change between two waves: of panel members, of cross-sections, and of both within groups, each group a
 * domain of the full design.
 *
 * @param wantsPanel false: cross-sections only, even where respondents are in both waves
 */
export function changeBetweenWaves(file: WaveFile, pair: WavePair, wantsPanel: boolean): WaveChange {
  const paired = pairWaves(file, pair);
  const { waveNames, groupNames } = file;
  const panel = wantsPanel && paired.both > 0 ? panelOf(file, pair, paired) : null;
  const hasMoved = file.design.psu === undefined && movedStratum(file, paired);
  const section = hasMoved ? null : sectionOf(file, pair, paired);
  return {
    from: waveNames[pair.from] ?? '',
    to: waveNames[pair.to] ?? '',
    attrition: {
      both: paired.both,
      onlyFrom: paired.onlyFrom,
      onlyTo: paired.onlyTo,
      withoutState: panel?.withoutState ?? 0,
      withoutWeight: panel?.withoutWeight ?? 0,
    },
    panel: panel?.changeOf(null) ?? null,
    crossSection: section?.changeOf(null) ?? null,
    ...(hasMoved
      ? {
          crossSectionReason: 'Some respondents lie in another stratum in the second wave: no shared design.',
        }
      : {}),
    groups: groupNames.map((group, place) => ({
      group,
      panel: panel?.changeOf(place) ?? null,
      crossSection: section?.changeOf(place) ?? null,
    })),
    notes: [
      ...(panel === null
        ? []
        : [
            `Panel members have the weight, stratum, PSU and group of wave "${waveNames[pair[pair.weightOf]] ?? ''}".`,
            ...panel.design.notes,
          ]),
      ...(section === null ? [] : [section.shared, ...section.design.notes]),
    ].filter((note, place, all) => all.indexOf(note) === place),
  };
}

interface PanelOfFile {
  readonly design: SurveyDesign;
  readonly withoutState: number;
  readonly withoutWeight: number;
  changeOf(group: number | null): PanelChange;
}

/** The panel on the design of the wave whose weight counts: members are a domain of it. */
function panelOf(file: WaveFile, pair: WavePair, paired: PairedWaves): PanelOfFile {
  const { states, stateNames, groups, confidence } = file;
  const isFrom = pair.weightOf === 'from';
  const rows = isFrom ? paired.fromRows : paired.toRows;
  const design = subsetDesign(file.design, rows);
  let withoutState = 0;
  let withoutWeight = 0;
  const cells = new Uint32Array(rows.length).fill(OUTSIDE);
  rows.forEach((row, place) => {
    const other = paired.partner[row]!;
    if (other === NOT_THERE) return;
    const own = states[row]!;
    const others = states[other]!;
    if (own === NO_CATEGORY || others === NO_CATEGORY) {
      withoutState += 1;
      return;
    }
    if (design.weights[place] === 0) {
      withoutWeight += 1;
      return;
    }
    cells[place] = isFrom ? own * stateNames.length + others : others * stateNames.length + own;
  });
  return {
    design,
    withoutState,
    withoutWeight,
    changeOf: (group) => panelChange(design, narrow(cells, rows, groups, group), stateNames, confidence),
  };
}

function sectionOf(
  file: WaveFile,
  { to }: WavePair,
  paired: PairedWaves,
): { readonly design: SurveyDesign; readonly shared: string; changeOf(group: number | null): CrossSection } {
  const { states, waves, stateNames, groups, confidence } = file;
  const { rows, design, shared } = stackWaves(file, paired);
  const cells = rows.map((row) =>
    states[row] === NO_CATEGORY ? OUTSIDE : states[row]! + (waves[row] === to ? stateNames.length : 0),
  );
  return {
    design,
    shared,
    changeOf: (group) => compareWaves(design, narrow(cells, rows, groups, group), stateNames, confidence),
  };
}

/** The cells of one group only. */
function narrow(
  cells: Uint32Array,
  rows: Uint32Array,
  groups: Uint16Array | null,
  group: number | null,
): Uint32Array {
  if (group === null || groups === null) return cells;
  return cells.map((cell, place) => (groups[rows[place]!] === group ? cell : OUTSIDE));
}
