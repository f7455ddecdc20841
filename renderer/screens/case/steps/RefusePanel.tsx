import { isNoMore, REFUSAL_REASONS, RefusalReason } from '../../../../domain/codes/refusalReason.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import type { PanelProps } from './panelProps.ts';
import { useStepForm } from './useStepForm.ts';

const words = stepText.refuse;

const REASONS = Object.fromEntries(
  RefusalReason.options.map((reason) => [reason, REFUSAL_REASONS[reason].text]),
);

/** 不予受理, 不再受理 by a leader: the reason of the law, and where to go or what ended the matter. */
export function RefusePanel(props: PanelProps) {
  const today = useToday();
  const { values, change, error, dialog } = useStepForm(props, words, {
    initial: () => ({
      ...{ reason: '' as RefusalReason | '', organ: '', refusedOn: today as string, note: '' },
      ...{ number: '', on: '' },
    }),
    rules: { labels: words, required: ['reason', 'organ', 'refusedOn'], dates: ['refusedOn', 'on'] },
    input: ({ reason, number, on, ...rest }) =>
      reason
        ? { ...rest, reason, ...(isNoMore(reason) && (number || on) && { document: { number, on } }) }
        : null,
    send: desk.handling.refuseAcceptance,
  });
  const noMore = values.reason !== '' && isNoMore(values.reason);
  return (
    <Dialog {...dialog}>
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <PickField<RefusalReason>
          autoFocus
          label={words.reason}
          required
          value={values.reason}
          words={REASONS}
          onChange={(reason) => change({ reason })}
          error={error('reason')}
        />
        <TextField
          label={words.organ}
          required
          maxLength={100}
          value={values.organ}
          onChange={(organ) => change({ organ })}
          error={error('organ')}
          hint={noMore ? words.organHints.noMore : words.organHints.reject}
        />
        {noMore && (
          <>
            <TextField
              label={words.number}
              required
              maxLength={60}
              value={values.number}
              onChange={(number) => change({ number })}
              error={error('number') ?? error('document') ?? error('document.number')}
            />
            <DateField
              label={words.on}
              required
              value={values.on}
              onChange={(on) => change({ on })}
              error={error('on') ?? error('document.on')}
            />
          </>
        )}
        <DateField
          label={words.refusedOn}
          required
          value={values.refusedOn}
          onChange={(refusedOn) => change({ refusedOn })}
          error={error('refusedOn')}
        />
        <TextField
          label={words.detail}
          rows={2}
          maxLength={1000}
          value={values.note}
          onChange={(note) => change({ note })}
          error={error('note')}
          hint={words.detailHint}
        />
      </div>
    </Dialog>
  );
}
