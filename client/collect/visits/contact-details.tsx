import type { Contact } from '../../../contracts/case.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { visitMessages } from './visit-messages.ts';

interface ContactDetailsProps {
  readonly contact: Contact;
  /** Of the respondent list. */
  readonly number: string | undefined;
  readonly branch: string;
}

/** How a person is found: the phone number can be tapped. */
export function ContactDetails({ contact, number, branch }: ContactDetailsProps) {
  const texts = useTexts(visitMessages);
  const { phone, address, notes } = contact;
  return (
    <dl className="contact">
      {address !== undefined && (
        <div>
          <dt className="quiet small">{texts.address}</dt>
          <dd className="contact-address">{address}</dd>
        </div>
      )}
      {phone !== undefined && (
        <div>
          <dt className="quiet small">{texts.phone}</dt>
          <dd>
            <a className="button button-quiet" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
              {phone}
            </a>
          </dd>
        </div>
      )}
      {notes !== undefined && (
        <div>
          <dt className="quiet small">{texts.notes}</dt>
          <dd>{notes}</dd>
        </div>
      )}
      <div>
        <dt className="quiet small">{texts.branch}</dt>
        <dd>
          {branch}
          {number !== undefined && ` · ${texts.numberOf(number)}`}
        </dd>
      </div>
    </dl>
  );
}
