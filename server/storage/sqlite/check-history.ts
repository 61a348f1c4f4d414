import { createHash } from 'node:crypto';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Migration } from './migrations/migration.ts';

/** A step as the database remembers it. The hash is null where an older Waymark applied it. */
export interface AppliedStep {
  readonly position: number;
  readonly name: string;
  readonly hash: string | null;
}

/** SHA-256 of what a step does, spaces aside. */
export const hashOfStep = ({ statements }: Migration): string =>
  createHash('sha256')
    .update(statements.map((statement) => statement.replaceAll(/\s+/g, ' ').trim()).join(';'))
    .digest('hex');

/**
 * Checks that the steps applied so far are the first of the shipped ones, each with the content that is
 * shipped. Anything else is a history we do not know, and working on it could damage it.
 *
 * @throws WaymarkError DATABASE_NEWER where a newer Waymark went on from here, DATABASE_FOREIGN for any
 *   other history: a step missing, changed, or of another name
 */
export function checkHistory(
  applied: readonly AppliedStep[],
  shipped: readonly Migration[],
  where: string,
): void {
  for (const [index, step] of applied.entries()) {
    const expected = shipped[index];
    if (expected === undefined)
      throw new WaymarkError(
        'DATABASE_NEWER',
        `The database ${where} has schema step "${step.name}" at position ${index + 1}, ` +
          `where this Waymark has none (it knows ${shipped.length} steps).`,
        'Start the newer Waymark that wrote it, or point --data at another folder. Nothing was changed.',
      );
    if (step.position !== index)
      throw foreign(where, `step ${index + 1} is missing (the next one there is "${step.name}")`);
    if (step.name !== expected.name)
      throw foreign(where, `step ${index + 1} is "${step.name}" where this Waymark has "${expected.name}"`);
    if (step.hash !== null && step.hash !== hashOfStep(expected))
      throw foreign(where, `step ${index + 1}, "${step.name}", had another content when it was applied`);
  }
}

const foreign = (where: string, what: string): WaymarkError =>
  new WaymarkError(
    'DATABASE_FOREIGN',
    `The database ${where} has a history that this Waymark does not know: ${what}.`,
    'Start the Waymark that wrote it, or restore a backup into another folder. Nothing was changed.',
  );
