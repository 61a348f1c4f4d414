// @vitest-environment node
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../contracts/language.ts';
import type { Interview } from '../../../contracts/submission.ts';
import { explainResult } from './explain-result.ts';
import { findVoice } from './find-voice.ts';
import { resultText, resultWords } from './result-words.ts';

const interview = (answers: Interview['answers']): Interview => ({
  id: crypto.randomUUID(),
  studyId: 's',
  instrument: { name: 'msme-digital-maturity', version: 'v1', hash: 'a'.repeat(64) },
  branch: 'north',
  language: 'hi',
  enumerator: 'Rosa',
  answers,
  startedAt: '2026-05-01T09:00:00+05:30',
  finishedAt: '2026-05-01T09:12:00+05:30',
  activeMs: 1,
  appVersion: 'test',
  result: { archetype: null, modelVersion: '1' },
});

it('says in each language what the card says, and names nobody', async () => {
  const answers = {
    consent: 'yes',
    respondent_name: 'Zubeida',
    own_phone: 'no',
    shared_phone: 'no',
    age: 34,
  };
  const result = await explainResult(interview(answers));
  const said = new Set<string>();
  for (const language of LANGUAGES) {
    const parts = resultWords(result, language);
    const text = resultText(parts);
    expect(parts.every(({ lines }) => lines.length > 0 && lines.every((line) => line !== ''))).toBe(true);
    expect(text).not.toMatch(/Zubeida|Rosa|34/);
    said.add(text);
  }
  expect(said.size).toBe(LANGUAGES.length);
  expect(resultText(resultWords(result, 'en'))).toContain('Nascent');
});

it('only thanks someone who did not take part', async () => {
  const parts = resultWords(await explainResult(interview({ consent: 'no' })), 'en');
  expect(resultText(parts)).toBe(
    'Thank you for your time.\nYou chose not to take part. That is fine, and nothing changes for you.',
  );
});

it('takes a voice of the language, one that works offline first, and none for another language', () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService }) as SpeechSynthesisVoice;
  const voices = [voice('en-GB', true), voice('hi-IN', false), voice('hi_IN', true)];
  expect(findVoice(voices, 'hi')).toBe(voices[2]);
  expect(findVoice(voices, 'en')).toBe(voices[0]);
  expect(findVoice(voices, 'bn')).toBeNull();
});
