import type { Migration } from './migration.ts';

/**
 * Second factor (as better-auth 1.7's own generator writes it), invitations, limits on sign-in, and the audit
 * log, whose lines the database itself refuses to change or delete.
 */
export const PEOPLE: Migration = {
  name: '0004-people-and-audit',
  statements: [
    `alter table "user" add column "twoFactorEnabled" integer default 0`,
    `create table "twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null,
      "userId" text not null references "user" ("id") on delete cascade, "verified" integer,
      "failedVerificationCount" integer, "lockedUntil" date)`,
    `create index "twoFactor_secret_idx" on "twoFactor" ("secret")`,
    `create index "twoFactor_userId_idx" on "twoFactor" ("userId")`,
    `alter table people add column demo integer not null default 0`,
    `update people set demo = 1 where user_id in
      (select id from "user" where email like '%@demo.example') and exists (select 1 from studies where id = 'demo')`,
    `alter table people add column deactivated_at text`,
    `create table person_codes (code_hash text not null primary key,
      user_id text not null references "user" ("id") on delete cascade, expires_at text not null)`,
    `create index person_codes_user on person_codes (user_id)`,
    `create table sign_in_attempts (key text not null primary key, failures integer not null, blocked_until text,
      last_at text not null)`,
    `create index sign_in_attempts_last on sign_in_attempts (last_at)`,
    `create table audit_log (sequence integer primary key autoincrement, at text not null, actor_kind text not null,
      actor_id text, actor_name text, role text, action text not null, target text, outcome text not null,
      address text, detail text, hash text not null)`,
    `create index audit_log_action on audit_log (action, sequence)`,
    `create trigger audit_log_no_update before update on audit_log
      begin select raise(abort, 'the audit log cannot be changed'); end`,
    // A line that takes the place of another would slip past the two others.
    `create trigger audit_log_no_replace before insert on audit_log
      when exists (select 1 from audit_log where sequence = new.sequence)
      begin select raise(abort, 'the audit log cannot be changed'); end`,
    `create trigger audit_log_no_delete before delete on audit_log
      begin select raise(abort, 'the audit log cannot be shortened'); end`,
  ],
};
