import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { useKeys } from '../../app/keys.ts';
import { attachmentsText as words } from '../../text/attachments.ts';
import { paperText } from '../../text/papers.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { type Attachment, downloadAttachment } from '../../ui/download.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { PdfPages } from '../../ui/PdfPages.tsx';
import { openPdf, type PdfFile } from '../../ui/pdf.ts';
import { saveFile } from '../../ui/saveFile.ts';
import { useRoom } from '../../ui/useRoom.ts';
import '../../ui/paperPreview.css';

interface Props {
  caseId: string;
  attachment: CaseView['attachments'][number];
  onClose(): void;
}

/** Kinds the page shows itself; everything else is only saved, never opened here. */
const PICTURES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
]);
const PDF = 'application/pdf';

/** One attachment: pictures and PDF shown in place, other kinds offered for saving. */
export function AttachmentPreview({ caseId, attachment, onClose }: Props) {
  const [share, setShare] = useState(0);
  const [read, setRead] = useState<Attachment>();
  const [reason, setReason] = useState('');
  useKeys({ escape: onClose }, { exclusive: true });
  const { attachmentId } = attachment;
  useEffect(() => {
    let gone = false;
    void downloadAttachment(caseId, attachmentId, setShare).then((answer) => {
      if (gone) return;
      if (answer.ok) setRead(answer.value);
      else setReason(refusalSentence(answer.refusal));
    });
    return () => {
      gone = true;
    };
  }, [caseId, attachmentId]);
  return (
    <Modal
      open
      title={attachment.name}
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
          icon={<DownloadOutlined aria-hidden="true" />}
          disabled={!read}
          onClick={() => read && saveFile(read.bytes, read.name, read.mime)}
        >
          {words.save}
        </Button>
        <span className="preview-note" />
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      {reason && <ErrorState title={words.failedTitle} hint={reason} />}
      {!reason && !read && <LoadingState label={words.loading(Math.round(share * 100))} />}
      {read && <Content read={read} />}
    </Modal>
  );
}

function Content({ read }: { read: Attachment }) {
  if (read.mime === PDF) return <PdfContent read={read} />;
  if (PICTURES.has(read.mime)) return <Picture read={read} />;
  return <p className="quiet">{words.noPreview}</p>;
}

function Picture({ read }: { read: Attachment }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([read.bytes], { type: read.mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [read]);
  return (
    <section className="preview-scroll" aria-label={words.image(read.name)}>
      {url && <img className="preview-picture" src={url} alt={words.image(read.name)} />}
    </section>
  );
}

function PdfContent({ read }: { read: Attachment }) {
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller, 32);
  const [file, setFile] = useState<PdfFile>();
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    let opened: PdfFile | undefined;
    openPdf(read.bytes).then(
      (next) => {
        opened = next;
        if (gone) next.close();
        else setFile(next);
      },
      () => !gone && setBroken(true),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [read]);
  return (
    <section
      className="preview-scroll"
      ref={scroller}
      aria-label={paperText.region}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      {broken && <ErrorState title={words.failedTitle} hint={paperText.unreadable} />}
      {file && room && <PdfPages file={file} title={read.name} zoom="width" room={room} />}
    </section>
  );
}
