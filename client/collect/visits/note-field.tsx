import { useId } from 'react';
import type { VisitTexts } from './visit-messages-en.ts';

interface NoteFieldProps {
  readonly texts: VisitTexts;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

/** What the next visitor should know. */
export function NoteField({ texts, note, onNote }: NoteFieldProps) {
  const hintId = useId();
  return (
    <label className="field">
      <span className="label">{texts.note}</span>
      <span className="quiet small" id={hintId}>
        {texts.noteHint}
      </span>
      <textarea
        className="input"
        name="note"
        rows={2}
        maxLength={1000}
        value={note}
        aria-describedby={hintId}
        onChange={(event) => {
          onNote(event.target.value);
        }}
      />
    </label>
  );
}
