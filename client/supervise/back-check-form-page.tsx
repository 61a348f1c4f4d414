import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AnswerValue, Answers } from '../../contracts/answer.ts';
import type { Me, Study } from '../../contracts/api.ts';
import { BACK_CHECK_OUTCOMES, type BackCheckOutcome } from '../../contracts/back-check.ts';
import type { BackCheckForm } from '../../contracts/back-check-report.ts';
import type { Variable } from '../../contracts/codebook.ts';
import { localize } from '../../contracts/language.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { useResource } from '../session/use-resource.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ChoiceField } from '../ui/choice-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { backCheckApi } from './back-check-api.ts';
import { backCheckTexts } from './back-check-messages.ts';
import { inStudy, StudyPage } from './study-page.tsx';

const NONE = '';

/** A back-check by phone, filled in at the office. The first answers are not shown. */
export function BackCheckFormPage({ me, id }: { readonly me: Me; readonly id: string }) {
  const t = useTexts(backCheckTexts);
  return (
    <StudyPage me={me} title={t.form}>
      {(study) => <Content key={`${study.id} ${id}`} study={study} id={id} />}
    </StudyPage>
  );
}

function Content({ study, id }: { readonly study: Study; readonly id: string }) {
  const t = useTexts(backCheckTexts);
  const load = useCallback((signal: AbortSignal) => backCheckApi.form(study.id, id, signal), [study.id, id]);
  const [resource, reload] = useResource(load);
  return (
    <>
      <p>
        <Link href={inStudy('/fieldwork/back-checks', study)}>{t.back}</Link>
      </p>
      <Banner tone="note">{t.formText}</Banner>
      {resource.state === 'loading' ? <p role="status">{t.loading}</p> : null}
      {resource.state === 'failed' ? <FailureBanner failure={resource.failure} onRetry={reload} /> : null}
      {'value' in resource ? <Form study={study} form={resource.value} /> : null}
    </>
  );
}

function Form({ study, form }: { readonly study: Study; readonly form: BackCheckForm }) {
  const t = useTexts(backCheckTexts);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [outcome, setOutcome] = useState<BackCheckOutcome>('completed');
  const [answers, setAnswers] = useState<Answers>({});
  const [startedAt] = useState(() => new Date().toISOString());
  const [action, run] = useAction();
  const save = async (): Promise<void> => {
    const given = outcome === 'completed' ? answers : {};
    const isDone = await run(async () => {
      await backCheckApi.enter(study.id, form.task.id, { mode: 'phone', outcome, answers: given, startedAt });
    });
    if (isDone) navigate(inStudy('/fieldwork/back-checks', study));
  };
  const put = (item: string, value: AnswerValue | null): void => {
    const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== item));
    setAnswers(value === null ? rest : { ...rest, [item]: value });
  };
  return (
    <>
      <section className="card stack" aria-labelledby="reach-title">
        <h2 id="reach-title">{t.reach}</h2>
        <dl className="facts">
          {form.contact.map(({ label, value }) => (
            <div key={value}>
              <dt className="quiet">{localize(label, language)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card stack">
        <ChoiceField
          label={t.outcome}
          options={BACK_CHECK_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
          value={outcome}
          onChange={setOutcome}
        />
        {outcome === 'completed'
          ? form.items.map((variable) => (
              <Question
                key={variable.name}
                variable={variable}
                value={answers[variable.name]}
                onChange={(value) => {
                  put(variable.name, value);
                }}
              />
            ))
          : null}
        {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
        <div className="row">
          <Button look="strong" isDisabled={action.state === 'running'} onPress={() => void save()}>
            {t.save}
          </Button>
        </div>
      </section>
    </>
  );
}

interface QuestionProps {
  readonly variable: Variable;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | null) => void;
}

function Question({ variable, value, onChange }: QuestionProps) {
  const t = useTexts(backCheckTexts);
  const { language } = useLanguage();
  const label = localize(variable.label, language);
  const given = value === undefined ? NONE : String(value);
  if (variable.type !== 'single')
    return (
      <TextField
        label={label}
        value={given}
        onChange={(text) => {
          const typed = variable.type === 'number' ? Number(text) : text;
          onChange(text.trim() === '' || Number.isNaN(typed) ? null : typed);
        }}
      />
    );
  return (
    <SelectField
      label={label}
      groups={[
        {
          title: null,
          options: [
            { value: NONE, label: t.noAnswer },
            ...variable.values.map(({ code, label: name }) => ({
              value: code,
              label: localize(name, language),
            })),
          ],
        },
      ]}
      value={given}
      onChange={(code) => {
        onChange(code === NONE ? null : code);
      }}
    />
  );
}
