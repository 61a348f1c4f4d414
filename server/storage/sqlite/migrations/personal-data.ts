import type { Migration } from './migration.ts';

/**
 * What is personal of a record, in a table apart; how long it is kept; and who was erased. Records of before
 * are moved over by code, in order, up to the last one there was (`personal_moves`). Content that is null is
 * gone; the digest then still tells two interviews of one person, until she is erased.
 */
export const PERSONAL_DATA: Migration = {
  name: '0008-personal-data',
  statements: [
    `create table personal_data (sequence integer primary key references submissions (sequence), content text,
      digest text)`,
    `create table personal_moves (next_sequence integer not null, last_sequence integer not null)`,
    `insert into personal_moves select 1, coalesce(max(sequence), 0) from submissions`,
    `create table retention (study_id text not null primary key, days integer not null, counted_from text not null,
      set_by text not null, set_at text not null)`,
    `create table erasures (sequence integer primary key autoincrement, id text not null unique, at text not null,
      mode text not null, statement text not null)`,
    `create table erased_records (id text not null primary key, mode text not null,
      erasure_id text not null references erasures (id))`,
    `create table erased_cases (study_id text not null, id text not null,
      erasure_id text not null references erasures (id), primary key (study_id, id))`,
    // A list that is imported again, or a backup that is restored, does not bring back how she is found.
    `create trigger case_contacts_not_erased before insert on case_contacts
      when exists (select 1 from erased_cases where study_id = new.study_id and id = new.id)
      begin select raise(ignore); end`,
  ],
};
