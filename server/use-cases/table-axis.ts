import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { localize, type Localized } from '../../contracts/language.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import type { Crosstab } from '../../contracts/table.ts';
import type { StudyRecord } from '../storage/port.ts';
import { substantiveValues, tableVariables } from './column-builder.ts';
import { inScope } from './in-scope.ts';
import { OTHER_MISSING, type StudyData } from './study-data.ts';

/** Variables that every study has, whatever its codebook. */
export const STUDY_VARIABLES = [
  { name: 'archetype', kind: 'segment', label: 'Archetype' },
  { name: 'ruleArchetype', kind: 'segment', label: 'Archetype by rules alone' },
  { name: 'clusterArchetype', kind: 'segment', label: 'Archetype by clusters alone' },
  { name: 'branch', kind: 'design', label: 'Branch' },
] as const;

export interface TableAxis {
  readonly axis: Crosstab['rows'];
  /** Category per respondent, or an entry that stands for none (see `StudyData`). */
  readonly entries: Uint16Array;
}

/** One side of a table. Throws UNKNOWN_COLUMN for a variable that cannot be tabulated. */
export function tableAxis(
  study: StudyRecord,
  data: StudyData,
  variable: string,
  scope: BranchScope,
  language: string,
): TableAxis {
  const known = STUDY_VARIABLES.find(({ name }) => name === variable);
  if (known?.name === 'branch') return branchAxis(study, data, scope, known.label);
  if (known) return archetypeAxis(data.segmentation[known.name], known.name, known.label);
  const found = tableVariables(data.codebook).find(({ name }) => name === variable);
  const entries = data.columns.get(variable);
  if (!found || !entries)
    throw new WaymarkError(
      'UNKNOWN_COLUMN',
      `"${variable}" is not a variable that can be tabulated in study "${study.id}".`,
      'Choose one of the names that the list of variables gives.',
    );
  const label = (text: Localized): string => localize(text, language);
  const categories = substantiveValues(found).map((value) => ({
    code: value.code,
    label: label(value.label),
  }));
  const axis = { variable, label: label(found.label), categories };
  return { axis: found.ordered === true ? { ...axis, ordered: true } : axis, entries };
}

function archetypeAxis(ranks: Int8Array, variable: string, label: string): TableAxis {
  const categories = [...ARCHETYPES, NOT_CLASSIFIED].map((code) => ({ code, label: code }));
  return {
    axis: { variable, label, categories, ordered: true },
    entries: Uint16Array.from(ranks, (rank) => (rank < 0 ? ARCHETYPES.length : rank)),
  };
}

function branchAxis(study: StudyRecord, data: StudyData, scope: BranchScope, label: string): TableAxis {
  const categories = study.branches
    .filter(({ code }) => inScope(scope, code))
    .map(({ code, name }) => ({ code, label: name }));
  const places = new Map(categories.map(({ code }, index) => [code, index]));
  return {
    axis: { variable: 'branch', label, categories },
    entries: Uint16Array.from(data.segmentation.branches, (branch) => places.get(branch) ?? OTHER_MISSING),
  };
}
