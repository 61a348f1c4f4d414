import type { Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import { compileEngine } from '../engine/compile-engine.ts';
import { buildCondition } from './build-condition.ts';

export type Truth = 'true' | 'false' | 'unknown';

const TRUTHS = ['false', 'unknown', 'true'] as const;

/**
 * Whether a condition holds for a respondent, by Kleene's three-valued logic: `unknown` where an
 * item it needs is unanswered or missing (don't know, refused), or a score it needs is absent, and
 * that could change the result. A skipped item makes `in` and `atLeast` false.
 * Throws CODEBOOK_INVALID where the condition names what the codebook does not have.
 */
export function evaluateCondition(codebook: Codebook, condition: Condition, answers: Answers): Truth {
  const engine = compileEngine(codebook);
  const state = engine.createState();
  engine.read(answers, state);
  return TRUTHS[buildCondition(condition, engine.scope)(state)];
}
