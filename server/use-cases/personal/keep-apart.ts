import { splitPersonal, splitWhole } from '../../storage/personal/split-personal.ts';
import type { NewSubmission } from '../../storage/port.ts';
import { isReadable } from '../judge-delivery.ts';
import type { PersonalRules } from './personal-rules.ts';

type Kept = Pick<NewSubmission, 'personal'>;

/**
 * A record as it is kept: what is personal of it apart from the rest. Its hashes stay those of the text that
 * came. One that cannot be read may hold anything anywhere, so all of it is kept apart.
 *
 * @param record with the whole text as its payload
 */
export function keepApart<T extends Pick<NewSubmission, 'payload' | 'status' | 'kind'>>(
  { names, digestOf }: PersonalRules,
  record: T,
): T & Kept {
  const isKnown = record.status === 'stored' || isReadable(record.payload);
  const { payload, content, answers } = isKnown
    ? splitPersonal(record.payload, names)
    : splitWhole(record.payload);
  if (content === null) return record;
  const isAnswered = record.kind === 'interview' && isKnown;
  return { ...record, payload, personal: { content, digest: isAnswered ? digestOf(answers) : null } };
}
