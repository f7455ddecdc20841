import { Button } from 'antd';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Saved } from '../../stores/registration.ts';
import { registrationText } from '../../text/registration.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { AcceptDialog } from './AcceptDialog.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';

/** Comes with the PDF reader; loaded when the first paper is shown. */
const PaperPreview = lazy(() =>
  import('../../ui/PaperPreview.tsx').then((m) => ({ default: m.PaperPreview })),
);

const words = registrationText.saved;
type Stage = { at: 'choose' | 'notice' | 'accept' } | { at: 'print'; paperId: string };

/** After saving: the number, and by key the notice on the spot, acceptance, or the next visitor. */
export function SavedDialog({ saved, onNext, onOpen }: { saved: Saved; onNext(): void; onOpen(): void }) {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const toPaper = (paperId: string | undefined) =>
    setStage(paperId ? { at: 'print', paperId } : { at: 'choose' });
  const back = () => setStage({ at: 'choose' });
  if (stage.at === 'notice') return <NoticeDialog saved={saved} onClose={back} onDone={toPaper} />;
  if (stage.at === 'accept') return <AcceptDialog saved={saved} onClose={back} onDone={toPaper} />;
  if (stage.at === 'print')
    return (
      <Suspense fallback={<LoadingState />}>
        <PaperPreview subject="case" id={saved.caseId} paperId={stage.paperId} onClose={onNext} />
      </Suspense>
    );
  return (
    <Choose
      saved={saved}
      onNotice={() => setStage({ at: 'notice' })}
      onAccept={() => setStage({ at: 'accept' })}
      onNext={onNext}
      onOpen={onOpen}
    />
  );
}

interface ChooseProps {
  saved: Saved;
  onNotice(): void;
  onAccept(): void;
  onNext(): void;
  onOpen(): void;
}

function Choose({ saved, onNotice, onAccept, onNext, onOpen }: ChooseProps) {
  const { actions } = words;
  const owed = !saved.form.anonymous && !saved.form.addressUnclear;
  const first = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.focus(), []);

  const move = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + way + buttons.length) % buttons.length]?.focus();
  };
  const choices = [
    { label: actions.notice, hint: owed ? actions.noticeHint : words.notOwed, run: onNotice, open: owed },
    { label: actions.accept, hint: actions.acceptHint, run: onAccept, open: true },
    { label: `${actions.next}(F2)`, hint: actions.nextHint, run: onNext, open: true },
    { label: actions.open, hint: actions.openHint, run: onOpen, open: true },
  ];
  const focused = owed ? 0 : 2;
  return (
    <Dialog title={words.title} onClose={onNext} width={44} keys={{ f2: onNext }} foot={null}>
      <p className="saved-label">{words.number}</p>
      <output className="saved-number figures" aria-label={words.number}>
        {saved.number}
      </output>
      <p className="saved-hint">{words.copyHint}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside */}
      <div className="saved-actions" ref={list} onKeyDown={move}>
        {choices.map((choice, index) => (
          <Button
            key={choice.label}
            ref={index === focused ? first : null}
            type={index === focused ? 'primary' : 'default'}
            disabled={!choice.open}
            onClick={choice.run}
          >
            <span className="saved-action">
              <strong>{choice.label}</strong>
              <small>{choice.hint}</small>
            </span>
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
