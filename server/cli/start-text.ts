import type { Context } from '../use-cases/context.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { DEMO_STUDY_ID, loadDemo } from '../use-cases/load-demo.ts';
import { signInText } from './sign-in-text.ts';
import { studyReport } from './study-report.ts';

/**
 * What `waymark serve` says once it listens: the first study's table, the addresses, and how to
 * sign in. Loads the demo into an empty database where that is wanted.
 */
export async function startText(context: Context, url: string, wantsDemo: boolean): Promise<string> {
  const before = await context.store.studies.list();
  const demo = wantsDemo && before.length === 0 ? await loadDemo(context) : null;
  const studies = demo === null ? before : await context.store.studies.list();
  const [study] = studies;
  const parts: string[] = [];
  if (study !== undefined) {
    parts.push(`${study.title}\n\n`);
    const { count } = await context.store.submissions.mark(study.id);
    parts.push(count > 0 ? await studyReport(context, study.id) : 'No interviews yet.\n');
    if (studies.length > 1) parts.push(`(${studies.length - 1} more in the browser.)\n`);
    parts.push('\n');
  }
  parts.push(`Waymark is ready: ${url}\nTablets:          ${url}/collect\n`);
  if (demo !== null && demo.people.length > 0)
    parts.push(`\nSign in (role, e-mail, password; shown this once):\n${signInText(demo.people)}`);
  else if (study === undefined)
    parts.push('\nNo studies and no people yet: see waymark import --help and waymark person add --help.\n');
  else if (studies.some(({ id }) => id === DEMO_STUDY_ID))
    parts.push(
      '\nDemo passwords were shown at the first start. For new ones: waymark demo --renew-passwords\n',
    );
  if (studies.some(({ id }) => id === DEMO_STUDY_ID)) {
    const { code } = await createEnrolCode(context, {
      studyId: DEMO_STUDY_ID,
      branches: null,
      scope: null,
      singleUse: false,
    });
    parts.push(`Code to enrol a tablet in the demo, good for a day: ${code}\n`);
  }
  parts.push('\nStop with Ctrl+C.\n');
  return parts.join('');
}
