import { Checkbox } from 'antd';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { SIMPLE_GROUND_NAMES } from '../../../../domain/codes/simpleGround.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.simple;
type Input = Omit<InputOf<DeskContract['handling']['chooseSimple']>, 'commandId'>;
/** What only a person can judge; the desk refuses where one of them is not so. */
const JUDGED = ['firstTime', 'supportable', 'singleUnit'] as const;

/** 简易办理: the ground, and what a person has to judge. */
export function SimplePanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: (): Omit<Input, 'caseId'> => ({
      ...{ ground: 'CLEAR', chosenOn: today },
      ...{ firstTime: false, supportable: false, singleUnit: false },
    }),
    rules: { labels: words, required: ['chosenOn'], dates: ['chosenOn'] },
    input: (read) => read,
    send: desk.handling.chooseSimple,
  });
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <PickField<Input['ground']>
          autoFocus
          label={words.ground}
          required
          value={values.ground}
          words={SIMPLE_GROUND_NAMES}
          onChange={(ground) => change({ ground })}
          error={error('ground')}
        />
        {JUDGED.map((name) => (
          <Field key={name} label="" error={error(name)}>
            {({ id, 'aria-describedby': describedBy }) => (
              <Checkbox
                id={id}
                aria-describedby={describedBy}
                checked={values[name]}
                onChange={(event) => change({ [name]: event.target.checked })}
              >
                {words[name]}
              </Checkbox>
            )}
          </Field>
        ))}
        <DateField
          label={words.chosenOn}
          required
          value={values.chosenOn}
          onChange={(chosenOn) => change({ chosenOn })}
          error={error('chosenOn')}
        />
      </div>
    </Dialog>
  );
}
