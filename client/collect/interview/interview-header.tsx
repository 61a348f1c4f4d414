import { Link } from 'wouter';
import type { Language } from '../../../contracts/language.ts';
import type { SaveState } from '../../device/open-journal.ts';
import type { CollectTexts } from '../messages-en.ts';
import { LanguageChoice } from '../shell/language-choice.tsx';
import type { OpenInterview } from './open-interview.ts';

interface InterviewHeaderProps {
  readonly interview: OpenInterview;
  readonly language: Language;
  readonly texts: CollectTexts;
  readonly step: number;
  readonly steps: number;
  readonly saveState: SaveState;
}

const SAVE_TEXTS = {
  saved: 'interviewSaved',
  saving: 'interviewSaving',
  failed: 'interviewNotSaved',
} as const;

function awaitsReview(interview: OpenInterview, language: Language): boolean {
  const status: unknown = interview.survey.getPropertyValue('translationStatus');
  return typeof status === 'object' && status !== null && language in status;
}

/** How far, in which language, and whether all is saved. */
export function InterviewHeader({
  interview,
  language,
  texts,
  step,
  steps,
  saveState,
}: InterviewHeaderProps) {
  return (
    <header className="interview-header">
      <div className="interview-bar">
        <Link className="button button-plain" href="/collect">
          {texts.interviewLeave}
        </Link>
        <span className="save-state small" data-state={saveState} role="status">
          {texts[SAVE_TEXTS[saveState]]}
        </span>
        <LanguageChoice label={texts.language} language={language} onChange={interview.setLanguage} />
      </div>
      <div className="interview-progress">
        <progress value={step} max={steps} aria-label={texts.interviewPage(step, steps)} />
        <span className="quiet small" aria-hidden="true">
          {texts.interviewPage(step, steps)}
        </span>
      </div>
      {awaitsReview(interview, language) && (
        <p className="quiet small translation-notice">{texts.interviewTranslation}</p>
      )}
    </header>
  );
}
