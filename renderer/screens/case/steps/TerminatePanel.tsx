import { TERMINATION_NAMES, type TerminationGround } from '../../../../domain/codes/ending.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.terminate;

/** 撤回, 终结 by a leader: why the case ends without a decision on the matter. */
export function TerminatePanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({ ground: '' as TerminationGround | '', terminatedOn: today as string, note: '' }),
    rules: {
      labels: { ...words, note: words.detail },
      required: ['ground', 'terminatedOn', 'note'],
      dates: ['terminatedOn'],
    },
    input: ({ ground, ...rest }) => (ground ? { ...rest, ground } : null),
    send: desk.handling.terminate,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <PickField<TerminationGround>
          autoFocus
          label={words.ground}
          required
          value={values.ground}
          words={TERMINATION_NAMES}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        <DateField
          label={words.terminatedOn}
          required
          value={values.terminatedOn}
          onChange={(terminatedOn) => change({ terminatedOn })}
          error={error('terminatedOn')}
        />
        <TextField
          label={words.detail}
          required
          rows={3}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
          hint={words.detailHint}
        />
      </div>
    </Dialog>
  );
}
