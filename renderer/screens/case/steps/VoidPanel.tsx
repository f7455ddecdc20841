import { VOID_NAMES, type VoidGround } from '../../../../domain/codes/ending.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.void;

/** 作废 by a leader, with the reason; the case stays readable. */
export function VoidPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ ground: '' as VoidGround | '', voidedOn: today as string, reason: '' }),
    rules: { labels: words, required: ['ground', 'voidedOn', 'reason'], dates: ['voidedOn'] },
    input: ({ ground, ...rest }) => (ground ? { ...rest, ground } : null),
    send: desk.handling.voidRegistration,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <PickField<VoidGround>
          autoFocus
          label={words.ground}
          required
          value={values.ground}
          words={VOID_NAMES}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        <DateField
          label={words.voidedOn}
          required
          value={values.voidedOn}
          onChange={(voidedOn) => change({ voidedOn })}
          error={error('voidedOn')}
        />
        <TextField
          label={words.reason}
          required
          rows={3}
          maxLength={1000}
          value={values.reason}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
          hint={words.reasonHint}
        />
      </div>
    </Dialog>
  );
}
