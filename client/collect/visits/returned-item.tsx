import { useLocation } from 'wouter';
import type { Returned } from '../../../contracts/work.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

/** An interview that the supervisor gave back: why, and one button. */
export function ReturnedItem({ item }: { readonly item: Returned }) {
  const texts = useTexts(visitMessages);
  const { name: ownName } = useVault();
  const { work, choose } = useWork();
  const [, navigate] = useLocation();
  const { interviewId, caseId, comment, enumerator } = item;
  const person = work?.cases.find(({ id }) => id === caseId);
  const name = person?.name ?? caseId ?? texts.numberOf(interviewId.slice(0, 4).toUpperCase());
  return (
    <li data-returned={interviewId} className="returned">
      <span>
        <strong className="person-name">{name}</strong>
        {enumerator !== ownName && <span className="quiet small">{texts.againBy(enumerator)}</span>}
        <span className="quiet small">{comment === '' ? texts.againNoWhy : texts.againWhy}</span>
        {comment !== '' && <q className="returned-comment">{comment}</q>}
      </span>
      <button
        className="button"
        type="button"
        onClick={() => {
          choose({ kind: 'returned', id: interviewId });
          navigate('/collect/begin');
        }}
      >
        {texts.again}
        <span className="visually-hidden">: {name}</span>
      </button>
    </li>
  );
}
