import { ACROSS_STUDIES } from './migrations/across-studies.ts';
import { PERSONAL_DATA } from './migrations/personal-data.ts';
import { ATTACHMENTS } from './migrations/attachments.ts';
import { CORRECTIONS } from './migrations/corrections.ts';
import { DRAFTS } from './migrations/drafts.ts';
import { PEOPLE } from './migrations/people.ts';
import { REVIEW } from './migrations/review.ts';
import { SEALING } from './migrations/sealing.ts';
import { STUDIES } from './migrations/studies.ts';
import { SUPERVISION } from './migrations/supervision.ts';
import type { Migration } from './migrations/migration.ts';

/** Tables of better-auth 1.7, as its own generator writes them; a test compares the two. */
const SIGN_IN: Migration = {
  name: '0001-sign-in',
  statements: [
    `create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
      "emailVerified" integer not null, "image" text, "createdAt" date not null, "updatedAt" date not null)`,
    `create table "session" ("id" text not null primary key, "expiresAt" date not null, "token" text not null unique,
      "createdAt" date not null, "updatedAt" date not null, "ipAddress" text, "userAgent" text,
      "userId" text not null references "user" ("id") on delete cascade)`,
    `create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
      "idToken" text, "accessTokenExpiresAt" date, "refreshTokenExpiresAt" date, "scope" text, "password" text,
      "createdAt" date not null, "updatedAt" date not null)`,
    `create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
      "expiresAt" date not null, "createdAt" date not null, "updatedAt" date not null)`,
    `create table "rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null,
      "lastRequest" bigint not null)`,
    `create index "session_userId_idx" on "session" ("userId")`,
    `create index "account_userId_idx" on "account" ("userId")`,
    `create index "verification_identifier_idx" on "verification" ("identifier")`,
    `create table people (user_id text not null primary key references "user" ("id") on delete cascade,
      role text not null, branches text)`,
  ],
};

const FIELD_WORK: Migration = {
  name: '0002-field-work',
  statements: [
    `create table settings (key text not null primary key, value text not null)`,
    `create table codebooks (hash text not null primary key, text text not null)`,
    `create table studies (id text not null primary key, title text not null, synthetic integer not null,
      instrument_name text not null, instrument_version text not null,
      codebook_hash text references codebooks (hash), created_at text not null)`,
    `create table branches (study_id text not null references studies (id), code text not null, name text not null,
      weight real not null check (weight > 0), position integer not null, primary key (study_id, code))`,
    `create table tablets (id text not null primary key, study_id text not null references studies (id),
      name text not null, branches text, token_hash text not null unique, enrolled_at text not null,
      last_seen_at text, revoked_at text)`,
    `create table enrol_codes (code_hash text not null primary key, study_id text not null references studies (id),
      branches text, expires_at text not null, single_use integer not null, used_at text)`,
    `create table submissions (sequence integer primary key autoincrement, id text not null,
      study_id text not null references studies (id), hash text not null, kind text not null, payload text not null,
      branch text not null, received_at text not null, tablet_id text references tablets (id), status text not null,
      reason text, receipt_id text not null)`,
    `create unique index submissions_id_hash on submissions (id, hash)`,
    `create unique index submissions_stored on submissions (study_id, id) where status = 'stored'`,
    `create index submissions_branch on submissions (study_id, status, branch, sequence)`,
    `create index submissions_tablet on submissions (tablet_id)`,
    `create table segmentations (sequence integer primary key autoincrement, id text not null unique,
      study_id text not null references studies (id), instrument_name text not null,
      instrument_version text not null, codebook_hash text not null, model_version text not null,
      seed integer not null, data_version text not null, last_sequence integer not null,
      result_hash text not null, result_text text, computed_at text not null)`,
    `create index segmentations_study on segmentations (study_id, sequence)`,
  ],
};

/** All shipped steps, in order. */
export const MIGRATIONS: readonly Migration[] = [
  SIGN_IN,
  FIELD_WORK,
  SEALING,
  PEOPLE,
  SUPERVISION,
  STUDIES,
  REVIEW,
  PERSONAL_DATA,
  ATTACHMENTS,
  CORRECTIONS,
  DRAFTS,
  ACROSS_STUDIES,
];
