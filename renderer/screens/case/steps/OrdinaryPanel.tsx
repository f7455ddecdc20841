import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.ordinary;

/** Back from 简易办理 to the ordinary procedure. */
export function OrdinaryPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ resumedOn: today as string, reason: '' }),
    rules: { labels: words, required: ['resumedOn', 'reason'], dates: ['resumedOn'] },
    input: (read) => read,
    send: desk.handling.resumeOrdinary,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <TextField
          autoFocus
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
        <DateField
          label={words.resumedOn}
          required
          value={values.resumedOn}
          onChange={(resumedOn) => change({ resumedOn })}
          error={error('resumedOn')}
        />
      </div>
    </Dialog>
  );
}
