import type { Kysely, Selectable } from 'kysely';
import type { SegmentationRecord, SegmentationStore } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

const toRecord = (row: Omit<Selectable<Tables['segmentations']>, 'result_text'>): SegmentationRecord => ({
  id: row.id,
  studyId: row.study_id,
  instrument: { name: row.instrument_name, version: row.instrument_version },
  codebookHash: row.codebook_hash,
  modelVersion: row.model_version,
  seed: row.seed,
  dataVersion: row.data_version,
  lastSequence: row.last_sequence,
  lastDecision: row.last_decision,
  resultHash: row.result_hash,
  computedAt: row.computed_at,
});

/** Segmentations: every record for good, the result's text of the newest only (others can be computed again). */
export function createSegmentationStore(db: Kysely<Tables>): SegmentationStore {
  return {
    async add(record, resultText) {
      await inTransaction(db, async (trx) => {
        await trx
          .updateTable('segmentations')
          .set({ result_text: null })
          .where('study_id', '=', record.studyId)
          .where('result_text', 'is not', null)
          .execute();
        await trx
          .insertInto('segmentations')
          .values({
            id: record.id,
            study_id: record.studyId,
            instrument_name: record.instrument.name,
            instrument_version: record.instrument.version,
            codebook_hash: record.codebookHash,
            model_version: record.modelVersion,
            seed: record.seed,
            data_version: record.dataVersion,
            last_sequence: record.lastSequence,
            last_decision: record.lastDecision,
            result_hash: record.resultHash,
            result_text: resultText,
            computed_at: record.computedAt,
          })
          .execute();
      });
    },

    async latest(studyId) {
      const row = await db
        .selectFrom('segmentations')
        .selectAll()
        .where('study_id', '=', studyId)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? { ...toRecord(row), resultText: row.result_text ?? '' } : null;
    },

    async find(id) {
      const row = await db.selectFrom('segmentations').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toRecord(row) : null;
    },
  };
}
