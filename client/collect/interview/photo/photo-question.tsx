import type { Question } from 'survey-core';
import { useCallback, useEffect, useState, type ChangeEvent } from 'react';
import { PHOTO_TYPE } from '../../../../contracts/attachment.ts';
import { isLanguage } from '../../../i18n/language-names.ts';
import type { Photos } from './photos.ts';
import { photoMessages } from './photo-messages.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { questionIds } from '../question-frame.tsx';

interface PhotoQuestionProps {
  readonly question: Question;
  readonly photos: Photos;
}

type Step = 'ready' | 'working' | 'failed';

/** Asks for one photo, from the camera or a file. The survey's model never holds it. */
export function PhotoQuestion({ question, photos }: PhotoQuestionProps) {
  const item = question.name;
  const locale = question.getLocale();
  const texts = photoMessages[isLanguage(locale) ? locale : 'en'];
  const ids = questionIds(question);
  const [step, setStep] = useState<Step>(photos.hasFailed(item) ? 'failed' : 'ready');
  const [hash, setHash] = useState(() => photos.taken(item)?.hash ?? null);
  const [address, setAddress] = useState<string | null>(null);

  useEffect(() => {
    if (hash === null) return;
    let url: string | null = null;
    let wanted = true;
    void photos.read(item).then((picture) => {
      if (picture === null || !wanted) return;
      url = URL.createObjectURL(new Blob([picture], { type: PHOTO_TYPE }));
      setAddress(url);
    });
    return () => {
      wanted = false;
      if (url !== null) URL.revokeObjectURL(url);
      setAddress(null);
    };
  }, [hash, item, photos]);

  const look = useCallback(() => {
    setStep(photos.hasFailed(item) ? 'failed' : 'ready');
    setHash(photos.taken(item)?.hash ?? null);
  }, [item, photos]);

  useEffect(() => {
    // Taken before she turned the page, and still on its way.
    const before = photos.underway(item);
    if (before === null) return;
    setStep('working');
    void before.then(look);
  }, [item, photos, look]);

  async function take(file: Blob): Promise<void> {
    setStep('working');
    await photos.keep(item, shrinkPhoto(file)).catch(() => undefined);
    look();
  }

  function onFile(event: ChangeEvent<HTMLInputElement>): void {
    const [file] = event.target.files ?? [];
    if (file !== undefined) void take(file);
    // The same file again is a change too.
    event.target.value = '';
  }

  return (
    <div className="stack" data-photo={hash === null ? 'none' : 'kept'}>
      <p className="quiet">{texts.hint}</p>
      {address !== null && <img className="photo" src={address} alt={texts.shown} />}
      <div className="row">
        <label className="button button-quiet photo-button">
          <input
            className="visually-hidden"
            type="file"
            accept="image/*"
            capture="environment"
            aria-describedby={`${ids.hint} ${ids.problem}`}
            disabled={step === 'working'}
            onChange={onFile}
          />
          {hash === null ? texts.take : texts.again}
          <span className="visually-hidden">: {question.locTitle.renderedHtml}</span>
        </label>
        {hash !== null && (
          <button
            className="button button-quiet"
            type="button"
            onClick={() => {
              photos.remove(item);
              setHash(null);
            }}
          >
            {texts.remove}
          </button>
        )}
      </div>
      <p role="status">
        {step === 'working' && texts.working}
        {step === 'failed' && texts.failed}
        {step === 'ready' && hash !== null && texts.kept}
      </p>
    </div>
  );
}
