import {
  DownloadOutlined,
  ExclamationCircleOutlined,
  MinusOutlined,
  PlusOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { desk } from '../app/bridge.ts';
import { useKeys } from '../app/keys.ts';
import { paperText } from '../text/papers.ts';
import { refusalSentence } from '../text/refusals.ts';
import { fromBase64 } from './base64.ts';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';
import { PdfPages, type Zoom } from './PdfPages.tsx';
import { openPdf, type PdfFile } from './pdf.ts';
import { printPdf } from './printPdf.ts';
import { saveFile } from './saveFile.ts';
import { useRoom } from './useRoom.ts';
import './paperPreview.css';

interface Props {
  subject: 'case' | 'mediation';
  id: string;
  paperId: string;
  onClose(): void;
  /** Papers that came into being with the same step; they can be shown in turn. */
  papers?: readonly { paperId: string; title: string }[];
}

interface Shown {
  title: string;
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
  rare: string[];
  file: PdfFile;
}
type State = { status: 'loading' } | { status: 'failed'; reason: string } | { status: 'ready'; shown: Shown };

const STEP = 0.2;
/** Room around a page in CSS pixels. */
const MARGIN = 32;

/** A paper as it will be printed: the same PDF is shown, printed (F7, Ctrl+P) and saved. */
export function PaperPreview({ subject, id, paperId, onClose, papers = [] }: Props) {
  const [current, setCurrent] = useState(paperId);
  const [round, setRound] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState('');
  const state = usePaper(subject, id, current, round);
  const scroller = useRef<HTMLDivElement>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const room = useRoom(scroller, MARGIN);
  const shown = state.status === 'ready' ? state.shown : undefined;

  // Printing is what comes next; the whole window is reached with PgUp and PgDn meanwhile.
  useEffect(() => {
    if (shown) printButton.current?.focus();
  }, [shown]);

  const count = async (words: string) => {
    const answer = await desk.papers.printed({ subject, id, paperId: current });
    setNote(
      answer.ok ? `${words}${paperText.printed(answer.value.prints)}。` : refusalSentence(answer.refusal),
    );
  };
  const print = async () => {
    if (!shown || busy) return;
    setBusy(true);
    try {
      await printPdf(shown.file);
      await count(paperText.sent);
    } finally {
      setBusy(false);
    }
  };
  const save = async () => {
    if (!shown) return;
    saveFile(shown.bytes, shown.fileName, 'application/pdf');
    await count(paperText.saved);
  };
  const scroll = (screens: number) => () =>
    scroller.current?.scrollBy({ top: screens * scroller.current.clientHeight * 0.9 });
  useKeys(
    {
      escape: onClose,
      f7: () => void print(),
      'ctrl+p': () => void print(),
      'ctrl+s': () => void save(),
      f5: () => setRound(round + 1),
      pagedown: scroll(1),
      pageup: scroll(-1),
    },
    { exclusive: true },
  );

  return (
    <Modal
      open
      title={shown?.title ?? paperText.region}
      onCancel={onClose}
      keyboard={false}
      mask={{ closable: false }}
      width="min(76rem, 97vw)"
      style={{ top: '2vh' }}
      footer={null}
      className="preview"
    >
      <div className="preview-bar">
        <Button
          ref={printButton}
          type="primary"
          icon={<PrinterOutlined aria-hidden="true" />}
          disabled={!shown}
          loading={busy}
          onClick={() => void print()}
        >
          {busy ? paperText.preparingPrint : paperText.print}
        </Button>
        <Button icon={<DownloadOutlined aria-hidden="true" />} disabled={!shown} onClick={() => void save()}>
          {paperText.save}
        </Button>
        <ZoomButtons zoom={zoom} onZoom={setZoom} disabled={!shown} />
        {shown && <span className="preview-pages figures">{paperText.pages(shown.file.pages)}</span>}
        <span className="preview-note" role="status">
          {note}
        </span>
        <Button onClick={onClose}>{paperText.close}</Button>
      </div>
      {papers.length > 1 && (
        <nav className="preview-others" aria-label={paperText.others}>
          {papers.map((paper) => (
            <Button
              key={paper.paperId}
              size="small"
              type={paper.paperId === current ? 'primary' : 'default'}
              aria-current={paper.paperId === current ? 'page' : undefined}
              onClick={() => {
                setNote('');
                setCurrent(paper.paperId);
              }}
            >
              {paper.title}
            </Button>
          ))}
        </nav>
      )}
      {shown && shown.rare.length > 0 && (
        <div className="preview-rare" role="note">
          <ExclamationCircleOutlined aria-hidden="true" />
          <strong>{paperText.rareTitle}</strong>
          <span>{paperText.rare(shown.rare.join('、'))}</span>
        </div>
      )}
      <section
        className="preview-scroll"
        ref={scroller}
        aria-label={paperText.region}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {state.status === 'loading' && <LoadingState label={paperText.preparing} />}
        {state.status === 'failed' && (
          <ErrorState title={paperText.failedTitle} hint={state.reason} onRetry={() => setRound(round + 1)} />
        )}
        {shown && room && <PdfPages file={shown.file} title={shown.title} zoom={zoom} room={room} />}
      </section>
    </Modal>
  );
}

function ZoomButtons({
  zoom,
  onZoom,
  disabled,
}: {
  zoom: Zoom;
  onZoom(zoom: Zoom): void;
  disabled: boolean;
}) {
  const share = typeof zoom === 'number' ? zoom : 1;
  const clamp = (value: number) => Math.min(3, Math.max(0.4, Math.round(value * 10) / 10));
  return (
    <fieldset className="preview-zoom" disabled={disabled}>
      <legend className="hidden">{paperText.zoom}</legend>
      <Button
        icon={<MinusOutlined aria-hidden="true" />}
        aria-label={paperText.smaller}
        title={paperText.smaller}
        disabled={disabled}
        onClick={() => onZoom(clamp(share - STEP))}
      />
      <Button disabled={disabled} aria-pressed={zoom === 'width'} onClick={() => onZoom('width')}>
        {paperText.fitWidth}
      </Button>
      <Button disabled={disabled} aria-pressed={zoom === 'page'} onClick={() => onZoom('page')}>
        {paperText.fitPage}
      </Button>
      <Button
        icon={<PlusOutlined aria-hidden="true" />}
        aria-label={paperText.larger}
        title={paperText.larger}
        disabled={disabled}
        onClick={() => onZoom(clamp(share + STEP))}
      />
    </fieldset>
  );
}

/** Asks the desk for the PDF and opens it; asked anew for another paper or another try. */
function usePaper(subject: Props['subject'], id: string, paperId: string, round: number): State {
  const [state, setState] = useState<State>({ status: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is another try
  useEffect(() => {
    let gone = false;
    let opened: PdfFile | undefined;
    setState({ status: 'loading' });
    load(subject, id, paperId).then(
      (next) => {
        if (next.status === 'ready') opened = next.shown.file;
        if (gone) opened?.close();
        else setState(next);
      },
      () => !gone && setState({ status: 'failed', reason: paperText.unreadable }),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [subject, id, paperId, round]);
  return state;
}

async function load(subject: Props['subject'], id: string, paperId: string): Promise<State> {
  const answer = await desk.papers.pdf({ subject, id, paperId });
  if (!answer.ok) return { status: 'failed', reason: refusalSentence(answer.refusal) };
  const { title, fileName, pdf, rareCharacters } = answer.value;
  const bytes = fromBase64(pdf);
  const file = await openPdf(bytes);
  return { status: 'ready', shown: { title, fileName, bytes, rare: rareCharacters, file } };
}
