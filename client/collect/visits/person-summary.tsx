import type { WorkCase } from '../../../contracts/work.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { appointmentText, localDay } from './days.ts';
import { visitMessages } from './visit-messages.ts';

/** How things stand with a person of the list, in a line. */
export function PersonSummary({ person }: { readonly person: WorkCase }) {
  const texts = useTexts(visitMessages);
  const { language } = useLanguage();
  const { lastOutcome, callBackAt, attempts } = person;
  const isAppointed = lastOutcome === 'call-back' && callBackAt !== undefined;
  const standing = isAppointed
    ? texts.callBackOn(appointmentText(callBackAt, localDay(Date.now()), language))
    : lastOutcome === undefined
      ? null
      : texts.outcomes[lastOutcome];
  return (
    <>
      {standing !== null && <strong>{standing}</strong>}
      {standing !== null && ' · '}
      {texts.attempts(attempts)}
    </>
  );
}
