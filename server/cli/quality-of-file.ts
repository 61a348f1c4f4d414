import type { Codebook } from '../../contracts/codebook.ts';
import type { QualityReport } from '../../contracts/quality.ts';
import { loadQualityRules } from '../../instruments/quality-rules.ts';
import { checkQuality } from '../../scoring/quality/check-quality.ts';
import type { QualityRecord } from '../../scoring/quality/quality-record.ts';
import { readColumns } from '../imports/read-columns.ts';
import { readParadata, type Paradata } from '../imports/read-paradata.ts';
import { readRespondents } from '../imports/read-respondents.ts';

export interface QualityFileRequest {
  readonly input: string;
  /** How the interviews were made, by id; absent: nothing of it is recorded. */
  readonly interviews?: string;
  /** Column of the primary sampling unit. */
  readonly psu?: string;
  readonly ignoreUnknownColumns?: boolean;
}

const NOTHING: Paradata = {
  enumerator: null,
  startedAt: null,
  finishedAt: null,
  receivedAt: null,
  activeMs: null,
  person: null,
};

/** Checks the interviews of a file. Throws as `readRespondents`, `readColumns` and `readParadata` do. */
export async function qualityOfFile(codebook: Codebook, request: QualityFileRequest): Promise<QualityReport> {
  const { input, interviews, psu, ignoreUnknownColumns = false } = request;
  const paradata = interviews === undefined ? new Map<string, Paradata>() : await readParadata(interviews);
  const psus =
    psu === undefined ? null : (await readColumns({ path: input, codebook: null, keys: [psu] })).keys(psu);
  const records: QualityRecord[] = [];
  for await (const { id, branch, weight, answers } of readRespondents(codebook, input, {
    ignoreUnknownColumns: ignoreUnknownColumns || psu !== undefined,
  })) {
    const { person, ...made } = paradata.get(id) ?? NOTHING;
    records.push({
      id,
      branch,
      version: codebook.version,
      answers,
      weight,
      psu: psus === null ? null : String(psus.indices[records.length]),
      personKey: person,
      ...{ place: null, area: null, questionMs: null },
      ...made,
    });
  }
  return checkQuality(codebook, loadQualityRules(), records);
}
