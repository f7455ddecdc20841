import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { partsText } from '../../../text/parts.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

/** 并案 into the earlier case, by its number. */
export function MergePanel(props: PanelProps) {
  const words = partsText.merge;
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ intoNumber: '', mergedOn: today as string, reason: '' }),
    rules: { labels: words, required: ['intoNumber', 'mergedOn', 'reason'], dates: ['mergedOn'] },
    input: (read) => read,
    send: desk.parts.merge,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.intoNumber}
          required
          maxLength={60}
          value={values.intoNumber}
          onChange={(intoNumber) => change({ intoNumber })}
          error={error('intoNumber')}
        />
        <DateField
          label={words.mergedOn}
          required
          value={values.mergedOn}
          onChange={(mergedOn) => change({ mergedOn })}
          error={error('mergedOn')}
        />
        <TextField
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
      </div>
    </Dialog>
  );
}
