import {
  ArrayOperand,
  BinaryOperand,
  ConditionsParser,
  Const,
  Operand,
  UnaryOperand,
  Variable,
} from 'survey-core';
import type { Condition } from '../../contracts/condition.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { ItemKind } from './kind-of.ts';

/**
 * Turns a SurveyJS `visibleIf` into a `Condition`. Understood, because both sides agree on them:
 *
 * - one choice: `{x} = 'a'`, `{x} <> 'a'`, `{x} anyof ['a', 'b']`;
 * - several choices: `{x} contains 'a'`, `{x} anyof ['a', 'b']`;
 * - number: `{x} >= 18`;
 * - `and`, `or`, `!(…)`.
 *
 * Throws INSTRUMENT_INVALID for all else: `notempty`, for one, is true for "don't know" in SurveyJS.
 */
export function parseExpression(
  expression: string,
  kindOf: (item: string) => ItemKind | undefined,
): Condition {
  const refuse = (why: string): never => {
    throw new WaymarkError(
      'INSTRUMENT_INVALID',
      `The condition "${expression}" cannot be used: ${why}.`,
      "Use {item} = 'code', <>, anyof, contains, >= with and, or, !( ), as instruments/README.md shows.",
    );
  };

  const codesOf = (operand: unknown): string[] => {
    const constants: unknown[] = operand instanceof ArrayOperand ? operand.values : [operand];
    return constants.map((constant) =>
      constant instanceof Const &&
      !(constant instanceof Variable) &&
      typeof constant.correctValue === 'string'
        ? constant.correctValue
        : refuse("the right side must be codes in quotes, like 'yes'"),
    );
  };

  const comparison = (operand: BinaryOperand): Condition => {
    const left: unknown = operand.leftOperand;
    const right: unknown = operand.rightOperand;
    if (!(left instanceof Variable)) return refuse('the left side must be one item, like {own_phone}');
    const item = left.variable;
    const kind = kindOf(item);
    if (kind === undefined) return refuse(`no item is called ${item}`);
    switch (`${kind} ${operand.operator}`) {
      case 'single equal':
      case 'single anyof':
      case 'multiple contains':
      case 'multiple anyof':
        return { item, in: codesOf(right) };
      case 'single notequal':
        return { not: { item, in: codesOf(right) } };
      case 'number greaterorequal': {
        const bound: unknown = right instanceof Const ? right.correctValue : undefined;
        return typeof bound === 'number' ? { item, atLeast: bound } : refuse('>= needs a number');
      }
      default:
        return refuse(`${item} (${kind}) cannot be compared with ${operand.operator}`);
    }
  };

  const read = (operand: unknown): Condition => {
    if (operand instanceof UnaryOperand) {
      return operand.operator === 'negate'
        ? { not: read(operand.expression) }
        : refuse(`${operand.operator} is not understood`);
    }
    if (!(operand instanceof BinaryOperand)) return refuse('it is not a comparison');
    if (!operand.isConjunction) return comparison(operand);
    const parts = [read(operand.leftOperand), read(operand.rightOperand)];
    return operand.conjunction === 'and' ? allOf(parts) : anyOf(parts);
  };

  const parsed: unknown = new ConditionsParser().parseExpression(expression);
  return parsed instanceof Operand ? read(parsed) : refuse('it is not complete');
}

/** All of the conditions, without needless nesting. */
export function allOf(parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => ('all' in part ? part.all : [part]));
  return flat.length === 1 && flat[0] ? flat[0] : { all: flat };
}

function anyOf(parts: readonly Condition[]): Condition {
  return { any: parts.flatMap((part) => ('any' in part ? part.any : [part])) };
}
