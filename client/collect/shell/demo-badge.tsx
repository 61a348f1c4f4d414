import { readEnrolment } from '../../device/read-enrolment.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useDeviceQuery } from './device-context.tsx';

/** Says on every screen that the study is made up, where it is. */
export function DemoBadge({ texts }: { readonly texts: CollectTexts }) {
  const enrolment = useDeviceQuery(readEnrolment);
  if (enrolment?.study.synthetic !== true) return null;
  return <span className="badge banner-warn">{texts.synthetic}</span>;
}
