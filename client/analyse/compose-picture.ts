const NAMESPACE = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const LINE = 20;

export interface PictureInput {
  /** The bars, as drawn by `drawBars`. */
  readonly bars: SVGSVGElement;
  readonly title: string;
  readonly subtitle: string;
  readonly legend: readonly { readonly label: string; readonly fill: string }[];
  /** Lines under the picture: the base, "synthetic data", sources. They travel with it. */
  readonly notes: readonly string[];
  /** Width of a text in pixels, for laying out the legend. */
  readonly measure: (text: string) => number;
}

/**
 * A picture that can stand alone in a report: title, legend, bars and notes, black on white whatever the
 * theme on screen. Returns the SVG and its size in pixels.
 */
export function composePicture(input: PictureInput): { svg: SVGSVGElement; width: number; height: number } {
  const barsWidth = Number(input.bars.getAttribute('width'));
  const barsHeight = Number(input.bars.getAttribute('height'));
  const width = barsWidth + 2 * MARGIN;
  const svg = create('svg', { xmlns: NAMESPACE, 'font-family': "'Noto Sans', sans-serif", color: '#1a2126' });
  const background = create('rect', { fill: '#ffffff', width: '100%', height: '100%' });
  svg.append(background);

  let y = MARGIN + 16;
  svg.append(line(input.title, MARGIN, y, { 'font-size': '18', 'font-weight': '600' }));
  y += LINE + 4;
  svg.append(line(input.subtitle, MARGIN, y, { 'font-size': '14' }));
  y += LINE + 4;

  let x = MARGIN;
  for (const { label, fill } of input.legend) {
    const taken = 18 + input.measure(label) + 20;
    if (x + taken > width - MARGIN && x > MARGIN) {
      x = MARGIN;
      y += LINE + 4;
    }
    svg.append(
      create('rect', { x, y: y - 12, width: 14, height: 14, fill, stroke: '#7c7f7c', 'stroke-width': 0.75 }),
    );
    svg.append(line(label, x + 18, y, { 'font-size': '14' }));
    x += taken;
  }
  y += LINE;

  const bars = input.bars.cloneNode(true);
  if (!(bars instanceof SVGSVGElement)) throw new Error('The clone of an SVG is not an SVG.');
  bars.setAttribute('x', String(MARGIN));
  bars.setAttribute('y', String(y));
  svg.append(bars);
  y += barsHeight + LINE;

  for (const note of input.notes) {
    svg.append(line(note, MARGIN, y, { 'font-size': '12' }));
    y += LINE - 2;
  }
  const height = y + MARGIN - LINE;
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${String(width)} ${String(height)}`);
  return { svg, width, height };
}

function line(text: string, x: number, y: number, attributes: Record<string, string>): SVGElement {
  const element = create('text', { x, y, fill: '#1a2126', ...attributes });
  element.textContent = text;
  return element;
}

function create<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
