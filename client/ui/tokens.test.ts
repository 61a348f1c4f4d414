import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('client/ui/tokens.css', 'utf8');

/** Custom properties of the block that follows `selector`. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no block ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  const pairs = [...block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((i) => {
    const channel = parseInt(hex.slice(i, i + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  const [dark = NaN, light = NaN] = [luminance(a ?? ''), luminance(b ?? '')].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokensOf(':root');
const dark = tokensOf(":root[data-theme='dark']");
const themes = { light, dark: { ...light, ...dark } };

test('black on white is 21', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10));

describe.each(Object.entries(themes))('%s theme', (_name, tokens) => {
  const backgrounds = ['bg', 'surface', 'surface-2'];

  test.each(['text', 'text-quiet', 'accent', 'danger', 'ok', 'warn'])('%s is readable', (name) => {
    for (const background of backgrounds)
      expect(contrast(tokens[`--color-${name}`], tokens[`--color-${background}`])).toBeGreaterThanOrEqual(
        4.5,
      );
  });

  test.each(['danger', 'ok', 'warn'])('%s is readable on its own surface', (name) => {
    const surface = tokens[`--color-${name}-surface`];
    expect(contrast(tokens[`--color-${name}`], surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens['--color-text'], surface)).toBeGreaterThanOrEqual(4.5);
  });

  test('text on the accent is readable', () =>
    expect(contrast(tokens['--color-on-accent'], tokens['--color-accent'])).toBeGreaterThanOrEqual(4.5));

  test.each(['focus', 'border-strong'])('%s stands out from what is around it (3:1)', (name) => {
    for (const background of backgrounds)
      expect(contrast(tokens[`--color-${name}`], tokens[`--color-${background}`])).toBeGreaterThanOrEqual(3);
  });
});

describe('archetype scale', () => {
  const scale = ['1', '2', '3', '4'].map((step) => light[`--archetype-${step}`] ?? '');

  test.each(['1', '2', '3', '4', 'none'])('text on step %s is readable', (step) =>
    expect(contrast(light[`--archetype-${step}`], light[`--archetype-${step}-text`])).toBeGreaterThanOrEqual(
      4.5,
    ),
  );

  test('each step is clearly darker than the one before, so the order survives grey print', () => {
    for (let i = 1; i < scale.length; i++) {
      expect(luminance(scale[i] ?? '')).toBeLessThan(luminance(scale[i - 1] ?? ''));
      expect(contrast(scale[i], scale[i - 1])).toBeGreaterThan(1.35);
    }
  });

  test('is the same in both themes', () =>
    expect(Object.keys(dark).filter((name) => name.startsWith('--archetype'))).toEqual([]));
});

test('the system dark theme equals the chosen one', () =>
  expect(tokensOf(":root:not([data-theme='light'])")).toEqual(dark));
