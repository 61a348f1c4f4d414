import type { Codebook, Variable } from '../../contracts/codebook.ts';

export interface ScaleBlock {
  /** Name of its first question. */
  readonly first: string;
  /** Places of its questions in the codebook. */
  readonly places: readonly number[];
  /** Steps of the scale; codes from this number on are don't know, refused and the like. */
  readonly length: number;
}

/** Three steps or more: a row of yes/no questions is no scale. */
const SHORTEST_SCALE = 3;

/** Runs of neighbouring single-choice questions that share one ordered scale of three steps or more. */
export function scaleBlocks(codebook: Codebook): ScaleBlock[] {
  const blocks: { scale: string; first: string; places: number[]; length: number }[] = [];
  codebook.variables.forEach((variable, place) => {
    const steps = stepsOf(variable);
    const scale = steps.join('\n');
    const last = blocks.at(-1);
    if (steps.length < SHORTEST_SCALE) return;
    if (last?.scale === scale && last.places.at(-1) === place - 1) last.places.push(place);
    else blocks.push({ scale, first: variable.name, places: [place], length: steps.length });
  });
  return blocks
    .filter(({ places }) => places.length > 1)
    .map(({ first, places, length }) => ({ first, places, length }));
}

/** Substantive codes in order; none where the answers have no order or missing codes stand between them. */
function stepsOf({ type, ordered, values, missing }: Variable): string[] {
  if (type !== 'single' || ordered !== true) return [];
  const codes = values.map(({ code }) => code);
  const steps = codes.filter((code) => !(code in missing));
  return steps.every((code, index) => codes[index] === code) ? steps : [];
}
