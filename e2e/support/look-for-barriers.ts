import { type Page } from 'playwright-core';
import { languageNames, languages } from '../../client/i18n/language-names.ts';
import { type Language } from '../../contracts/language.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { type Screen } from './launch-browser.ts';
import { type Visit } from './tour.ts';

export interface Barriers {
  /** Stops at each page that is shown to it. */
  readonly visit: Visit;
  /** What was found, and where. */
  readonly found: string[];
  /** Address of each page that was looked at, without its search. */
  readonly paths: Set<string>;
}

/**
 * Looks for barriers on pages: in both themes, and nothing wider than the screen.
 *
 * @param sizes every one of them is looked at in full; with `quick`, they take turns
 * @param how `quick`: English and one other language, which changes from page to page, at one size each, in turn.
 *   `full`: every language at every size
 */
export function lookForBarriers(sizes: readonly Screen[], how: 'quick' | 'full'): Barriers {
  const found: string[] = [];
  const paths = new Set<string>();
  const others = languages.filter((language) => language !== 'en');
  let turn = 0;

  const look = async (name: string, page: Page, language: Language, { width, height }: Screen) => {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const problems = await checkAccessibility(page, colorScheme === 'light' ? 'all' : 'colours');
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) problems.push(`the page is ${overflow} px wider than the screen`);
      found.push(
        ...problems.map((problem) => `${name}, ${language}, ${width} px, ${colorScheme}: ${problem}`),
      );
    }
  };

  const visit: Visit = async (name, page) => {
    paths.add(new URL(page.url()).pathname);
    const other = others[turn % others.length] ?? 'en';
    for (const language of how === 'full' ? languages : (['en', other] as const)) {
      const isTold = language === 'en' || (await chooseLanguage(page, language));
      if (!isTold) continue;
      const [atOnce, inTurn] = [sizes, sizes[(turn + (language === 'en' ? 0 : 1)) % sizes.length]];
      for (const size of how === 'full' || inTurn === undefined ? atOnce : [inTurn])
        await look(name, page, language, size);
    }
    turn += 1;
    const [first] = sizes;
    if (first) await page.setViewportSize({ width: first.width, height: first.height });
    await chooseLanguage(page, 'en');
  };
  return { visit, found, paths };
}

/** Switches the page's language as a person does, without loading it again. False where it has no such choice. */
async function chooseLanguage(page: Page, language: Language): Promise<boolean> {
  const onTablet = page.locator('.language-choice select');
  const inOffice = page.locator('.footer .select-button').first();
  if ((await onTablet.count()) > 0) await onTablet.first().selectOption(language);
  else if ((await inOffice.count()) > 0) {
    await inOffice.click();
    await page.getByRole('option', { name: languageNames[language], exact: true }).click();
  } else return false;
  await page.locator(`[lang="${language}"]`).first().waitFor({ state: 'attached' });
  return true;
}
