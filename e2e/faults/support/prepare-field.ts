import { enrolTablet } from '../../../server/use-cases/enrol-tablet.ts';
import { createEnrolCode } from '../../../server/use-cases/create-enrol-code.ts';
import { createStudy } from '../../../server/use-cases/create-study.ts';
import { createWaymark } from '../../../server/compose.ts';

/** The study that `makeInterview` belongs to. */
const STUDY = 'demo';

/** Puts a study and one enrolled tablet into an empty data folder; gives the tablet's token. */
export async function prepareField(dataDir: string): Promise<string> {
  const waymark = await createWaymark({ dataDir });
  try {
    const { context } = waymark;
    await createStudy(context, {
      id: STUDY,
      title: 'Synthetic interviews for trying faults',
      synthetic: true,
      source: { instrument: { name: 'msme-digital-maturity', version: 'v1' } },
      branches: [{ code: 'old-town', name: 'Old Town', weight: 1 }],
    });
    const { code } = await createEnrolCode(context, { studyId: STUDY, branches: null, scope: null });
    return (await enrolTablet(context, { code, deviceName: 'Tablet of the fault suite' })).token;
  } finally {
    await waymark.close();
  }
}
