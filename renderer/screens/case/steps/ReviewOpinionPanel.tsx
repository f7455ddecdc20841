import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = reviewsText.opinion;
type Input = Omit<InputOf<DeskContract['reviews']['recordOpinion']>, 'commandId'>;

/** What the reviewing organ decided, under its number. */
export function ReviewOpinionPanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: (): Omit<Input, 'caseId'> => ({
      issuedOn: today,
      result: 'UPHOLD',
      documentNumber: '',
      opinion: '',
    }),
    rules: { labels: words, required: ['issuedOn', 'documentNumber', 'opinion'], dates: ['issuedOn'] },
    input: (read) => read,
    send: desk.reviews.recordOpinion,
  });
  const givenBack = values.result === 'REVOKE' || values.result === 'REDO';
  return (
    <Dialog {...dialog}>
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.result}
          required
          value={values.result}
          words={reviewsText.results}
          onChange={(result) => change({ result })}
          hint={givenBack ? words.redo : undefined}
        />
        <TextField
          label={words.documentNumber}
          required
          maxLength={60}
          value={values.documentNumber}
          onChange={(documentNumber) => change({ documentNumber })}
          error={error('documentNumber')}
        />
        <DateField
          label={words.issuedOn}
          required
          value={values.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
          error={error('issuedOn')}
        />
        <TextField
          label={words.opinion}
          required
          rows={4}
          maxRows={12}
          maxLength={20000}
          value={values.opinion}
          onChange={(opinion) => change({ opinion })}
          error={error('opinion')}
        />
      </div>
    </Dialog>
  );
}
