import { Link } from 'wouter';
import { readEnrolment } from '../../device/read-enrolment.ts';
import type { CollectTexts } from '../messages-en.ts';
import { useDeviceQuery } from './device-context.tsx';

/** Says that the office has revoked this tablet, and what that means; nothing where it has not. */
export function RevokedBanner({ texts }: { readonly texts: CollectTexts }) {
  const enrolment = useDeviceQuery(readEnrolment);
  if (enrolment?.revoked !== true) return null;
  return (
    <div className="banner banner-danger" role="alert" data-revoked>
      <p>
        <strong>{texts.revokedTitle}</strong>
      </p>
      <p>{texts.revokedText}</p>
      <Link className="button button-quiet" href="/collect/enrol">
        {texts.revokedLink}
      </Link>
    </div>
  );
}
