import { useCallback, useState } from 'react';
import type { Me } from '../../contracts/api.ts';
import type { Person } from '../../contracts/people.ts';
import { analyseTexts } from '../analyse/messages.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api } from '../session/api.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { peopleApi } from '../session/people-api.ts';
import { may } from '../session/session.tsx';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ListingTable } from '../ui/listing-table.tsx';
import { InviteForm } from './invite-form.tsx';
import { peopleTexts } from './people-messages.ts';
import { PersonPanel } from './person-panel.tsx';
import type { Branch } from './role-fields.tsx';
import './admin.css';

/** The people who can sign in: invite one, change what one may do, reset, deactivate. */
export function PeoplePage({ me }: { readonly me: Me }) {
  const t = useTexts(peopleTexts);
  const load = useCallback(async (signal: AbortSignal) => {
    const [people, studies] = await Promise.all([peopleApi.list(signal), api.studies(signal)]);
    const byCode = new Map(studies.flatMap(({ branches }) => branches.map((each) => [each.code, each])));
    return { people, branches: [...byCode.values()] };
  }, []);
  const [resource, reload] = useResource(load);
  const [openId, setOpenId] = useState<string | null>(null);
  const loaded = 'value' in resource ? resource.value : null;
  const open = loaded?.people.find(({ id }) => id === openId);
  const mayManage = may(me, 'people.manage');

  return (
    <div className="stack">
      <div>
        <h1>{t.title}</h1>
        <p className="quiet">{t.text}</p>
      </div>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {loaded ? (
        <>
          {loaded.people.some(({ demo, state }) => demo && state !== 'deactivated') ? (
            <Banner tone="warn">{t.demoNote}</Banner>
          ) : null}
          {open && mayManage ? (
            <PersonPanel
              key={open.id}
              me={me}
              person={open}
              branches={loaded.branches}
              onChanged={reload}
              onClose={() => {
                setOpenId(null);
              }}
            />
          ) : null}
          <PeopleTable
            people={loaded.people}
            branches={loaded.branches}
            onOpen={mayManage ? setOpenId : null}
          />
          {mayManage ? <InviteForm me={me} branches={loaded.branches} onInvited={reload} /> : null}
        </>
      ) : null}
    </div>
  );
}

function PeopleTable({
  people,
  branches,
  onOpen,
}: {
  readonly people: readonly Person[];
  readonly branches: readonly Branch[];
  readonly onOpen: ((id: string) => void) | null;
}) {
  const t = useTexts(peopleTexts);
  const { roles } = useTexts(analyseTexts);
  const nameOf = (code: string): string => branches.find((branch) => branch.code === code)?.name ?? code;
  return (
    <ListingTable
      label={t.caption}
      caption={t.caption}
      heads={[t.name, t.role, t.branches, t.state, t.factor, onOpen ? t.actions : null]}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            {person.name} {person.demo ? <span className="quiet small">({t.demo})</span> : null}
            <span className="under quiet small">{person.email}</span>
          </th>
          <td>{roles[person.role]}</td>
          <td>{person.branches?.map(nameOf).join(', ') ?? t.allBranches}</td>
          <td>{t.states[person.state]}</td>
          <td>{t.factors[person.secondFactor]}</td>
          {onOpen ? (
            <td>
              <Button
                aria-label={t.changeNamed(person.name)}
                onPress={() => {
                  onOpen(person.id);
                  scrollTo({ top: 0 });
                }}
              >
                {t.change}
              </Button>
            </td>
          ) : null}
        </tr>
      ))}
    </ListingTable>
  );
}
