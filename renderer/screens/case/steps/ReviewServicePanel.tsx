import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { reviewsText } from '../../../text/reviews.ts';
import { serviceWords } from '../../../text/service.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = reviewsText.service;
type Input = Omit<InputOf<DeskContract['reviews']['serveOpinion']>, 'commandId'>;

/** The petitioner has the opinion of the reviewing organ; after the 复核 nothing more comes. */
export function ReviewServicePanel(props: PanelProps) {
  const today = useToday();
  const lead = props.view.registration.petitioners.find((p) => p.lead)?.name ?? '';
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: (): Omit<Input, 'caseId'> => ({ servedOn: today, method: 'IN_PERSON', receivedBy: lead }),
    rules: { labels: words, required: ['servedOn', 'receivedBy'], dates: ['servedOn'] },
    input: (read) => read,
    send: desk.reviews.serveOpinion,
  });
  return (
    <Dialog {...dialog}>
      {props.view.reviews?.at(-1)?.stage === 'reexamination' && <p className="panel-note">{words.note}</p>}
      <div className="form-grid">
        <DateField
          autoFocus
          label={words.servedOn}
          required
          value={values.servedOn}
          onChange={(servedOn) => change({ servedOn })}
          error={error('servedOn')}
        />
        <PickField<Input['method']>
          label={words.method}
          required
          value={values.method}
          words={serviceWords}
          onChange={(method) => change({ method })}
          error={error('method')}
        />
        <TextField
          label={words.receivedBy}
          required
          maxLength={50}
          value={values.receivedBy}
          onChange={(receivedBy) => change({ receivedBy })}
          error={error('receivedBy')}
        />
      </div>
    </Dialog>
  );
}
