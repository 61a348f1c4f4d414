import { useEffect, useRef } from 'react';
import type { ToolsTexts } from '../tools/tools-messages.ts';

interface LeaveViewProps {
  readonly texts: ToolsTexts;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before the interview is left by Back: an elbow on the tablet must not end a talk. */
export function LeaveView({ texts, onStay, onLeave }: LeaveViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="interview-page" data-view="leave">
      <main className="stack">
        <h1 ref={heading} tabIndex={-1}>
          {texts.leaveTitle}
        </h1>
        <p className="page-description">{texts.leaveText}</p>
      </main>
      <footer className="interview-footer">
        <button className="button button-quiet button-tall" type="button" onClick={onLeave}>
          {texts.leaveStop}
        </button>
        <button className="button button-tall" type="button" onClick={onStay}>
          {texts.leaveStay}
        </button>
      </footer>
    </div>
  );
}
