import { type FaultRow } from '../support/fault-row.ts';
import { type Proof } from '../support/prove.ts';
import { addProofs } from './add-proofs.ts';
import { settleField } from './check-field.ts';
import { type Field } from './create-field.ts';

/** What a fault on the tablet did, before all is sent and counted. */
export interface Tried {
  /** How often the fault struck. */
  readonly times: number;
  /** What was seen meanwhile, beside the count at the end. */
  readonly seen?: Proof;
  readonly note?: string;
}

/** Tries one fault, then sends all that waits, and counts what the server holds in the end. */
export async function tryOnTablet(
  field: Field,
  fault: string,
  scenario: (field: Field) => Promise<Tried>,
): Promise<FaultRow> {
  field.given.clear();
  field.put.length = 0;
  const { times, seen, note } = await scenario(field);
  const { records, ...proof } = await settleField(field);
  if (records === 0) throw new Error(`No interview was delivered under: ${fault}.`);
  const sum = seen === undefined ? proof : addProofs(proof, seen);
  return { side: 'tablet', fault, times, records, ...sum, ...(note === undefined ? {} : { note }) };
}
