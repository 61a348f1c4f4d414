import { useCallback, useEffect, useId, useRef } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { useWidth } from '../ui/use-width.ts';
import type { ChartModel } from './chart-model.ts';
import { composePicture } from './compose-picture.ts';
import { drawBars } from './draw-bars.ts';
import { drawIntervals } from './draw-intervals.ts';
import type { IntervalModel } from './interval-model.ts';
import { analyseTexts } from './messages.ts';
import { asTitle } from './variable-label.ts';
import { pngBlob, saveFile, svgText } from './save-picture.ts';

/** Bars that add up to 100 %, or shares with their intervals. */
export type Picture =
  | { readonly kind: 'bars'; readonly model: ChartModel }
  | { readonly kind: 'intervals'; readonly model: IntervalModel };

export interface SegmentChartProps {
  readonly picture: Picture;
  readonly subtitle: string;
  /** Lines that travel with the picture. */
  readonly notes: readonly string[];
  /** Name of the files, without ending. */
  readonly fileName: string;
  /** Id of the table with the same numbers. */
  readonly tableId: string;
}

const PICTURE_WIDTH = 912;

const cssColour = (name: string): string =>
  name.startsWith('--') ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : name;

function textWidth(text: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = "14px 'Noto Sans', sans-serif";
  return context.measureText(text).width;
}

/** The picture of a table, with its legend and downloads. The table below has the same numbers. */
export function SegmentChart({ picture, subtitle, notes, fileName, tableId }: SegmentChartProps) {
  const t = useTexts(analyseTexts);
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const captionId = useId();
  const width = useWidth(frame);
  const { model } = picture;
  const title = t.chartTitle(asTitle(model.partsLabel), asTitle(model.barsLabel));

  const draw = useCallback(
    (pixels: number) =>
      picture.kind === 'intervals'
        ? drawIntervals({
            model: picture.model,
            width: pixels,
            colour: cssColour,
            formatShare: format.wholePercent,
          })
        : drawBars({
            model: picture.model,
            width: pixels,
            colour: cssColour,
            formatShare: format.wholePercent,
            formatBase: (respondents) => t.baseShort(format.count(respondents)),
            withheld: t.withheld,
          }),
    [picture, format, t],
  );

  useEffect(() => {
    if (width > 0) frame.current?.replaceChildren(draw(width));
  }, [draw, width]);

  const alone = () =>
    composePicture({
      bars: draw(PICTURE_WIDTH),
      title,
      subtitle,
      notes: picture.kind === 'intervals' ? [t.intervalChart, ...notes] : notes,
      legend:
        picture.kind === 'intervals'
          ? []
          : model.parts.map((part) => ({ label: part.label, fill: cssColour(part.fill) })),
      measure: textWidth,
    });
  const saveSvg = (): void => {
    saveFile(`${fileName}.svg`, new Blob([svgText(alone().svg)], { type: 'image/svg+xml' }));
  };
  const savePng = async (): Promise<void> => {
    const { svg, width: across, height } = alone();
    saveFile(`${fileName}.png`, await pngBlob(svg, across, height));
  };

  return (
    <figure className="chart stack" aria-labelledby={captionId}>
      <figcaption id={captionId} className="visually-hidden">
        {title}
      </figcaption>
      {picture.kind === 'intervals' ? (
        <p className="small prose">{t.intervalChart}</p>
      ) : (
        <ul className="legend" aria-label={t.legend}>
          {model.parts.map((part) => (
            <li key={part.code}>
              <span className="swatch" aria-hidden="true" style={{ background: cssColour(part.fill) }} />
              {part.label}
            </li>
          ))}
        </ul>
      )}
      <div
        ref={frame}
        role="img"
        aria-label={picture.kind === 'intervals' ? t.intervalAlternative(title) : t.chartAlternative(title)}
        aria-describedby={tableId}
      />
      <div className="row">
        <Button onPress={saveSvg}>{t.downloadSvg}</Button>
        <Button onPress={() => void savePng()}>{t.downloadPng}</Button>
      </div>
    </figure>
  );
}
