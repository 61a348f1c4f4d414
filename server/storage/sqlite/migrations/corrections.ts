import type { Migration } from './migration.ts';

/**
 * Of someone whose answers were erased, whether she had declined, so that she never becomes a completed interview;
 * entries of the respondent list that were closed, with the reason; and copies of photos that are set aside, beside
 * the good one, whose `copy` is empty.
 */
export const CORRECTIONS: Migration = {
  name: '0010-corrections',
  statements: [
    `alter table erased_records add column declined integer not null default 0`,
    `alter table cases add column closed_reason text`,
    `drop trigger attachments_of_erased`,
    `create table attachment_copies (submission_id text not null, hash text not null, copy text not null default '',
      study_id text not null references studies (id), tablet_id text references tablets (id),
      received_at text not null, content text, reason text, primary key (submission_id, hash, copy))`,
    `insert into attachment_copies (submission_id, hash, study_id, tablet_id, received_at, content)
      select submission_id, hash, study_id, tablet_id, received_at, content from attachments`,
    `drop table attachments`,
    `alter table attachment_copies rename to attachments`,
    `create trigger attachments_of_erased after insert on erased_records
      begin update attachments set content = null where submission_id = new.id; end`,
    `create trigger attachments_stay_erased after insert on attachments
      when exists (select 1 from erased_records where id = new.submission_id)
      begin update attachments set content = null
        where submission_id = new.submission_id and hash = new.hash and copy = new.copy; end`,
  ],
};
