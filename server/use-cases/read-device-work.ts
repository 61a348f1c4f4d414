import type { DeviceWork } from '../../contracts/work.ts';
import type { TabletRecord } from '../storage/port.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { sha256 } from './sha256.ts';

type Lists = Omit<DeviceWork, 'version'>;

const NOTHING: Lists = { cases: [], returned: [], backChecks: [] };

/** What the enumerators of a tablet have to do, in its branches. Nothing for a revoked one. */
export async function readDeviceWork({ store }: Context, tablet: TabletRecord): Promise<DeviceWork> {
  await findStudy(store, tablet.studyId);
  const lists = NOTHING;
  return { version: sha256(JSON.stringify(lists)), ...lists };
}
