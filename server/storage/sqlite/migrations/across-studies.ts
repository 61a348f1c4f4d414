import type { Migration } from './migration.ts';

/**
 * An id may be met in two studies: a tablet was linked anew, or lies. A photo is kept once for each study, so that
 * none takes the place of another study's; and a record ends only the copies of its own study.
 */
export const ACROSS_STUDIES: Migration = {
  name: '0012-across-studies',
  statements: [
    `drop trigger attachments_of_erased`,
    `create table attachment_copies (submission_id text not null, hash text not null, copy text not null default '',
      study_id text not null references studies (id), tablet_id text references tablets (id),
      received_at text not null, content text, reason text, primary key (submission_id, hash, copy, study_id))`,
    `insert into attachment_copies (submission_id, hash, copy, study_id, tablet_id, received_at, content, reason)
      select submission_id, hash, copy, study_id, tablet_id, received_at, content, reason from attachments`,
    `drop table attachments`,
    `alter table attachment_copies rename to attachments`,
    // Whoever is erased goes from every study: better a photo too few than one of hers.
    `create trigger attachments_of_erased after insert on erased_records
      begin update attachments set content = null where submission_id = new.id; end`,
    `create trigger attachments_stay_erased after insert on attachments
      when exists (select 1 from erased_records where id = new.submission_id)
      begin update attachments set content = null where submission_id = new.submission_id and hash = new.hash
        and copy = new.copy and study_id = new.study_id; end`,
    `drop trigger draft_copies_finished`,
    `create trigger draft_copies_finished after insert on submissions
      when new.reason is null or new.reason not like '%unfinished interview%'
      begin delete from draft_copies where id = new.id and study_id = new.study_id; end`,
  ],
};
