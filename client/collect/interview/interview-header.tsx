import { Link } from 'wouter';
import type { Language } from '../../../contracts/language.ts';
import { awaitsReview } from '../../i18n/awaits-review.ts';
import type { CollectTexts } from '../messages-en.ts';
import { DemoBadge } from '../shell/demo-badge.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import type { OpenInterview } from './open-interview.ts';
import { SaveStatus } from './save-status.tsx';

interface InterviewHeaderProps {
  readonly interview: OpenInterview;
  readonly language: Language;
  readonly texts: CollectTexts;
  readonly toolsText: string;
  readonly isToolsOpen: boolean;
  readonly onTools: () => void;
  readonly onLeave: () => void;
  readonly step: number;
  readonly steps: number;
}

/** How far, in which language, and whether all is saved. */
export function InterviewHeader(props: InterviewHeaderProps) {
  const { interview, language, texts, step, steps } = props;
  return (
    <header className="interview-header">
      <div className="interview-bar">
        <Link
          className="button button-plain"
          href="/collect"
          onClick={(event) => {
            event.preventDefault();
            props.onLeave();
          }}
        >
          {texts.interviewLeave}
        </Link>
        <SaveStatus interview={interview} texts={texts} />
        <button
          className="button button-quiet"
          type="button"
          aria-expanded={props.isToolsOpen}
          data-tools
          onClick={props.onTools}
        >
          {props.toolsText}
        </button>
        <LanguageChoice label={texts.language} language={language} onChange={interview.setLanguage} />
      </div>
      <div className="interview-progress">
        <progress value={step} max={steps} aria-label={texts.interviewPage(step, steps)} />
        <span className="quiet small" aria-hidden="true">
          {texts.interviewPage(step, steps)}
        </span>
      </div>
      <div className="interview-notes">
        <DemoBadge texts={texts} />
        {awaitsReview(interview.survey.getPropertyValue('translationStatus'), language) && (
          <p className="quiet small">{texts.interviewTranslation}</p>
        )}
      </div>
    </header>
  );
}
