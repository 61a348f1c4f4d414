import { useEffect, useState } from 'react';
import type { Language } from '../../../contracts/language.ts';
import { findVoice } from './find-voice.ts';

const speech = (): SpeechSynthesis | undefined => window.speechSynthesis;

type Reading = 'silent' | 'reading' | 'noVoice';

/** Reads text out, with the tablet's own voice for the language; says so where it has none. Stops with the screen. */
export function useReading(language: Language): {
  readonly state: Reading;
  readonly read: (lines: readonly string[]) => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<Reading>('silent');
  useEffect(() => {
    // Chrome loads its list of voices after the first call.
    speech()?.getVoices();
    return () => {
      speech()?.cancel();
      setState('silent');
    };
  }, [language]);
  return {
    state,
    read(lines) {
      const synthesis = speech();
      const voice = findVoice(synthesis?.getVoices() ?? [], language);
      if (synthesis === undefined || voice === null) {
        setState('noVoice');
        return;
      }
      synthesis.cancel();
      // One line at a time: Chrome falls silent in the middle of a long text.
      lines.forEach((line, index) => {
        const utterance = new SpeechSynthesisUtterance(line);
        utterance.voice = voice;
        utterance.lang = voice.lang;
        utterance.rate = 0.9;
        const done = () => {
          setState('silent');
        };
        utterance.onerror = done;
        if (index === lines.length - 1) utterance.onend = done;
        synthesis.speak(utterance);
      });
      setState('reading');
    },
    stop() {
      speech()?.cancel();
      setState('silent');
    },
  };
}
