import { makeDelivery, makeInterview } from '../../../server/testing/make-delivery.ts';

/** What a tablet holds until it is acknowledged. */
export interface FieldRecord {
  readonly id: string;
  readonly hash: string;
  readonly payload: string;
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
