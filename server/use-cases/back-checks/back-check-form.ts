import { WaymarkError } from '../../../contracts/errors.ts';
import type { BackCheckForm } from '../../../contracts/back-check-report.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import type { BranchScope } from '../../../contracts/roles.ts';
import type { Interview } from '../../../contracts/submission.ts';
import type { BackCheckTask } from '../../../contracts/work.ts';
import type { Store, StudyRecord, TabletRecord } from '../../storage/port.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { codebookOf, parseInterview } from '../review/readable-interview.ts';
import { refuseOtherBranch } from '../review/refuse-other-branch.ts';
import { backCheckItems } from './back-check-items.ts';
import { standingTasks, type StandingTask } from './standing-tasks.ts';

/** What the list says, in words. Spanish, Hindi and Bengali await a native reader's check. */
const LISTED = {
  name: {
    en: 'Name on the list',
    es: 'Nombre en la lista',
    hi: 'सूची में नाम',
    bn: 'তালিকায় নাম',
  },
  phone: {
    en: 'Phone on the list',
    es: 'Teléfono en la lista',
    hi: 'सूची में फ़ोन',
    bn: 'তালিকায় ফোন',
  },
  address: {
    en: 'Address on the list',
    es: 'Dirección en la lista',
    hi: 'सूची में पता',
    bn: 'তালিকায় ঠিকানা',
  },
} as const;

/**
 * A task that is still open, with the interview it is about.
 *
 * @throws WaymarkError NOT_FOUND, NOT_ALLOWED for another branch, INVALID_REQUEST for one that is done
 */
export async function openTask(
  store: Store,
  study: StudyRecord,
  taskId: string,
  scope: BranchScope,
): Promise<{ readonly task: StandingTask; readonly interview: Interview }> {
  const task = (await standingTasks(store, study.id, null)).find(({ id }) => id === taskId);
  const interview = task && parseInterview((await store.personal.textOf(task.interviewId)) ?? '');
  if (!task || !interview)
    throw new WaymarkError(
      'NOT_FOUND',
      `There is no back-check "${taskId.slice(0, 80)}" whose interview is still there.`,
      'Choose one from the list.',
    );
  refuseOtherBranch(scope, task.branch);
  if (!task.isOpen)
    throw new WaymarkError('INVALID_REQUEST', 'This back-check is done.', 'Choose another from the list.');
  return { task, interview };
}

/** What to ask whom: the first answers are not among it. The caller records that it was read. */
export async function readBackCheckForm(
  { store }: Context,
  studyId: string,
  taskId: string,
  scope: BranchScope,
): Promise<BackCheckForm> {
  const study = await findStudy(store, studyId);
  const { task, interview } = await openTask(store, study, taskId, scope);
  const codebook = await codebookOf(store, study, interview);
  const { items } = await backCheckItems(study, interview.instrument.version);
  const { id, interviewId, branch, enumerator } = task;
  const told = personalAnswers(codebook, interview);
  return {
    task: { id, interviewId, branch, enumerator },
    contact: [...told, ...(await listed(store, study, interview, told))],
    items: codebook.variables.filter(({ name }) => items.includes(name)),
  };
}

/** Open back-checks in the branches of a tablet, with how to reach each person. */
export async function backChecksFor(store: Store, tablet: TabletRecord): Promise<BackCheckTask[]> {
  const study = await findStudy(store, tablet.studyId);
  const open = (await standingTasks(store, study.id, tablet.branches)).filter(({ isOpen }) => isOpen);
  const lists = await Promise.all(
    open.map(async ({ id, interviewId, branch, enumerator }): Promise<BackCheckTask[]> => {
      const interview = parseInterview((await store.personal.textOf(interviewId)) ?? '');
      if (!interview) return [];
      const { instrument, caseId } = interview;
      const codebook = await codebookOf(store, study, interview);
      const { items } = await backCheckItems(study, instrument.version);
      return [
        {
          ...{ id, interviewId, branch, enumerator, items },
          ...(caseId === undefined ? {} : { caseId }),
          instrument: { name: instrument.name, version: instrument.version },
          ...(await listedContact(store, study, interview)),
          ...contactOf(personalAnswers(codebook, interview).map(({ value }) => value)),
        },
      ];
    }),
  );
  return lists.flat();
}

function personalAnswers({ variables }: Codebook, { answers }: Interview) {
  return variables.flatMap(({ name, personal, label }) => {
    const value = answers[name];
    return personal === true && value !== undefined && value !== '' ? [{ label, value: String(value) }] : [];
  });
}

/** How the respondent list says to reach her; without notes, which may say what she answered. */
async function listedContact(
  store: Store,
  study: StudyRecord,
  { caseId }: Interview,
): Promise<Pick<BackCheckTask, 'name' | 'phone' | 'address'>> {
  if (caseId === undefined) return {};
  const found = (await store.cases.contacts(study.id, [caseId])).get(caseId) ?? {};
  const { name, phone, address } = found;
  return {
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
  };
}

/** The same for the office, without what she said herself. */
async function listed(
  store: Store,
  study: StudyRecord,
  interview: Interview,
  told: readonly { readonly value: string }[],
) {
  const reach = await listedContact(store, study, interview);
  return (['name', 'phone', 'address'] as const).flatMap((part) => {
    const value = reach[part];
    return value === undefined || told.some((one) => one.value === value)
      ? []
      : [{ label: LISTED[part], value }];
  });
}

/** By what they look like: an answer of six digits or more is a phone number, the first other one a name. */
function contactOf(values: readonly string[]): Pick<BackCheckTask, 'name' | 'phone'> {
  const isPhone = (value: string): boolean => value.replaceAll(/\D/g, '').length >= 6;
  const phone = values.find(isPhone)?.slice(0, 60);
  const name = values.find((value) => !isPhone(value))?.slice(0, 200);
  return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
}
