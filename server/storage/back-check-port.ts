import type { BranchScope } from '../../contracts/roles.ts';

export interface DrawRecord {
  readonly id: string;
  readonly studyId: string;
  readonly seed: number;
  readonly rate01: number;
  readonly from: string;
  readonly until: string;
  /** Branches that were drawn from. */
  readonly branches: BranchScope;
  readonly strata: readonly {
    readonly enumerator: string;
    readonly interviews: number;
    readonly drawnBefore: number;
    readonly drawn: number;
  }[];
  readonly drawnBy: string | null;
  readonly drawnByName: string;
  readonly drawnAt: string;
}

/** An interview that was drawn to be checked again. */
export interface TaskRecord {
  readonly id: string;
  readonly interviewId: string;
  readonly branch: string;
  readonly enumerator: string;
}

export interface BackCheckStore {
  /** Keeps a draw with its tasks. An interview can be drawn once. */
  add(draw: DrawRecord, tasks: readonly TaskRecord[]): Promise<void>;
  /** Newest first. */
  draws(studyId: string): Promise<DrawRecord[]>;
  tasks(studyId: string): Promise<TaskRecord[]>;
}
