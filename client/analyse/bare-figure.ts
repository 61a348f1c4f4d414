/** How every picture is set: it takes letters and colours from its surroundings. */
export const PLOT_STYLE = {
  display: 'block',
  background: 'transparent',
  color: 'inherit',
  fontFamily: 'inherit',
  fontSize: '14px',
  overflow: 'visible',
} as const;

/** A label that fits: cut, with an ellipsis, where it is longer than so many letters. */
export const shorten = (label: string, letters: number): string =>
  label.length > letters ? `${label.slice(0, letters - 1).trimEnd()}…` : label;

/** What Plot drew, as an SVG that may stand on our pages. */
export function bareFigure(figure: Element): SVGSVGElement {
  if (!(figure instanceof SVGSVGElement))
    throw new Error('Plot gave a figure where a bare SVG was asked for.');
  // Plot's own style element is forbidden by our content policy, and only sets what `style` sets here.
  figure.querySelector('style')?.remove();
  // Plot names its groups "bar" and "text"; the picture has one name, given by whoever shows it.
  for (const group of figure.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  return figure;
}
