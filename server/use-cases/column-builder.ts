import type { Answers } from '../../contracts/answer.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { createItemReader } from '../../scoring/items/item-states.ts';
import { DONT_KNOW_ENTRY, OTHER_MISSING, REFUSED_ENTRY, SKIPPED, UNANSWERED_ENTRY } from './study-data.ts';

const MISSING_ENTRY = { dontKnow: DONT_KNOW_ENTRY, refused: REFUSED_ENTRY, other: OTHER_MISSING } as const;
const FIRST_CAPACITY = 1024;

/** The variables a table can be made of: single choice, and nothing that names a person. */
export const tableVariables = (codebook: Codebook): Variable[] =>
  codebook.variables.filter((variable) => variable.type === 'single' && !variable.personal);

/** A variable's values without its missing codes: the categories of its axis, in order. */
export const substantiveValues = (variable: Variable): Variable['values'] =>
  variable.values.filter(({ code }) => !(code in variable.missing));

/**
 * Turns answers into typed columns, one entry a respondent, as `StudyData.columns` describes. Skip logic
 * decides what was skipped, so an answer to an item that does not apply never reaches a table.
 */
export function createColumnBuilder(codebook: Codebook): {
  add(answers: Answers): void;
  finish(): Map<string, Uint16Array>;
} {
  const readItems = createItemReader(codebook);
  const builders = tableVariables(codebook).map((variable) => ({
    variable,
    codes: new Map(substantiveValues(variable).map(({ code }, index) => [code, index])),
    entries: new Uint16Array(FIRST_CAPACITY),
  }));
  let size = 0;
  return {
    add(answers) {
      const states = readItems(answers);
      for (const builder of builders) {
        if (size === builder.entries.length) builder.entries = doubled(builder.entries);
        const { name } = builder.variable;
        builder.entries[size] = entryOf(builder, states[name], answers[name]);
      }
      size += 1;
    },
    finish: () => new Map(builders.map(({ variable, entries }) => [variable.name, entries.slice(0, size)])),
  };
}

function entryOf(
  { variable, codes }: { variable: Variable; codes: ReadonlyMap<string, number> },
  state: string | undefined,
  answer: Answers[string] | undefined,
): number {
  if (state === 'skipped') return SKIPPED;
  if (state === 'unanswered' || answer === undefined) return UNANSWERED_ENTRY;
  const code = String(answer);
  if (state === 'missing') return MISSING_ENTRY[variable.missing[code] ?? 'other'];
  return codes.get(code) ?? OTHER_MISSING;
}

function doubled(entries: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(entries.length * 2);
  larger.set(entries);
  return larger;
}
