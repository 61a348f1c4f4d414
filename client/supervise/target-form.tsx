import { useState } from 'react';
import { targetSchema, type Board } from '../../contracts/supervision.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { failureOf, type ApiFailure } from '../session/api-error.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { targetTexts } from './target-messages.ts';
import { superviseTexts } from './messages.ts';
import { supervision } from './supervision-api.ts';

type Outcome =
  | { readonly state: 'none' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'notValid' }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** Sets the target of one branch, with the first and last day of its fieldwork. */
export function TargetForm({ board, onSaved }: { readonly board: Board; readonly onSaved: () => void }) {
  const t = useTexts(superviseTexts);
  const own = useTexts(targetTexts);
  const [branch, setBranch] = useState(board.branches[0]?.code ?? '');
  const known = board.branches.find(({ code }) => code === branch)?.target;
  const today = board.asOf.slice(0, 10);
  const [changed, setChanged] = useState<{ interviews?: string; startsOn?: string; endsOn?: string }>({});
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const interviews = changed.interviews ?? String(known?.interviews ?? '');
  const startsOn = changed.startsOn ?? known?.startsOn ?? today;
  const endsOn = changed.endsOn ?? known?.endsOn ?? today;

  const save = async (): Promise<void> => {
    const target = targetSchema.safeParse({
      branch,
      interviews: interviews.trim() === '' ? Number.NaN : Number(interviews),
      startsOn,
      endsOn,
    });
    if (!target.success) {
      setOutcome({ state: 'notValid' });
      return;
    }
    setOutcome({ state: 'saving' });
    try {
      await supervision.setTargets(board.studyId, [target.data]);
      setOutcome({ state: 'saved' });
      setChanged({});
      onSaved();
    } catch (thrown) {
      setOutcome({ state: 'failed', failure: failureOf(thrown) });
    }
  };

  return (
    <section className="card stack" aria-labelledby="target-title">
      <h2 id="target-title">{own.setTarget}</h2>
      <div className="target-form">
        <SelectField
          label={t.branch}
          groups={[
            { title: null, options: board.branches.map(({ code, name }) => ({ value: code, label: name })) },
          ]}
          value={branch}
          onChange={(code) => {
            setBranch(code);
            setChanged({});
            setOutcome({ state: 'none' });
          }}
        />
        <TextField
          label={own.interviews}
          inputMode="numeric"
          value={interviews}
          onChange={(value) => {
            setChanged({ ...changed, interviews: value });
          }}
        />
        <TextField
          label={own.from}
          type="date"
          value={startsOn}
          onChange={(value) => {
            setChanged({ ...changed, startsOn: value });
          }}
        />
        <TextField
          label={own.until}
          type="date"
          value={endsOn}
          onChange={(value) => {
            setChanged({ ...changed, endsOn: value });
          }}
        />
        <Button look="strong" isDisabled={outcome.state === 'saving'} onPress={() => void save()}>
          {own.save}
        </Button>
      </div>
      {outcome.state === 'notValid' ? (
        <Banner tone="danger" role="alert">
          {own.badTarget}
        </Banner>
      ) : null}
      {outcome.state === 'failed' ? <FailureBanner failure={outcome.failure} /> : null}
      {outcome.state === 'saved' ? <p role="status">{own.saved}</p> : null}
    </section>
  );
}
