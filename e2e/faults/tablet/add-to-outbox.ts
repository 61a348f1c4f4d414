import { type Page } from 'playwright-core';
import { sealingKeySchema } from '../../../contracts/sealing.ts';
import { makeDelivery } from '../../../server/testing/make-delivery.ts';
import { seal } from '../../../server/testing/seal.ts';
import { sha256 } from '../../../server/use-cases/sha256.ts';
import { putInto, readFrom } from './device-store.ts';
import { makeRecords, type FieldRecord } from '../support/make-records.ts';

/**
 * Puts finished interviews into a tablet's outbox as the app does, sealed to the institution.
 *
 * @returns what the server must hold in the end: the hash of the sealed bytes, and the text that was sealed
 */
export async function addToOutbox(page: Page, count: number): Promise<FieldRecord[]> {
  const key = sealingKeySchema.parse(await readFrom(page, 'sealing', 'current'));
  const link = (await readFrom(page, 'enrolment', 'current')) as { readonly tabletId: string };
  const texts = makeRecords(count);
  const sealed = await Promise.all(
    texts.map(async ({ id, payload }) => ({ id, text: payload, ...makeDelivery(await seal(payload, key)) })),
  );
  await putInto(
    page,
    'outbox',
    sealed.map(({ id, hash, payload }, index) => ({
      id,
      tabletId: link.tabletId,
      hash,
      payload,
      state: 'queued',
      attempts: 0,
      notBeforeMs: 0,
      problem: null,
      finishedAt: new Date(Date.UTC(2026, 10, 20, 9, index)).toISOString(),
    })),
  );
  for (const { hash, payload } of sealed)
    if (sha256(payload) !== hash) throw new Error('The test made a wrong hash.');
  return sealed.map(({ id, hash, text }) => ({ id, hash, payload: text }));
}
