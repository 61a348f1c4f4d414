import type { Answers } from '../../contracts/answer.ts';
import { FIELD_RECORD_SCHEMAS, type FieldKind } from '../../contracts/field-record.ts';
import { interviewSchema, type Interview } from '../../contracts/submission.ts';
import type { NewSubmission, StudyRecord, TabletRecord } from '../storage/port.ts';
import { inScope } from './in-scope.ts';

/** What is kept of a record beside its bytes. */
export type Judgement = Pick<
  NewSubmission,
  'kind' | 'status' | 'branch' | 'reason' | 'caseId' | 'revisionOf'
> & {
  /** What she said, where it is an interview that could be read. */
  readonly answers?: Answers;
};

/** A record that is kept apart. Its branch is empty where it could not be read. */
export const quarantined = (
  reason: string,
  of: Pick<Judgement, 'branch' | 'caseId' | 'revisionOf'> = { branch: '' },
): Judgement => ({ kind: 'interview', status: 'quarantined', reason, ...of });

/**
 * Decides what a delivered record is, and whether it can be counted on. What cannot is kept apart with the
 * reason, never refused: the tablet's copy goes once we have ours. Reasons name fields, never answers.
 *
 * @param text what was inside of the delivery
 * @param published version → hash of the survey file, of the study's instrument: an interview begun before
 *   the study moved on keeps its version. Null where the study brought its own codebook.
 */
export function judgeDelivery(
  id: string,
  text: string,
  tablet: TabletRecord,
  study: StudyRecord,
  published: ReadonlyMap<string, string> | null,
): Judgement {
  const read = readRecord(text);
  if ('unreadable' in read) return quarantined(read.unreadable);
  const { kind, record } = read;
  const reason =
    strangeness(id, record, tablet, study) ??
    (kind === 'interview' ? otherInstrument(read.record, study, published) : null) ??
    strangeBranch(record.branch, tablet, study);
  return {
    kind,
    status: reason === null ? 'stored' : 'quarantined',
    branch: record.branch,
    reason,
    caseId: record.caseId ?? null,
    revisionOf: kind === 'interview' ? (read.record.revision?.of ?? null) : null,
    ...(kind === 'interview' ? { answers: read.record.answers } : {}),
  };
}

/** What every record of a tablet says of itself. */
interface Identified {
  readonly id: string;
  readonly studyId: string;
  readonly branch: string;
  readonly caseId?: string | undefined;
}

type Read =
  | { readonly kind: 'interview'; readonly record: Interview }
  | { readonly kind: FieldKind; readonly record: Identified }
  | { readonly unreadable: string };

function readRecord(payload: string): Read {
  let content: unknown;
  try {
    content = JSON.parse(payload);
  } catch {
    return { unreadable: 'The record is not JSON.' };
  }
  if (typeof content === 'object' && content !== null && 'waymark' in content)
    return readFieldRecord(content.waymark, content);
  const parsed = interviewSchema.safeParse(content);
  if (parsed.success) return { kind: 'interview', record: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    unreadable: `The record is not an interview: ${issue?.path.join('.') ?? ''} (${issue?.code ?? ''}).`,
  };
}

/** Whether a text is a record of a kind that is known here, whatever else there is to say of it. */
export const isReadable = (text: string): boolean => !('unreadable' in readRecord(text));

const isFieldKind = (kind: unknown): kind is FieldKind =>
  typeof kind === 'string' && Object.hasOwn(FIELD_RECORD_SCHEMAS, kind);

function readFieldRecord(kind: unknown, content: object): Read {
  if (!isFieldKind(kind))
    return { unreadable: 'The record is of a kind that is not known here: of a newer tablet, or damaged.' };
  const parsed = FIELD_RECORD_SCHEMAS[kind].safeParse(content);
  if (parsed.success) return { kind, record: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    unreadable: `The record is not a ${kind}: ${issue?.path.join('.') ?? ''} (${issue?.code ?? ''}).`,
  };
}

function strangeness(
  id: string,
  record: Identified,
  tablet: TabletRecord,
  study: StudyRecord,
): string | null {
  if (tablet.revokedAt !== null) return 'The tablet was revoked before this record came.';
  if (record.id !== id) return 'The record carries another id than the one it was sent under.';
  if (record.studyId !== study.id) return `The record belongs to study "${record.studyId}".`;
  return null;
}

function otherInstrument(
  interview: Interview,
  study: StudyRecord,
  published: ReadonlyMap<string, string> | null,
): string | null {
  const { name, version, hash } = interview.instrument;
  if (name !== study.instrument.name) return `The record was made with instrument "${name}".`;
  if (published === null ? version !== study.instrument.version : !published.has(version))
    return `The record was made with version "${version}" of the instrument, which is not known here.`;
  if (published !== null && hash !== published.get(version))
    return 'The record was made with a changed copy of the instrument.';
  if (interview.revision?.of === interview.id) return 'The record says that it takes its own place.';
  return null;
}

function strangeBranch(branch: string, tablet: TabletRecord, study: StudyRecord): string | null {
  if (!study.branches.some(({ code }) => code === branch)) return `The study has no branch "${branch}".`;
  if (!inScope(tablet.branches, branch)) return `The tablet does not work for branch "${branch}".`;
  return null;
}
