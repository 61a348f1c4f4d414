/** Targets of branches, and how each tablet said it was when it was last heard of. */
export const SUPERVISION = {
  name: '0005-supervision',
  statements: [
    `create table targets (study_id text not null references studies (id), branch text not null,
      interviews integer not null, starts_on text not null, ends_on text not null, set_by text not null,
      set_at text not null, primary key (study_id, branch))`,
    `create table heartbeats (tablet_id text not null primary key references tablets (id),
      received_at text not null, content text not null)`,
  ],
};
