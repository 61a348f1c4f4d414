import { randomUUID } from 'node:crypto';
import type { Answers } from '../../../contracts/answer.ts';
import type { BackCheck } from '../../../contracts/back-check.ts';
import type { BackCheckEntry } from '../../../contracts/back-check-report.ts';
import type { Variable } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { keepApart } from '../personal/keep-apart.ts';
import { createPersonalRules } from '../personal/personal-rules.ts';
import { isSameName } from '../review/is-same-name.ts';
import { codebookOf } from '../review/readable-interview.ts';
import { sha256 } from '../sha256.ts';
import { backCheckItems } from './back-check-items.ts';
import { openTask } from './back-check-form.ts';

export interface EnterBackCheck {
  readonly studyId: string;
  readonly taskId: string;
  readonly entry: BackCheckEntry;
  readonly scope: BranchScope;
  readonly actor: Actor;
}

/**
 * Stores a back-check that was made from the office, as the same kind of record that tablets deliver.
 *
 * @throws WaymarkError as `openTask`; NOT_ALLOWED where she held the interview herself; INVALID_REQUEST for an answer
 *   to what is not asked, or a code the question does not have
 */
export async function enterBackCheck(
  { store, clock }: Context,
  { studyId, taskId, entry, scope, actor }: EnterBackCheck,
): Promise<{ id: string }> {
  const study = await findStudy(store, studyId);
  const { task, interview } = await openTask(store, study, taskId, scope);
  if (isSameName(task.enumerator, actor.name))
    throw new WaymarkError(
      'NOT_ALLOWED',
      'This interview carries your own name as its enumerator.',
      'Someone else has to check it.',
    );
  const codebook = await codebookOf(store, study, interview);
  const { items } = await backCheckItems(study, interview.instrument.version);
  const asked = codebook.variables.filter(({ name }) => items.includes(name));
  if (entry.outcome === 'completed') refuseStrangeAnswers(entry.answers, asked);
  const now = clock().toISOString();
  const id = randomUUID();
  const check: BackCheck = {
    waymark: 'backcheck',
    ...{ id, studyId: study.id, taskId, interviewId: interview.id, branch: task.branch },
    enumerator: actor.name ?? 'waymark',
    instrument: { name: interview.instrument.name, version: interview.instrument.version },
    mode: entry.mode,
    outcome: entry.outcome,
    answers: entry.outcome === 'completed' ? entry.answers : {},
    startedAt: entry.startedAt,
    finishedAt: now,
    appVersion: 'office',
  };
  const payload = JSON.stringify(check);
  const submission = keepApart(await createPersonalRules(store)(study), {
    ...{ id, studyId: study.id, hash: sha256(payload), kind: 'backcheck', payload, branch: task.branch },
    ...{ receivedAt: now, tabletId: null, status: 'stored', reason: null, receiptId: randomUUID() },
  } as const);
  const note = { actor, action: 'backcheck.run', target: `interview:${interview.id}`, detail: entry.outcome };
  await audited({ store, clock }, note, async (inner) => {
    await inner.submissions.accept([submission]);
  });
  return { id };
}

function refuseStrangeAnswers(answers: Answers, asked: readonly Variable[]): void {
  for (const [item, value] of Object.entries(answers)) {
    const variable = asked.find(({ name }) => name === item);
    if (!variable)
      throw new WaymarkError('INVALID_REQUEST', `The back-check does not ask "${item.slice(0, 64)}".`);
    const codes = [...variable.values.map(({ code }) => code), ...Object.keys(variable.missing)];
    const given = Array.isArray(value) ? value : [String(value)];
    const strange = given.find((code) => !codes.includes(code));
    if (strange !== undefined && (variable.type === 'single' || variable.type === 'multiple'))
      throw new WaymarkError(
        'INVALID_REQUEST',
        `"${item}" has no answer "${strange.slice(0, 64)}".`,
        `Choose one of ${codes.join(', ')}.`,
      );
  }
}
