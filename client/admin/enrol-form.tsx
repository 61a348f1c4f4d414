import { useState } from 'react';
import type { Me, Study } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { api, type EnrolCode } from '../session/api.ts';
import { failureOf, type ApiFailure } from '../session/api-error.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { StudyField } from '../session/study-field.tsx';
import { Button } from '../ui/button.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { chosenBranches } from './chosen-branches.ts';
import { EnrolCodeShown } from './enrol-code.tsx';
import { adminTexts } from './messages.ts';

type Made =
  | { readonly state: 'none' | 'making' }
  | { readonly state: 'made'; readonly code: EnrolCode }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** Makes a code for a study and some of its branches, and shows it large enough to read across a desk. */
export function EnrolForm({ me, studies }: { readonly me: Me; readonly studies: readonly Study[] }) {
  const t = useTexts(adminTexts);
  const [studyId, setStudyId] = useState(studies[0]?.id ?? '');
  const seesAll = me.branches === null;
  const [all, setAll] = useState(seesAll);
  const [branches, setBranches] = useState<readonly string[]>(me.branches ?? []);
  const [made, setMade] = useState<Made>({ state: 'none' });
  const study = studies.find(({ id }) => id === studyId);
  const offered = study?.branches.filter(({ code }) => me.branches?.includes(code) ?? true) ?? [];
  const chosen = chosenBranches(offered, branches);
  const isReady = all || chosen.length > 0;

  const make = async (): Promise<void> => {
    setMade({ state: 'making' });
    try {
      setMade({ state: 'made', code: await api.createEnrolCode(studyId, all ? null : chosen) });
    } catch (thrown) {
      setMade({ state: 'failed', failure: failureOf(thrown) });
    }
  };

  return (
    <section className="card stack" aria-labelledby="enrol-title">
      <h2 id="enrol-title">{t.newCode}</h2>
      <p className="prose">{t.newCodeText}</p>
      <StudyField
        label={t.study}
        studies={studies}
        value={studyId}
        onChange={(id) => {
          setStudyId(id);
          setBranches(me.branches ?? []);
        }}
      />
      {seesAll ? <SwitchField label={t.allBranches} isOn={all} onChange={setAll} /> : null}
      {all ? null : (
        <CheckGroup
          label={t.onlyThese}
          options={offered.map(({ code, name }) => ({ value: code, label: name }))}
          value={chosen}
          onChange={setBranches}
        />
      )}
      <div className="row">
        <Button look="strong" isDisabled={!isReady || made.state === 'making'} onPress={() => void make()}>
          {made.state === 'making' ? t.making : t.makeCode}
        </Button>
        {isReady ? null : <p className="quiet">{t.noneChosen}</p>}
      </div>
      {made.state === 'failed' ? <FailureBanner failure={made.failure} /> : null}
      {made.state === 'made' ? <EnrolCodeShown code={made.code} /> : null}
    </section>
  );
}
