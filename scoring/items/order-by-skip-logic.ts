import type { Codebook, Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { conditionReferences } from '../conditions/condition-references.ts';

/**
 * Variables in an order in which each comes after those its skip logic asks about; codebook order
 * where that leaves a choice. Throws CODEBOOK_INVALID for a circle, an unknown item, or skip logic
 * that needs a score (scores are known only after all items are).
 */
export function orderBySkipLogic(codebook: Codebook): Variable[] {
  const byName = new Map(codebook.variables.map((variable) => [variable.name, variable]));
  const ordered: Variable[] = [];
  const done = new Set<string>();

  const visit = (variable: Variable, path: readonly string[]): void => {
    if (done.has(variable.name)) return;
    if (path.includes(variable.name)) {
      throw invalid(
        `The skip logic of "${variable.name}" depends on itself: ${[...path, variable.name].join(' → ')}.`,
      );
    }
    if (variable.appliesWhen !== undefined) {
      const { items, thresholds } = conditionReferences([variable.appliesWhen], codebook.model.facts);
      if (thresholds.length > 0) {
        throw invalid(`The skip logic of "${variable.name}" uses the score "${thresholds[0]!.score}".`);
      }
      for (const item of items) {
        const needed = byName.get(item);
        if (needed === undefined) {
          throw invalid(
            `The skip logic of "${variable.name}" names the item "${item}", which the codebook does not have.`,
          );
        }
        visit(needed, [...path, variable.name]);
      }
    }
    done.add(variable.name);
    ordered.push(variable);
  };

  for (const variable of codebook.variables) visit(variable, []);
  return ordered;
}

function invalid(message: string): WaymarkError {
  return new WaymarkError(
    'CODEBOOK_INVALID',
    message,
    'Skip logic may use earlier items and facts about items only.',
  );
}
