import { Link } from 'wouter';
import type { Draft } from '../../device/device-schema.ts';
import { useLanguage, useTexts } from '../../i18n/language-context.tsx';
import { timeAgo } from '../../i18n/time-ago.ts';
import { CopyNote } from '../home/copy-note.tsx';
import { messages } from '../messages.ts';
import { visitMessages } from './visit-messages.ts';
import { useWork } from './work-context.tsx';

interface DraftItemProps {
  readonly draft: Draft;
  /** Its name. */
  readonly branch: string;
}

/** An interview that is not finished: of whom, as far as the list says, and since when. */
export function DraftItem({ draft, branch }: DraftItemProps) {
  const texts = useTexts(messages);
  const visits = useTexts(visitMessages);
  const { language } = useLanguage();
  const { work } = useWork();
  const { id, caseId, revision, backCheck, startedAt } = draft;
  const name =
    work?.backChecks.find((task) => task.id === backCheck?.taskId)?.name ??
    work?.cases.find((person) => person.id === caseId)?.name ??
    caseId;
  const kind = backCheck ? visits.checkTitle : revision ? visits.again : null;
  return (
    <li>
      <span>
        <strong>{name ?? branch}</strong>
        <span className="quiet small">
          {kind !== null && `${kind} · `}
          {name !== undefined && `${branch} · `}
          {texts.homeDraftBegun(timeAgo(Date.parse(startedAt), Date.now(), language))}
        </span>
        <CopyNote draftId={id} />
      </span>
      <Link className="button button-quiet" href={`/collect/interview/${id}`}>
        {texts.homeResume}
      </Link>
    </li>
  );
}
