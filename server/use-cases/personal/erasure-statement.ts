import { erasureStatementSchema, type ErasureStatement } from '../../../contracts/personal.ts';
import { FIRST_LINK } from '../../storage/chain-hash.ts';
import { sha256 } from '../sha256.ts';

/** The hash that a statement must carry: over the one before, and everything it says, in the schema's order. */
export function statementHash(statement: ErasureStatement): string {
  return sha256(JSON.stringify(erasureStatementSchema.omit({ hash: true }).strip().parse(statement)));
}

/** A statement as it is kept: chained to the last of those before, which are given oldest first. */
export function sealStatement(
  said: Omit<ErasureStatement, 'previous' | 'hash'>,
  before: readonly ErasureStatement[],
): ErasureStatement {
  const open = { ...said, previous: before.at(-1)?.hash ?? FIRST_LINK, hash: FIRST_LINK };
  return erasureStatementSchema.parse({ ...open, hash: statementHash(open) });
}
