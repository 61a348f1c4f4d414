import type { QualityFinding } from '../../contracts/quality.ts';
import type { QualityRecord } from './quality-record.ts';
import type { ReadInterview } from './read-interview.ts';

/** An interview that is checked: the record, and what its answers say. */
export interface CheckedInterview {
  readonly record: QualityRecord;
  readonly read: ReadInterview;
}

/** What one check says: findings by interview, and how many interviews lack what it needs. */
export interface CheckResult {
  readonly notRecorded: number;
  readonly findings: readonly Omit<QualityFinding, 'check'>[];
}
