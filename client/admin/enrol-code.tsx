import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import type { EnrolCode } from '../session/api.ts';
import { QrCode } from '../session/qr-code.tsx';
import { adminTexts } from './messages.ts';
import { tabletAdminTexts } from './tablet-messages.ts';

/** Where a tablet's camera leads. The code stands after the `#`, which no browser sends to any server. */
const enrolAddress = (code: string): string => `${location.origin}/collect/enrol#code=${code}`;

/** A code for one tablet: to type, large enough to read across a desk, and to scan. */
export function EnrolCodeShown({ code }: { readonly code: EnrolCode }) {
  const t = useTexts(adminTexts);
  const own = useTexts(tabletAdminTexts);
  const format = useFormat();
  return (
    <div className="banner banner-ok stack" role="status">
      <p>{t.codeReady}</p>
      <p className="enrol-code">{code.code}</p>
      <p>{own.scanText}</p>
      <QrCode text={enrolAddress(code.code)} label={own.qrLabel} />
      <p>{t.validUntil(format.date(code.expiresAt))}</p>
    </div>
  );
}
