import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.resolution;
type Input = Omit<InputOf<DeskContract['handling']['recordResolution']>, 'commandId'>;

/** 化解, beside 办结. */
export function ResolutionPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: (): Omit<Input, 'caseId'> => ({ resolution: 'solved', recordedOn: today, note: '' }),
    rules: {
      labels: { recordedOn: words.recordedOn, note: words.detail },
      required: ['recordedOn', 'note'],
      dates: ['recordedOn'],
    },
    input: (read) => read,
    send: desk.handling.recordResolution,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.resolution}
          required
          value={values.resolution}
          words={words.resolutions}
          onChange={(resolution) => change({ resolution })}
          error={error('resolution')}
        />
        <DateField
          label={words.recordedOn}
          required
          value={values.recordedOn}
          onChange={(recordedOn) => change({ recordedOn })}
          error={error('recordedOn')}
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
