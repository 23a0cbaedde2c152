// What takes a drawing away: as SVG or PNG, and whatever files the page adds to it. Where a table stands in the place of
// the drawing there is none to take away, and nothing is offered but those files.
import type { ReactNode, RefObject } from 'react';
import { drawnSvg } from './drawnSvg.ts';
import { Menu } from './Menu.tsx';
import { savePng, saveSvg } from './savePicture.ts';

interface Props {
  /** The element in which the drawing stands. */
  readonly of: RefObject<HTMLElement | null>;
  readonly file: string;
  readonly title: string;
  readonly sentence: string;
  /** Whether the drawing is what is shown. */
  readonly drawn: boolean;
  readonly children?: ReactNode;
}

export function SaveDrawing({ of, file, title, sentence, drawn, children }: Props) {
  const draw: Parameters<typeof saveSvg>[1] = ({ paper }) => {
    const drawing = of.current?.querySelector<SVGSVGElement>('svg[data-drawing]');
    return drawing ? drawnSvg(drawing, { title, sentence }, paper) : '';
  };
  if (!drawn && !children) return null;
  return (
    <Menu
      label={
        <>
          Save as<span className="sr">: {title}</span>
        </>
      }
      side="right"
    >
      {children}
      {drawn ? (
        <>
          <button type="button" className="act" onClick={() => saveSvg(file, draw)}>
            SVG
          </button>
          <button type="button" className="act" onClick={() => void savePng(file, draw)}>
            PNG
          </button>
        </>
      ) : null}
    </Menu>
  );
}
