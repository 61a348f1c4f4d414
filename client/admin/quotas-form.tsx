import { useState } from 'react';
import type { Quota } from '../../contracts/study-setup.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SetupPart } from './setup-part.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** Stands for all branches, or everybody: a select needs a value. */
const ALL = '*';

interface Draft extends Omit<Quota, 'interviews'> {
  readonly key: number;
  readonly interviews: string;
}

/** Interviews wanted of a branch, a group, or a group in a branch. */
export function QuotasForm({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const [quotas, setQuotas] = useState<readonly Draft[]>(
    setup.quotas.map((quota, key) => ({ ...quota, key, interviews: String(quota.interviews) })),
  );
  const put = (key: number, part: Partial<Draft>): void => {
    setQuotas(quotas.map((quota) => (quota.key === key ? { ...quota, ...part } : quota)));
  };
  const change = () => ({
    quotas: quotas.map(({ branch, variable, code, interviews }) => ({
      ...{ branch, variable, code },
      interviews: interviews.trim() === '' ? Number.NaN : Number(interviews),
    })),
  });
  const branches = [
    { value: ALL, label: t.allBranches },
    ...setup.branches.map(({ code, name }) => ({ value: code, label: name })),
  ];
  const groups = [
    { title: null, options: [{ value: ALL, label: t.everybody }] },
    ...setup.groups.map(({ variable, label, codes }) => ({
      title: label,
      options: codes.map(({ code, label: value }) => ({
        value: `${variable}=${code}`,
        label: `${value} · ${label}`,
      })),
    })),
  ];
  return (
    <SetupPart id="quotas-title" title={t.quotas} text={t.quotasText} change={change} save={save}>
      {quotas.map(({ key, branch, variable, code, interviews }) => (
        <div className="setup-row" role="group" aria-label={`${t.quotas} ${key + 1}`} key={key}>
          <SelectField
            label={t.branch}
            groups={[{ title: null, options: branches }]}
            value={branch ?? ALL}
            onChange={(picked) => {
              put(key, { branch: picked === ALL ? null : picked });
            }}
          />
          <SelectField
            label={t.group}
            groups={groups}
            value={variable === null ? ALL : `${variable}=${String(code)}`}
            onChange={(picked) => {
              const at = picked.indexOf('=');
              put(
                key,
                at < 0
                  ? { variable: null, code: null }
                  : { variable: picked.slice(0, at), code: picked.slice(at + 1) },
              );
            }}
          />
          <TextField
            label={t.interviews}
            inputMode="numeric"
            value={interviews}
            onChange={(text) => {
              put(key, { interviews: text });
            }}
          />
          <Button
            aria-label={t.removeNamed(`${t.quotas} ${key + 1}`)}
            onPress={() => {
              setQuotas(quotas.filter((quota) => quota.key !== key));
            }}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button
          onPress={() => {
            const key = Math.max(-1, ...quotas.map((quota) => quota.key)) + 1;
            const branch = setup.branches[0]?.code ?? null;
            setQuotas([...quotas, { key, branch, variable: null, code: null, interviews: '' }]);
          }}
        >
          {t.addQuota}
        </Button>
      </div>
    </SetupPart>
  );
}
