import type { PersonCode } from '../../contracts/people.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { peopleTexts } from './people-messages.ts';

/** A one-time code to hand over, large enough to read out, with the page where it is entered. */
export function HandedCode({ code, name }: { readonly code: PersonCode; readonly name: string }) {
  const t = useTexts(peopleTexts);
  const format = useFormat();
  return (
    <div className="banner banner-ok" role="status">
      <p>{t.codeFor(name)}</p>
      <p className="enrol-code person-code">{code.code}</p>
      <p>
        {t.codeWhere} <span className="secret">{`${location.origin}/welcome#${code.code}`}</span>
      </p>
      <p>{t.codeUntil(format.date(code.expiresAt))}</p>
    </div>
  );
}
