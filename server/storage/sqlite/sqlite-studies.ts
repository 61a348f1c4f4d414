import type { Kysely, Selectable } from 'kysely';
import type { StudyRecord, StudyStore } from '../port.ts';
import { changeSetup, moveToVersion, readSetup } from './sqlite-setup.ts';
import { inTransaction } from './in-transaction.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['studies']>;
type BranchRow = Selectable<Tables['branches']>;

const toStudy = (row: Row, branches: readonly BranchRow[]): StudyRecord => ({
  id: row.id,
  title: row.title,
  synthetic: row.synthetic === 1,
  instrument: { name: row.instrument_name, version: row.instrument_version },
  codebookHash: row.codebook_hash,
  branches: branches
    .filter((b) => b.study_id === row.id)
    .map(({ code, name, weight }) => ({ code, name, weight })),
  createdAt: row.created_at,
});

/** Studies, their branches and the codebooks they bring. */
export function createStudyStore(db: Kysely<Tables>): StudyStore {
  const branchesOf = (studyId: string): Promise<BranchRow[]> =>
    db.selectFrom('branches').selectAll().where('study_id', '=', studyId).orderBy('position').execute();

  return {
    async add(study, codebookText) {
      await inTransaction(db, async (trx) => {
        if (study.codebookHash !== null && codebookText !== undefined)
          await trx
            .insertInto('codebooks')
            .values({ hash: study.codebookHash, text: codebookText })
            .onConflict((conflict) => conflict.column('hash').doNothing())
            .execute();
        await trx
          .insertInto('studies')
          .values({
            id: study.id,
            title: study.title,
            synthetic: study.synthetic ? 1 : 0,
            instrument_name: study.instrument.name,
            instrument_version: study.instrument.version,
            codebook_hash: study.codebookHash,
            created_at: study.createdAt,
          })
          .execute();
        const branches = study.branches.map((b, position) => ({ study_id: study.id, ...b, position }));
        if (branches.length > 0) await trx.insertInto('branches').values(branches).execute();
      });
    },

    async list() {
      const rows = await db.selectFrom('studies').selectAll().orderBy('created_at').orderBy('id').execute();
      const branches = await db.selectFrom('branches').selectAll().orderBy('position').execute();
      return rows.map((row) => toStudy(row, branches));
    },

    async find(id) {
      const row = await db.selectFrom('studies').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toStudy(row, await branchesOf(id)) : null;
    },

    setup: (studyId) => readSetup(db, studyId),
    changeSetup: (studyId, change) => inTransaction(db, (trx) => changeSetup(trx, studyId, change)),
    moveToVersion: (studyId, version, since) =>
      inTransaction(db, (trx) => moveToVersion(trx, studyId, version, since)),

    async codebookText(hash) {
      const row = await db.selectFrom('codebooks').select('text').where('hash', '=', hash).executeTakeFirst();
      return row?.text ?? null;
    },

    async addBranches(studyId, branches) {
      const known = await branchesOf(studyId);
      const codes = new Set(known.map(({ code }) => code));
      const fresh = branches.filter(({ code }) => !codes.has(code));
      if (fresh.length === 0) return;
      await db
        .insertInto('branches')
        .values(fresh.map((b, index) => ({ study_id: studyId, ...b, position: known.length + index })))
        .onConflict((conflict) => conflict.columns(['study_id', 'code']).doNothing())
        .execute();
    },
  };
}
