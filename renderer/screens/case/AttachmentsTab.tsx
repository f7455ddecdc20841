import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { attachmentsText as words } from '../../text/attachments.ts';
import { refusalSentence } from '../../text/refusals.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { sizeWords } from '../../ui/sizeWords.ts';
import { dateTime } from '../../ui/times.ts';
import { uploadAttachment } from '../../ui/upload.ts';
import { AttachmentPreview } from './AttachmentPreview.tsx';

type Attachment = CaseView['attachments'][number];
interface Sending {
  name: string;
  share: number;
}
interface Failure {
  file: File;
  reason: string;
}

interface Props {
  caseId: string;
  attachments: readonly Attachment[];
}

/** Material the petitioner handed in: chosen, dropped or pasted; sealed on disk by the desk. */
export function AttachmentsTab({ caseId, attachments }: Props) {
  const [opened, setOpened] = useState<Attachment | null>(null);
  const [over, setOver] = useState(false);
  const { sending, failures, note, add, dismiss } = useUploads(caseId);
  usePaste(!opened, add);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse, the button does the same
    <div
      className="attachments"
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <AddButton onFiles={add} />
      <p className="attachments-note" role="status">
        {sending ? words.sending(sending.name, Math.round(sending.share * 100)) : note}
      </p>
      {failures.map(({ file, reason }) => (
        <div key={file.name} className="form-error" role="alert">
          <strong>{words.failed(file.name)}</strong>
          {reason}
          <Button size="small" onClick={() => dismiss(file, true)}>
            {words.retry}
          </Button>
          <Button size="small" type="text" onClick={() => dismiss(file, false)}>
            {words.dismiss}
          </Button>
        </div>
      ))}
      {attachments.length === 0 ? (
        <EmptyState
          icon={<PaperClipOutlined />}
          title={over ? words.drop : words.emptyTitle}
          hint={words.emptyHint}
        />
      ) : (
        <AttachmentTable attachments={attachments} onOpen={setOpened} />
      )}
      {opened && <AttachmentPreview caseId={caseId} attachment={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function AddButton({ onFiles }: { onFiles(files: File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="attachments-add">
      <Button
        type="primary"
        icon={<PaperClipOutlined aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {words.add}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={words.add}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <span className="field-hint">{words.hint}</span>
    </div>
  );
}

function AttachmentTable({
  attachments,
  onOpen,
}: {
  attachments: readonly Attachment[];
  onOpen(attachment: Attachment): void;
}) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.size}</th>
          <th scope="col">{words.columns.addedAt}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {attachments.map((a) => (
          <tr key={a.attachmentId}>
            <th scope="row">{a.name}</th>
            <td className="figures">{sizeWords(a.size)}</td>
            <td className="figures">{dateTime(a.addedAt)}</td>
            <td className="plain-actions">
              {a.here ? (
                <Button size="small" aria-label={words.openFor(a.name)} onClick={() => onOpen(a)}>
                  {words.open}
                </Button>
              ) : (
                <span className="row-aside">{words.notHere}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One file after the other; what fails stays listed with its reason until a person has seen it. */
function useUploads(caseId: string) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [failures, setFailures] = useState<Failure[]>([]);
  const [note, setNote] = useState('');
  const queue = useRef(Promise.resolve());

  const send = async (file: File) => {
    setSending({ name: file.name, share: 0 });
    const answer = await uploadAttachment(caseId, file, (share) => setSending({ name: file.name, share }));
    setSending(null);
    if (answer.ok) setNote(words.saved(file.name));
    else setFailures((before) => [...before, { file, reason: refusalSentence(answer.refusal) }]);
  };
  const add = (files: File[]) => {
    for (const file of files) queue.current = queue.current.then(() => send(file));
  };
  return {
    sending,
    failures,
    note,
    add,
    dismiss(file: File, again: boolean) {
      setFailures((before) => before.filter((f) => f.file !== file));
      if (again) add([file]);
    },
  };
}

/** Files and pictures in the clipboard, while no field takes the paste. */
function usePaste(active: boolean, onFiles: (files: File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    if (!active) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      latest.current(files.map(named));
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [active]);
}

/** A pasted picture is always called image.png; the time tells several apart. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  const time = dateTime(new Date().toISOString()).replaceAll(':', '');
  return new File([file], words.pasted(time), { type: file.type });
}
