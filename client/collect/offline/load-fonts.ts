/** One letter of each script that the app is written in, with the font that draws it. */
const SCRIPTS = [
  ['Noto Sans', 'a'],
  ['Noto Sans Devanagari', 'क'],
  ['Noto Sans Bengali', 'ক'],
] as const;

/**
 * The second wave: fetches the bundled fonts through the service worker, which keeps them. Work does
 * not wait for it; until it is done the tablet's own fonts are shown.
 */
export async function loadFonts(): Promise<void> {
  const wanted = SCRIPTS.flatMap(([family, letter]) =>
    [400, 600].map((weight) => document.fonts.load(`${weight} 1rem "${family}"`, letter)),
  );
  await Promise.allSettled(wanted);
}
