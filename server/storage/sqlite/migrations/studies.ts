import type { Migration } from './migration.ts';

/**
 * Studies with dates, waves, quotas and the frame; the respondent list, contacts apart from it; and what of a
 * record says which entry of the list it is about, and which interview it takes the place of.
 */
export const STUDIES: Migration = {
  name: '0006-studies',
  statements: [
    `alter table submissions add column case_id text`,
    `alter table submissions add column revision_of text`,
    // With the kind within it, counting stays within the index.
    `drop index submissions_branch`,
    `create index submissions_branch on submissions (study_id, status, kind, branch, sequence)`,
    `create index submissions_case on submissions (study_id, case_id) where case_id is not null`,
    `create index submissions_revision on submissions (study_id, revision_of) where revision_of is not null`,
    `alter table studies add column starts_on text`,
    `alter table studies add column ends_on text`,
    `alter table branches add column clients integer check (clients >= 0)`,
    `create table study_instruments (study_id text not null references studies (id), version text not null,
      since text not null, primary key (study_id, version))`,
    `create table waves (study_id text not null references studies (id), number integer not null check (number > 0),
      name text not null, starts_on text not null, ends_on text not null, primary key (study_id, number))`,
    `create table quotas (study_id text not null references studies (id), position integer not null, branch text,
      variable text, code text, interviews integer not null check (interviews >= 0),
      primary key (study_id, position))`,
    `create table cases (study_id text not null references studies (id), id text not null, branch text not null,
      wave integer, tablet_id text references tablets (id), added_at text not null, primary key (study_id, id))`,
    `create index cases_branch on cases (study_id, branch)`,
    `create table case_contacts (study_id text not null, id text not null, name text, phone text, address text,
      notes text, primary key (study_id, id), foreign key (study_id, id) references cases (study_id, id))`,
  ],
};
