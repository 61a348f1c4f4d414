import type { Generated } from 'kysely';

/** Column types as SQLite holds them: booleans are 0 or 1, lists are JSON text, times are ISO 8601 in UTC. */
export interface Tables {
  studies: {
    id: string;
    title: string;
    synthetic: number;
    instrument_name: string;
    instrument_version: string;
    codebook_hash: string | null;
    created_at: string;
    starts_on: Generated<string | null>;
    ends_on: Generated<string | null>;
  };
  study_instruments: { study_id: string; version: string; since: string };
  waves: { study_id: string; number: number; name: string; starts_on: string; ends_on: string };
  quotas: {
    study_id: string;
    position: number;
    branch: string | null;
    variable: string | null;
    code: string | null;
    interviews: number;
  };
  cases: {
    study_id: string;
    id: string;
    branch: string;
    wave: number | null;
    tablet_id: string | null;
    added_at: string;
    closed_reason: Generated<string | null>;
  };
  case_contacts: {
    study_id: string;
    id: string;
    name: string | null;
    phone: string | null;
    address: string | null;
    notes: string | null;
  };
  codebooks: { hash: string; text: string };
  branches: {
    study_id: string;
    code: string;
    name: string;
    weight: number;
    position: number;
    clients: Generated<number | null>;
  };
  tablets: {
    id: string;
    study_id: string;
    name: string;
    branches: string | null;
    token_hash: string;
    enrolled_at: string;
    last_seen_at: string | null;
    revoked_at: string | null;
  };
  enrol_codes: {
    code_hash: string;
    study_id: string;
    branches: string | null;
    expires_at: string;
    single_use: number;
    used_at: string | null;
  };
  submissions: {
    sequence: Generated<number>;
    id: string;
    study_id: string;
    hash: string;
    kind: string;
    payload: string;
    branch: string;
    received_at: string;
    tablet_id: string | null;
    status: string;
    reason: string | null;
    receipt_id: string;
    content_hash: string | null;
    case_id: string | null;
    revision_of: string | null;
    /** What the first receipt said, where a decision has moved the record since. */
    receipt_status: Generated<string | null>;
  };
  personal_data: { sequence: number; content: string | null; digest: string | null };
  personal_moves: { next_sequence: number; last_sequence: number };
  retention: { study_id: string; days: number; counted_from: string; set_by: string; set_at: string };
  erasures: { sequence: Generated<number>; id: string; at: string; mode: string; statement: string };
  erased_records: { id: string; mode: string; erasure_id: string; declined: Generated<number> };
  erased_cases: { study_id: string; id: string; erasure_id: string };
  segmentations: {
    sequence: Generated<number>;
    id: string;
    study_id: string;
    instrument_name: string;
    instrument_version: string;
    codebook_hash: string;
    model_version: string;
    seed: number;
    data_version: string;
    last_sequence: number;
    last_decision: number;
    result_hash: string;
    result_text: string | null;
    computed_at: string;
  };
  targets: {
    study_id: string;
    branch: string;
    interviews: number;
    starts_on: string;
    ends_on: string;
    set_by: string;
    set_at: string;
  };
  review_decisions: {
    sequence: Generated<number>;
    study_id: string;
    submission: number;
    decision: string;
    comment: string | null;
    decided_by: string | null;
    decided_by_name: string;
    decided_at: string;
  };
  back_check_draws: {
    id: string;
    study_id: string;
    seed: number;
    rate01: number;
    from_day: string;
    until_day: string;
    branches: string | null;
    strata: string;
    drawn_by: string | null;
    drawn_by_name: string;
    drawn_at: string;
  };
  back_check_tasks: {
    id: string;
    draw_id: string;
    study_id: string;
    interview_id: string;
    branch: string;
    enumerator: string;
  };
  attachments: {
    submission_id: string;
    hash: string;
    /** Empty: the good copy. One that is set aside: the hash of its sealed bytes. */
    copy: Generated<string>;
    study_id: string;
    tablet_id: string | null;
    received_at: string;
    content: string | null;
    reason: Generated<string | null>;
  };
  draft_copies: {
    id: string;
    tablet_id: string;
    study_id: string;
    steps: number;
    hash: string;
    received_at: string;
    state: string;
    content: string | null;
  };
  branch_areas: {
    study_id: string;
    branch: string;
    latitude: number;
    longitude: number;
    radius_m: number;
  };
  heartbeats: { tablet_id: string; received_at: string; content: string };
  people: {
    user_id: string;
    role: string;
    branches: string | null;
    demo: number;
    deactivated_at: string | null;
  };
  person_codes: { code_hash: string; user_id: string; expires_at: string };
  sign_in_attempts: { key: string; failures: number; blocked_until: string | null; last_at: string };
  audit_log: {
    sequence: Generated<number>;
    at: string;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string | null;
    role: string | null;
    action: string;
    target: string | null;
    outcome: string;
    address: string | null;
    detail: string | null;
    hash: string;
  };
  /** Tables of the auth library, as far as Waymark writes them itself. */
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: number;
    createdAt: string;
    updatedAt: string;
    twoFactorEnabled: number | null;
  };
  account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: string;
    updatedAt: string;
  };
  session: { id: string; userId: string; createdAt: string; expiresAt: string };
  twoFactor: { id: string; userId: string };
  verification: { id: string; identifier: string; value: string };
  settings: { key: string; value: string };
  waymark_migrations: { position: number; name: string; applied_at: string; hash: string | null };
}
