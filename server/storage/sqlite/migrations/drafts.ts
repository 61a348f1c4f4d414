import type { Migration } from './migration.ts';

/**
 * Copies of unfinished interviews as tablets left them, sealed; the latest of each. A copy goes when its interview
 * is finished or erased. Of one that was thrown away or recovered the row stays without its content, so that an
 * older copy that comes late is not taken for a new one. An unfinished interview that a backup brought, or
 * that was recovered, ends no copy: its reason says what it is.
 */
export const DRAFTS: Migration = {
  name: '0011-drafts',
  statements: [
    `create table draft_copies (id text not null, tablet_id text not null references tablets (id),
      study_id text not null references studies (id), steps integer not null, hash text not null,
      received_at text not null, state text not null check (state in ('kept', 'thrown-away', 'recovered')),
      content text check ((content is not null) = (state = 'kept')), primary key (id, tablet_id))`,
    `create index draft_copies_tablet on draft_copies (tablet_id, state)`,
    `create trigger draft_copies_finished after insert on submissions
      when new.reason is null or new.reason not like '%unfinished interview%'
      begin delete from draft_copies where id = new.id; end`,
    `create trigger draft_copies_of_erased after insert on erased_records
      begin delete from draft_copies where id = new.id; end`,
  ],
};
