import type { QualityFinding } from '../../contracts/quality.ts';
import type { QualityRecord } from './quality-record.ts';
import type { ReadInterview } from './read-interview.ts';

/** An interview that is checked: the record, and what its answers say. */
export interface CheckedInterview {
  readonly record: QualityRecord;
  readonly read: ReadInterview;
}

/** What one check says: findings by interview, and the ids of interviews that lack what it needs. */
export interface CheckResult {
  readonly notRecorded: readonly string[];
  readonly findings: readonly Omit<QualityFinding, 'check'>[];
}
