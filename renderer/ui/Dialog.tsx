import { Button, Modal } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type KeyMap, useKeys } from '../app/keys.ts';
import { dialogText } from '../text/shell.ts';
import { enterNext } from './enterNext.ts';
import { FormError, focusFirstError } from './Field.tsx';

interface Props {
  title: string;
  children: ReactNode;
  onClose(): void;
  /** What F9 and the main button do; without it the dialog only informs. */
  onSave?: () => unknown;
  saveLabel?: string;
  busy?: boolean;
  danger?: boolean;
  error?: string | undefined;
  /** In rem. */
  width?: number;
  extra?: ReactNode;
  /** More keys of this dialog (F7, F2 …). */
  keys?: KeyMap;
  /** The focus begins on the main button: everything is filled in already. */
  focusSave?: boolean;
  /** Buttons of its own in place of cancel and save. */
  foot?: ReactNode;
}

/** A small form over the page: Enter walks its fields, F9 does it, Esc closes; keys below are off. */
export function Dialog({
  title,
  children,
  onClose,
  onSave,
  saveLabel = dialogText.save,
  busy = false,
  danger = false,
  error,
  width = 40,
  extra,
  keys = {},
  foot,
  focusSave = false,
}: Props) {
  const body = useRef<HTMLDivElement>(null);
  useFocusReturn();
  // At once, not only when it has faded in: until then the focus would be on the button that closes it, and an Enter
  // pressed by quick hands would land there.
  useEffect(() => focusFirst(body.current, focusSave), [focusSave]);
  const save = async () => {
    if (busy || !onSave) return;
    await onSave();
    focusFirstError(body.current);
  };
  useKeys({ ...keys, f9: () => void save(), escape: onClose }, { exclusive: true });
  return (
    <Modal
      open
      centered
      title={title}
      onCancel={onClose}
      keyboard={false}
      scrollLock={false}
      mask={{ closable: false }}
      width={`min(${width}rem, 94vw)`}
      footer={null}
      afterOpenChange={(open) => open && focusFirst(body.current, focusSave)}
    >
      <div ref={body} onKeyDownCapture={enterNext} className="dialog-body">
        {children}
        <FormError>{error}</FormError>
        {foot === undefined ? (
          <div className="dialog-foot">
            {extra}
            <Button onClick={onClose}>{onSave ? dialogText.cancel : dialogText.close}</Button>
            {onSave && (
              <Button type="primary" danger={danger} data-save="" loading={busy} onClick={() => void save()}>
                {saveLabel}(F9)
              </Button>
            )}
          </div>
        ) : (
          foot
        )}
      </div>
    </Modal>
  );
}

/** Whoever had the focus before gets it back: the same row, the same button. */
function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) queueMicrotask(() => before.isConnected && before.focus());
    },
    [before],
  );
}

function focusFirst(body: HTMLElement | null, onSave: boolean): void {
  const save = body?.querySelector<HTMLElement>('[data-save]');
  if (onSave) save?.focus();
  else if (body?.contains(document.activeElement)) return;
  else
    (
      body?.querySelector<HTMLElement>('input:not(:disabled), textarea:not(:disabled)') ??
      save ??
      body?.querySelector<HTMLElement>('button')
    )?.focus();
}
