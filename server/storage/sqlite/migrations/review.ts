import type { Migration } from './migration.ts';

/**
 * What people decided about records, and which interviews were drawn to be checked again. The database itself
 * refuses to change or delete a decision. A record's `status` may follow a decision; its first receipt never
 * changes, so what that said is kept beside it.
 */
export const REVIEW: Migration = {
  name: '0007-review',
  statements: [
    `create table review_decisions (sequence integer primary key autoincrement,
      study_id text not null references studies (id),
      submission integer not null references submissions (sequence), decision text not null, comment text,
      decided_by text, decided_by_name text not null, decided_at text not null)`,
    `create index review_decisions_submission on review_decisions (submission, sequence)`,
    `create index review_decisions_study on review_decisions (study_id, decision, sequence)`,
    `create trigger review_decisions_no_update before update on review_decisions
      begin select raise(abort, 'a decision cannot be changed'); end`,
    `create trigger review_decisions_no_delete before delete on review_decisions
      begin select raise(abort, 'a decision cannot be deleted'); end`,
    `alter table submissions add column receipt_status text`,
    `alter table segmentations add column last_decision integer not null default 0`,
    `create table back_check_draws (id text not null primary key, study_id text not null references studies (id),
      seed integer not null, rate01 real not null, from_day text not null, until_day text not null, branches text,
      strata text not null, drawn_by text, drawn_by_name text not null, drawn_at text not null)`,
    `create index back_check_draws_study on back_check_draws (study_id, drawn_at)`,
    `create table back_check_tasks (id text not null primary key,
      draw_id text not null references back_check_draws (id), study_id text not null references studies (id),
      interview_id text not null, branch text not null, enumerator text not null, unique (study_id, interview_id))`,
  ],
};
