import { useEffect, useRef } from 'react';
import type { OpenInterview } from '../open-interview.ts';
import { ConsentCopy } from './consent-copy.tsx';
import { DiscardPanel } from './discard-panel.tsx';
import { LayoutPanel } from './layout-panel.tsx';
import { LocationPanel } from './location-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import type { QuestionLayout } from './question-layout.ts';
import type { ToolsTexts } from './tools-messages.ts';

interface ToolsViewProps {
  readonly interview: OpenInterview;
  readonly texts: ToolsTexts;
  readonly layout: QuestionLayout;
  readonly onLayout: (layout: QuestionLayout) => void;
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

/** What goes with an interview beside its questions. The questions wait where they were. */
export function ToolsView({ interview, texts, layout, onLayout, onClose, onDiscarded }: ToolsViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="interview-page" data-view="tools">
      <main className="stack">
        <h1 ref={heading} tabIndex={-1}>
          {texts.title}
        </h1>
        <NotesPanel interview={interview} texts={texts} />
        <LocationPanel interview={interview} texts={texts} />
        <ConsentCopy survey={interview.survey} texts={texts} />
        <LayoutPanel texts={texts} layout={layout} onLayout={onLayout} />
        <DiscardPanel interview={interview} texts={texts} onDiscarded={onDiscarded} />
      </main>
      <footer className="interview-footer interview-footer-one">
        <button className="button button-tall" type="button" onClick={onClose}>
          {texts.close}
        </button>
      </footer>
    </div>
  );
}
