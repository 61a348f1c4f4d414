import { WaymarkError } from '../../contracts/errors.ts';
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
  const { section, reason } = sectionOrReason(file, pair, paired, panel !== null);
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
    ...(reason === null ? {} : { crossSectionReason: reason }),
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

interface SectionOfFile {
  readonly design: SurveyDesign;
  readonly shared: string;
  changeOf(group: number | null): CrossSection;
}

/**
 * The cross-sections, or why the two waves make no design together: a stratum, PSU or fpc that changed in
 * between. Where there is a panel beside it, that is a reason; else the error is the answer.
 */
function sectionOrReason(
  file: WaveFile,
  pair: WavePair,
  paired: PairedWaves,
  hasPanel: boolean,
): { readonly section: SectionOfFile | null; readonly reason: string | null } {
  if (file.design.psu === undefined && movedStratum(file, paired))
    return {
      section: null,
      reason: 'Some respondents lie in another stratum in the second wave: the waves share no design.',
    };
  try {
    return { section: sectionOf(file, pair, paired), reason: null };
  } catch (error) {
    if (!hasPanel || !(error instanceof WaymarkError) || error.code !== 'BAD_DESIGN') throw error;
    return { section: null, reason: `The two waves make no design together: ${error.message}` };
  }
}

function sectionOf(file: WaveFile, { to }: WavePair, paired: PairedWaves): SectionOfFile {
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
  const own = new Uint32Array(cells.length).fill(OUTSIDE);
  for (let place = 0; place < cells.length; place += 1)
    if (groups[rows[place]!] === group) own[place] = cells[place]!;
  return own;
}
