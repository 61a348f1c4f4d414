import { axisX, dot, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { bareFigure, PLOT_STYLE, shorten } from './bare-figure.ts';
import type { IntervalModel } from './interval-model.ts';

export interface DrawIntervalsOptions {
  readonly model: IntervalModel;
  /** Pixels. */
  readonly width: number;
  readonly formatShare: (share01: number) => string;
  /** Replaces a custom property's name by its value; what is no custom property stays. */
  readonly colour: (name: string) => string;
}

const LINE_HEIGHT = 26;
const PANEL_EXTRA = 66;
const LETTER_WIDTH = 8;
const LABELS_SHARE01 = 0.24;
/** Narrower panels cannot be read; then they stand in several rows. */
const NARROWEST_PANEL = 150;

/** Draws each share as a dot on its interval, a panel for each part, with everyone's share as a dashed line. */
export function drawIntervals(options: DrawIntervalsOptions): SVGSVGElement {
  const { model, width, formatShare, colour } = options;
  const letters = Math.floor((width * LABELS_SHARE01) / LETTER_WIDTH);
  const labels = new Map(model.bars.map((bar) => [bar.code, shorten(bar.label, letters)]));
  const marginLeft = Math.max(...[...labels.values()].map((label) => label.length)) * LETTER_WIDTH + 16;
  const room = width - marginLeft - 16;
  const across = Math.max(1, Math.min(model.parts.length, Math.floor(room / NARROWEST_PANEL)));
  const down = Math.ceil(model.parts.length / across);
  const place = new Map(model.parts.map(({ code }, index) => [code, index]));
  const fx = (part: string): number => (place.get(part) ?? 0) % across;
  const fy = (part: string): number => Math.floor((place.get(part) ?? 0) / across);
  const panels = model.parts.map(({ code, label, fill }, index) => ({
    label: shorten(label, Math.floor(room / across / LETTER_WIDTH)),
    fill: colour(fill),
    all: model.all[index] ?? null,
    fx: fx(code),
    fy: fy(code),
  }));
  const estimates = model.estimates.map((one) => ({
    ...one,
    fill: panels[place.get(one.part) ?? 0]?.fill ?? 'currentColor',
    fx: fx(one.part),
    fy: fy(one.part),
  }));
  const end = Math.max(...estimates.map(({ share01, high01 }) => high01 ?? share01), 0.1);
  const most = Math.min(1, Math.ceil(end * 10) / 10);

  const figure = plot({
    width,
    height: down * (model.bars.length * LINE_HEIGHT + PANEL_EXTRA),
    marginLeft,
    marginRight: 16,
    marginTop: 28,
    marginBottom: 30,
    style: PLOT_STYLE,
    x: { domain: [0, most], label: null },
    y: {
      domain: model.bars.map(({ code }) => code),
      label: null,
      tickSize: 0,
      tickFormat: (code: string) => labels.get(code) ?? code,
    },
    fx: { domain: [...Array(across).keys()], axis: null, padding: 0.08 },
    fy: { domain: [...Array(down).keys()], axis: null, padding: down > 1 ? 0.2 : 0 },
    marks: [
      axisX([0, most / 2], { tickFormat: formatShare, tickSize: 4 }),
      ruleX(
        panels.filter(({ all }) => all !== null),
        { x: 'all', fx: 'fx', fy: 'fy', stroke: 'currentColor', strokeOpacity: 0.6, strokeDasharray: '3 3' },
      ),
      ruleY(
        estimates.filter(({ low01 }) => low01 !== null),
        { x1: 'low01', x2: 'high01', y: 'bar', fx: 'fx', fy: 'fy', stroke: 'currentColor', strokeWidth: 2 },
      ),
      dot(estimates, {
        x: 'share01',
        y: 'bar',
        fx: 'fx',
        fy: 'fy',
        r: 5.5,
        fill: { value: (one: (typeof estimates)[number]) => one.fill, scale: null },
        stroke: 'currentColor',
        strokeWidth: 1.25,
      }),
      text(panels, {
        fx: 'fx',
        fy: 'fy',
        frameAnchor: 'top-left',
        dy: -20,
        fontWeight: 600,
        text: 'label',
      }),
    ],
  });
  return bareFigure(figure);
}
