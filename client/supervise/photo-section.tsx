import { useState } from 'react';
import type { Review } from '../../contracts/review.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { photoTexts } from './photo-messages.ts';
import { photoUrl } from './review-api.ts';

/** The photos of an interview: fetched only when someone asks to see them, because each look is recorded. */
export function PhotoSection({ review }: { readonly review: Review }) {
  const t = useTexts(photoTexts);
  const [isOpen, setIsOpen] = useState(false);
  const photos = review.photos ?? [];
  if (photos.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="photos-title">
      <h2 id="photos-title">{t.title(photos.length)}</h2>
      {isOpen ? (
        photos.map((hash, place) => (
          <Picture
            key={hash}
            url={photoUrl(review.studyId, review.id, hash)}
            alt={t.alt(place + 1, photos.length)}
          />
        ))
      ) : (
        <>
          <p className="quiet">{t.recorded}</p>
          <div className="row">
            <Button
              onPress={() => {
                setIsOpen(true);
              }}
            >
              {t.show}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Picture({ url, alt }: { readonly url: string; readonly alt: string }) {
  const t = useTexts(photoTexts);
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return <p role="status">{t.missing}</p>;
  return (
    <img
      className="review-photo"
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => {
        setIsMissing(true);
      }}
    />
  );
}
