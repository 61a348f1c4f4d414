import { useState } from 'react';
import { LONGEST_NOTE } from '../../../../contracts/interview-notes.ts';
import type { OpenInterview } from '../open-interview.ts';
import type { ToolsTexts } from './tools-messages.ts';

interface NotesPanelProps {
  readonly interview: OpenInterview;
  readonly texts: ToolsTexts;
}

/** The enumerator's own words about the interview. Every keystroke goes to the journal. */
export function NotesPanel({ interview, texts }: NotesPanelProps) {
  const [text, setText] = useState(interview.notes);
  return (
    <section className="card">
      <label className="field">
        <span className="label">{texts.notesTitle}</span>
        <span className="quiet small">{texts.notesHint}</span>
        <textarea
          className="input"
          name="notes"
          rows={4}
          maxLength={LONGEST_NOTE}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            interview.note(event.target.value);
          }}
        />
      </label>
    </section>
  );
}
