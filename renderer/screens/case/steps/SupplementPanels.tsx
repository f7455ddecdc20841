import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { partsText } from '../../../text/parts.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

/** 要求补正: what is missing; the clocks run on. */
export function RequestSupplementPanel(props: PanelProps) {
  const words = partsText.requestSupplement;
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ materials: '', requestedOn: today as string, wantedBy: '' }),
    rules: { labels: words, required: ['materials', 'requestedOn'], dates: ['requestedOn', 'wantedBy'] },
    input: ({ wantedBy, ...rest }) => ({ ...rest, ...(wantedBy && { wantedBy }) }),
    send: desk.handling.requestSupplement,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.materials}
          required
          rows={3}
          maxLength={2000}
          value={values.materials}
          onChange={(materials) => change({ materials })}
          error={error('materials')}
        />
        <DateField
          label={words.requestedOn}
          required
          value={values.requestedOn}
          onChange={(requestedOn) => change({ requestedOn })}
          error={error('requestedOn')}
        />
        <DateField
          label={words.wantedBy}
          value={values.wantedBy}
          onChange={(wantedBy) => change({ wantedBy })}
          error={error('wantedBy')}
        />
      </div>
    </Dialog>
  );
}

/** 收到补正: what came, and whether it is all. */
export function ReceiveSupplementPanel(props: PanelProps) {
  const words = partsText.receiveSupplement;
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ complete: 'yes' as 'yes' | 'no', receivedOn: today as string, note: '' }),
    rules: {
      labels: { receivedOn: words.receivedOn, note: words.detail },
      required: ['receivedOn', 'note'],
      dates: ['receivedOn'],
    },
    input: ({ complete, ...rest }) => ({ ...rest, complete: complete === 'yes' }),
    send: desk.handling.receiveSupplement,
  });
  return (
    <Dialog {...dialog}>
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.complete}
          required
          value={values.complete}
          words={words.completes}
          onChange={(complete) => change({ complete })}
          error={error('complete')}
        />
        <DateField
          label={words.receivedOn}
          required
          value={values.receivedOn}
          onChange={(receivedOn) => change({ receivedOn })}
          error={error('receivedOn')}
        />
        <TextField
          label={words.detail}
          required
          rows={3}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
        />
      </div>
    </Dialog>
  );
}
