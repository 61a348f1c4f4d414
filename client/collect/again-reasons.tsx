import { useLanguage } from '../i18n/language-context.tsx';
import { AGAIN_REASONS, againMessages } from './again-messages.ts';
import { shortNumber } from './shell/short-number.ts';

/** Which sent interview is held again, and why: the field `reason` of its form. */
export function AgainReasons({ of }: { readonly of: string }) {
  const { language } = useLanguage();
  const texts = againMessages[language];
  return (
    <>
      <p>{texts.text(shortNumber(of))}</p>
      <fieldset className="plain-fieldset">
        <legend className="label">{texts.why}</legend>
        <div className="choices">
          {AGAIN_REASONS.map((reason, index) => (
            <label key={reason} className="choice">
              <input type="radio" name="reason" value={reason} />
              <span>{texts.reasons[index]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
