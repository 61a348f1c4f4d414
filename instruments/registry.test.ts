import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  latestVersion,
  loadBackCheckItems,
  listInstruments,
  loadCodebook,
  loadResultCard,
  loadSurvey,
  publishedHash,
} from './registry.ts';

describe('the registry', () => {
  it('lists the core instrument, and loads all its files', async () => {
    expect(listInstruments()).toContainEqual({ name: 'msme-digital-maturity', version: 'v1' });
    const version = latestVersion('msme-digital-maturity');
    expect(await loadSurvey('msme-digital-maturity', version)).toHaveProperty('pages');
    const codebook = await loadCodebook('msme-digital-maturity', version);
    expect(codebook).toMatchObject({
      name: 'msme-digital-maturity',
      version,
      languages: ['en', 'es', 'hi', 'bn'],
    });
    expect((await loadResultCard('msme-digital-maturity', version)).nextSteps.length).toBeGreaterThanOrEqual(
      8,
    );
  });

  it('says what a back-check of the core instrument asks', async () => {
    const asked = await loadBackCheckItems('msme-digital-maturity', 'v1');
    expect(asked?.items.length).toBeGreaterThanOrEqual(10);
    await expect(loadBackCheckItems('msme-digital-maturity', 'v0')).rejects.toMatchObject({
      code: 'INSTRUMENT_UNKNOWN',
    });
  });

  it.each(listInstruments())('$name $version has the bytes it was published with', ({ name, version }) => {
    const bytes = readFileSync(new URL(`./${name}/${version}/survey.json`, import.meta.url));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(publishedHash(name, version));
  });

  it('names what there is when asked for what there is not', async () => {
    expect(() => latestVersion('nothing')).toThrow('There is no instrument nothing.');
    expect(() => publishedHash('msme-digital-maturity', 'v0')).toThrow(
      'There is no instrument msme-digital-maturity v0.',
    );
    await expect(async () => loadSurvey('msme-digital-maturity', 'toString')).rejects.toMatchObject({
      code: 'INSTRUMENT_UNKNOWN',
      hint: 'Known: msme-digital-maturity v1, msme-digital-maturity-observed v1.',
    });
  });
});
