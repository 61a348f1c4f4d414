import type { Migration } from './migration.ts';

/**
 * Photos of interviews, still sealed to the institution, each once; and where the respondents of a branch are
 * to be found. Of a respondent who was erased the row stays, so that a tablet hears that it need not send the
 * photo again; the content goes, and does not come back.
 */
export const ATTACHMENTS: Migration = {
  name: '0009-attachments',
  statements: [
    `create table attachments (submission_id text not null, hash text not null,
      study_id text not null references studies (id), tablet_id text references tablets (id),
      received_at text not null, content text, primary key (submission_id, hash))`,
    `create trigger attachments_of_erased after insert on erased_records
      begin update attachments set content = null where submission_id = new.id; end`,
    `create trigger attachments_stay_erased after insert on attachments
      when exists (select 1 from erased_records where id = new.submission_id)
      begin update attachments set content = null
        where submission_id = new.submission_id and hash = new.hash; end`,
    `create table branch_areas (study_id text not null references studies (id), branch text not null,
      latitude real not null, longitude real not null, radius_m real not null check (radius_m > 0),
      primary key (study_id, branch))`,
  ],
};
