import type { Condition } from '../../contracts/condition.ts';
import { WaymarkError } from '../../contracts/errors.ts';

/** A condition on answers as a SurveyJS expression, in the operators that the instrument gate allows. */
export function conditionExpression(condition: Condition): string {
  if ('item' in condition) {
    const item = `{${condition.item}}`;
    if (!('in' in condition)) return `${item} >= ${condition.atLeast}`;
    const [first = '', ...more] = condition.in.map((code) => `'${code}'`);
    return more.length === 0 ? `${item} = ${first}` : `${item} anyof [${[first, ...more].join(', ')}]`;
  }
  if ('all' in condition) return joined(condition.all, 'and');
  if ('any' in condition) return joined(condition.any, 'or');
  if ('not' in condition) return `!(${conditionExpression(condition.not)})`;
  throw new WaymarkError(
    'INSTRUMENT_INVALID',
    `A condition on ${Object.keys(condition).join(', ')} cannot stand in a survey of its own.`,
    'Write skip logic and eligibility with items and codes only.',
  );
}

const joined = (parts: readonly Condition[], word: 'and' | 'or'): string =>
  parts.map((part) => `(${conditionExpression(part)})`).join(` ${word} `);
