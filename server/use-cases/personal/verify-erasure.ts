import type { ErasureStatement } from '../../../contracts/personal.ts';
import { FIRST_LINK } from '../../storage/chain-hash.ts';
import type { Store } from '../../storage/port.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { statementHash } from './erasure-statement.ts';

/** What checking a statement found; every part must be true for the statement to hold. */
export interface ErasureVerdict {
  /** The statement is as it was written. */
  readonly isUnchanged: boolean;
  /** This server keeps the same one, in an unbroken chain. */
  readonly isKept: boolean;
  /** The audit log is whole and names it. */
  readonly isRecorded: boolean;
  /** Ids of which something is still here. */
  readonly remains: readonly string[];
  /** The total of respondents was the same before and after. */
  readonly isCountKept: boolean;
}

/** Checks a statement of an erasure against itself, the chain, the audit log and what the database holds now. */
export async function verifyErasure(store: Store, statement: ErasureStatement): Promise<ErasureVerdict> {
  const { before, after } = statement.counts;
  return {
    isUnchanged: statementHash(statement) === statement.hash,
    isKept: isInChain(await store.erasures.list(), statement),
    isRecorded: await isRecorded(store, statement),
    remains: await store.erasures.remains(statement),
    isCountKept: before.stored + before.erased === after.stored + after.erased,
  };
}

function isInChain(kept: readonly ErasureStatement[], { hash }: ErasureStatement): boolean {
  let previous = FIRST_LINK;
  for (const statement of kept) {
    if (statement.previous !== previous || statementHash(statement) !== statement.hash) return false;
    previous = statement.hash;
  }
  return kept.some((statement) => statement.hash === hash);
}

async function isRecorded(store: Store, { id, hash }: ErasureStatement): Promise<boolean> {
  if (!(await verifyAudit(store)).intact) return false;
  const lines = await store.audit.search({ text: `erasure:${id}` }, 10);
  return lines.some(({ outcome, detail }) => outcome === 'done' && detail?.endsWith(`statement ${hash}`));
}
