import { sealingKeySchema } from '../../../contracts/sealing.ts';
import { makeDelivery, makeInterview } from '../../../server/testing/make-delivery.ts';
import { seal } from '../../../server/testing/seal.ts';
import { sha256 } from '../../../server/use-cases/sha256.ts';

/** What a tablet holds until it is acknowledged. */
export interface FieldRecord {
  readonly id: string;
  readonly hash: string;
  readonly payload: string;
  /** Where the payload is sealed: what is inside of it. */
  readonly inside?: string;
}

/** An interview of a given number of bytes of notes, in scripts of more than one byte a letter. */
export function makeRecord(noteBytes: number): FieldRecord {
  const interview = makeInterview({
    answers: {
      consent: 'yes',
      own_phone: 'no',
      shared_phone: 'no',
      notes: 'ñ নমস্কার नमस्ते "\\ '.repeat(Math.ceil(noteBytes / 40)).slice(0, 3900),
    },
  });
  return { id: interview.id, ...makeDelivery(interview) };
}

export const makeRecords = (count: number, noteBytes = 400): FieldRecord[] =>
  Array.from({ length: count }, () => makeRecord(noteBytes));

/**
 * Seals records to the key that the server gives to tablets, as tablets of this version do; one in four stays open, as
 * older ones send it.
 */
export async function createSealer(
  url: string,
  token: string,
): Promise<(record: FieldRecord) => Promise<FieldRecord>> {
  const headers = { authorization: `Bearer ${token}` };
  const key = sealingKeySchema.parse(
    await (await fetch(`${url}/api/device/sealing-key`, { headers })).json(),
  );
  let made = 0;
  return async (record) => {
    made += 1;
    if (made % 4 === 0) return record;
    const payload = await seal(record.payload, key);
    return { id: record.id, hash: sha256(payload), payload, inside: record.payload };
  };
}
