import { useEffect, useRef, useState } from 'react';
import { paperText } from '../text/papers.ts';
import type { PdfFile } from './pdf.ts';

/** `width` fills the window, `page` shows a whole page, a number is a share of the natural size. */
export type Zoom = 'width' | 'page' | number;

interface Props {
  file: PdfFile;
  title: string;
  zoom: Zoom;
  /** Room for one page, in CSS pixels. */
  room: { width: number; height: number };
}

/** CSS pixels of one PDF point. */
const POINT = 96 / 72;
/** Wider pages than this are no easier to read and show too little of their height. */
const WIDEST = 900;

/** The pages of a PDF under one another, sharp at the screen's own resolution. */
export function PdfPages({ file, title, zoom, room }: Props) {
  return Array.from({ length: file.pages }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number
    <PdfSheet key={index} file={file} page={index + 1} title={title} zoom={zoom} room={room} />
  ));
}

function PdfSheet({ file, page, title, zoom, room }: Props & { page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // A white sheet that nothing stands on yet would look like an empty paper.
  const [drawn, setDrawn] = useState(false);
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    let gone = false;
    void file.size(page).then((natural) => {
      if (!gone) setSize(natural);
    });
    return () => {
      gone = true;
    };
  }, [file, page]);
  const width = size ? widthOf(size, zoom, room) : 0;
  useEffect(() => {
    if (!canvas.current || width === 0) return;
    let gone = false;
    void file.draw(page, canvas.current, Math.round(width * window.devicePixelRatio)).then(() => {
      if (!gone) setDrawn(true);
    });
    return () => {
      gone = true;
    };
  }, [file, page, width]);
  const height = size ? (width * size.height) / size.width : 0;
  return (
    <>
      {!drawn && page === 1 && <p className="pdf-drawing">{paperText.drawing}</p>}
      <canvas
        ref={canvas}
        className={drawn ? 'pdf-sheet' : 'pdf-sheet pdf-waiting'}
        style={{ width, height }}
        role="img"
        aria-label={paperText.page(title, page, file.pages)}
      />
    </>
  );
}

function widthOf(size: { width: number; height: number }, zoom: Zoom, room: Props['room']): number {
  const byWidth = Math.min(room.width, WIDEST);
  if (zoom === 'width') return byWidth;
  if (zoom === 'page') return Math.min(byWidth, (room.height * size.width) / size.height);
  return size.width * POINT * zoom;
}
