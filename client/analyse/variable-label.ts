import type { TableVariable } from '../../contracts/api.ts';
import { localize } from '../../contracts/language.ts';
import type { AnalyseTexts } from './messages-en.ts';

/** What a variable is called on screen: Waymark's own in our words, a question in the codebook's. */
export function variableLabel(
  variables: readonly TableVariable[],
  name: string,
  t: AnalyseTexts,
  language: string,
): string {
  const own: Readonly<Record<string, string>> = t.ownVariables;
  const found = variables.find((variable) => variable.name === name);
  return own[name] ?? (found ? localize(found.label, language) : name);
}

/** A question as part of a title: without its question marks. */
export const asTitle = (label: string): string => label.replaceAll(/[?¿]/g, '').trim();
