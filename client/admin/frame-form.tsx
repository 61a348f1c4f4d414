import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SetupPart } from './setup-part.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** Clients of each branch: what interviews are to stand for. */
export function FrameForm({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(setup.branches.map(({ code, clients }) => [code, clients?.toString() ?? ''])),
  );
  const change = () => ({
    clients: setup.branches.map(({ code }) => ({
      branch: code,
      clients: counts[code]?.trim() ? Number(counts[code]) : null,
    })),
  });
  return (
    <SetupPart id="frame-title" title={t.frame} text={t.frameText} change={change} save={save}>
      <div className="fields">
        {setup.branches.map(({ code, name }) => (
          <TextField
            key={code}
            label={name}
            inputMode="numeric"
            aria-label={t.clientsOf(name)}
            value={counts[code] ?? ''}
            onChange={(count) => {
              setCounts({ ...counts, [code]: count });
            }}
          />
        ))}
      </div>
    </SetupPart>
  );
}
