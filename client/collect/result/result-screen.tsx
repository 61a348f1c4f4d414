import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { archetypeRank, NOT_CLASSIFIED } from '../../../contracts/archetype.ts';
import { localize, type Language } from '../../../contracts/language.ts';
import { archetypeNames } from '../../i18n/archetype-names.ts';
import { awaitsReview } from '../../i18n/awaits-review.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { DemoBadge } from '../shell/demo-badge.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { useVaultState } from '../shell/vault-context.tsx';
import { ArchetypeScale } from './archetype-scale.tsx';
import { explainResult, type Result } from './explain-result.ts';
import { ResultActions } from './result-actions.tsx';
import { resultWords } from './result-words.ts';

/** The card a respondent sees after her interview, in her language: once, before the tablet is locked. */
export function ResultScreen({ id }: { readonly id: string }) {
  const { finished } = useVaultState();
  const shellTexts = useTexts(messages);
  const [result, setResult] = useState<Result | null | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    const explained = finished?.id === id ? explainResult(finished) : Promise.resolve(null);
    void explained.then((found) => {
      if (wanted) setResult(found);
    });
    return () => {
      wanted = false;
    };
  }, [finished, id]);

  if (result === undefined) return <div className="screen" aria-busy="true" />;
  if (result !== null) return <ResultView key={id} result={result} />;
  return (
    <main className="screen stack">
      <p className="banner">{shellTexts.resultMissing}</p>
      <Link className="button" href="/collect">
        {shellTexts.home}
      </Link>
    </main>
  );
}

function ResultView({ result }: { readonly result: Result }) {
  const { interview, card, classification, tookPart, nextSteps } = result;
  const [language, setLanguage] = useState<Language>(interview.language);
  const texts = messages[language];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);

  const { archetype, reasons, cap } = classification;
  const named = archetype ?? NOT_CLASSIFIED;
  const words = archetype === null ? card.notClassified : card.archetypes[archetype];
  const tone = archetype === null ? 'archetype-none' : `archetype-${archetypeRank(archetype) + 1}`;
  const why = cap === null ? reasons : [...reasons, cap];
  return (
    <div className="screen result" lang={language}>
      <header className="screen-header">
        <span className="small quiet" role="status">
          {texts.resultSaved}
        </span>
        <DemoBadge texts={texts} />
        <LanguageChoice label={texts.language} language={language} onChange={setLanguage} />
      </header>
      <main className="stack">
        {awaitsReview(card.translationStatus, language) && (
          <p className="quiet small">{texts.interviewTranslation}</p>
        )}
        {tookPart ? (
          <>
            <section className={`result-card ${tone}`}>
              <p>
                {texts.resultThanks} <span className="result-name">{archetypeNames[language][named]}</span>
              </p>
              <h1 ref={heading} tabIndex={-1}>
                {localize(words.title, language)}
              </h1>
              <p className="result-meaning">{localize(words.meaning, language)}</p>
            </section>
            {why.length > 0 && (
              <section className="card">
                <h2>{texts.resultWhy}</h2>
                <ul className="reasons">
                  {why.map((reason) => (
                    <li key={reason.id}>{localize(reason.text, language)}</li>
                  ))}
                </ul>
              </section>
            )}
            <section className="card">
              <h2>{texts.resultNext}</h2>
              <ol className="next-steps">
                {nextSteps.map((step) => (
                  <li key={step.id}>{localize(step.text, language)}</li>
                ))}
              </ol>
            </section>
            {archetype !== null && (
              <section className="stack">
                <ArchetypeScale
                  archetype={archetype}
                  card={card}
                  language={language}
                  hereText={texts.resultYouAreHere}
                />
                <p className="quiet small">{texts.resultScale}</p>
              </section>
            )}
          </>
        ) : (
          <section className="card stack">
            <h1 ref={heading} tabIndex={-1}>
              {texts.resultNoConsentTitle}
            </h1>
            <p>{texts.resultNoConsentText}</p>
          </section>
        )}
        {tookPart && <ResultActions parts={resultWords(result, language)} language={language} />}
        <Link className="button button-wide button-tall" href="/collect">
          {texts.resultDone}
        </Link>
      </main>
    </div>
  );
}
