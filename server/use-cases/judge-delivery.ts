import { interviewSchema, type Interview } from '../../contracts/submission.ts';
import type { StudyRecord, TabletRecord } from '../storage/port.ts';
import { inScope } from './in-scope.ts';

export type Judgement =
  | { readonly status: 'stored'; readonly branch: string; readonly reason: null }
  | { readonly status: 'quarantined'; readonly branch: string; readonly reason: string };

/**
 * Decides whether a delivered record can be counted. What cannot is kept apart with the reason, never
 * refused: the tablet's copy goes once we have ours. Reasons name fields, never answers.
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
  const interview = readInterview(text);
  if ('unreadable' in interview) return { status: 'quarantined', branch: '', reason: interview.unreadable };
  const { branch } = interview;
  const reason = objection(id, interview, tablet, study, published);
  return reason === null ? { status: 'stored', branch, reason } : { status: 'quarantined', branch, reason };
}

function readInterview(payload: string): Interview | { readonly unreadable: string } {
  let content: unknown;
  try {
    content = JSON.parse(payload);
  } catch {
    return { unreadable: 'The record is not JSON.' };
  }
  const parsed = interviewSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return {
    unreadable: `The record is not an interview: ${issue?.path.join('.') ?? ''} (${issue?.code ?? ''}).`,
  };
}

function objection(
  id: string,
  interview: Interview,
  tablet: TabletRecord,
  study: StudyRecord,
  published: ReadonlyMap<string, string> | null,
): string | null {
  if (tablet.revokedAt !== null) return 'The tablet was revoked before this record came.';
  if (interview.id !== id) return 'The record carries another id than the one it was sent under.';
  if (interview.studyId !== study.id) return `The record belongs to study "${interview.studyId}".`;
  if (interview.instrument.name !== study.instrument.name)
    return `The record was made with instrument "${interview.instrument.name}".`;
  const { version, hash } = interview.instrument;
  if (published === null ? version !== study.instrument.version : !published.has(version))
    return `The record was made with version "${version}" of the instrument, which is not known here.`;
  if (published !== null && hash !== published.get(version))
    return 'The record was made with a changed copy of the instrument.';
  if (!study.branches.some(({ code }) => code === interview.branch))
    return `The study has no branch "${interview.branch}".`;
  if (!inScope(tablet.branches, interview.branch))
    return `The tablet does not work for branch "${interview.branch}".`;
  return null;
}
