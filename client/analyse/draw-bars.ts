import { axisX, barX, plot, stackX, text } from '@observablehq/plot';
import { bareFigure, PLOT_STYLE, shorten } from './bare-figure.ts';
import type { ChartBar, ChartModel } from './chart-model.ts';

export interface DrawBarsOptions {
  readonly model: ChartModel;
  /** Pixels. */
  readonly width: number;
  readonly formatShare: (share01: number) => string;
  /** What stands where a bar would be that holds withheld cells. */
  readonly withheld: string;
  /** "n 214", beside each bar. */
  readonly formatBase: (respondents: number) => string;
  /** Replaces a custom property's name by its value; what is no custom property stays. */
  readonly colour: (name: string) => string;
}

const BAR_HEIGHT = 40;
/** Share of the width that the bars' labels may take. */
const LABELS_SHARE01 = 0.28;
const LETTER_WIDTH = 8;
/** Narrower segments get no number: it would not fit. The table has it. */
const NARROWEST_LABELLED_PX = 38;

/** Draws stacked 100 % bars with Observable Plot. Text takes the colour of its surroundings. */
export function drawBars(options: DrawBarsOptions): SVGSVGElement {
  const { model, width, formatShare, formatBase, colour } = options;
  const letters = Math.floor((width * LABELS_SHARE01) / LETTER_WIDTH);
  const labels = new Map(model.bars.map((bar) => [bar.code, shorten(bar.label, letters)]));
  const inks = new Map(model.parts.map((part) => [part.code, colour(part.ink)]));
  // A bar with a piece missing would tell a wrong story, and perhaps what was withheld.
  const isPartial = (bar: ChartBar): boolean => bar.respondents > 0 && bar.shares.includes(null);
  const segments = model.bars
    .filter((bar) => !isPartial(bar))
    .flatMap((bar) =>
      model.parts.map((part, index) => ({ bar: bar.code, part: part.code, share01: bar.shares[index] ?? 0 })),
    );
  const marginLeft = Math.max(...[...labels.values()].map((label) => label.length)) * LETTER_WIDTH + 16;
  const marginRight = 72;
  const pixels = (share01: number): number => share01 * (width - marginLeft - marginRight);

  const figure = plot({
    width,
    height: model.bars.length * BAR_HEIGHT + 34,
    marginLeft,
    marginRight,
    marginTop: 4,
    marginBottom: 30,
    style: PLOT_STYLE,
    x: { domain: [0, 1], label: null },
    y: {
      domain: model.bars.map((bar) => bar.code),
      label: null,
      tickSize: 0,
      tickFormat: (code: string) => labels.get(code) ?? code,
      padding: 0.2,
    },
    color: {
      domain: model.parts.map((part) => part.code),
      range: model.parts.map((part) => colour(part.fill)),
    },
    marks: [
      axisX([0, 0.25, 0.5, 0.75, 1], { tickFormat: formatShare, tickSize: 4 }),
      barX(segments, {
        x: 'share01',
        y: 'bar',
        fill: 'part',
        stroke: 'currentColor',
        strokeOpacity: 0.35,
        strokeWidth: 0.75,
      }),
      text(
        segments,
        stackX({
          x: 'share01',
          y: 'bar',
          z: 'part',
          text: (segment: (typeof segments)[number]) =>
            pixels(segment.share01) < NARROWEST_LABELLED_PX ? '' : formatShare(segment.share01),
          fill: { value: (segment: (typeof segments)[number]) => inks.get(segment.part), scale: null },
        }),
      ),
      text(model.bars.filter(isPartial), {
        x: 0,
        y: 'code',
        dx: 8,
        textAnchor: 'start',
        fontStyle: 'italic',
        text: () => options.withheld,
      }),
      text(model.bars, {
        x: 1,
        y: 'code',
        dx: 8,
        textAnchor: 'start',
        fontSize: 12,
        text: (bar: (typeof model.bars)[number]) => formatBase(bar.respondents),
      }),
    ],
  });
  return bareFigure(figure);
}
