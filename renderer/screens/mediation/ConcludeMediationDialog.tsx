import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import type { MediationView } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { useToday } from '../../stores/session.ts';
import { fieldText } from '../../text/field.ts';
import { mediationText } from '../../text/mediation.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftNote } from '../../ui/DraftNote.tsx';
import { readDate } from '../../ui/dateText.ts';
import { TextField } from '../../ui/Field.tsx';
import { ChooseField, PickField } from '../../ui/PickField.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';
import { useFormDraft } from '../../ui/useFormDraft.ts';

const words = mediationText.concluding;
type Input = Omit<InputOf<DeskContract['mediation']['conclude']>, 'commandId'>;
type Outcome = Input['outcome'];
type EndReason = NonNullable<Input['endReason']>;

interface Values {
  outcome: Outcome;
  concludedOn: string;
  terms: string;
  performance: string;
  performBy: string;
  endReason: EndReason | '';
  note: string;
}

interface Props {
  view: MediationView;
  onClose(): void;
  /** The agreement, when one was made. */
  onDone(paperId?: string): void;
}

/** The end of a mediation: agreement with its text, failure (Art.26), or another ending with its reason. */
export function ConcludeMediationDialog({ view, onClose, onDone }: Props) {
  const today = useToday();
  const { mediationId, title } = view.row;
  const conclude = useCommand((commandId, input: Input) => desk.mediation.conclude({ commandId, ...input }));
  const initial = (): Values => ({
    outcome: 'agreement',
    concludedOn: today,
    terms: '',
    performance: '',
    performBy: '',
    endReason: '',
    note: '',
  });
  const fields = useFields<Values>(
    initial,
    { labels: words, required: ['concludedOn'], dates: ['concludedOn'], check: (v) => errorsOf(v, today) },
    conclude.errors,
  );
  const { values, change, error } = fields;
  const draft = useFormDraft('agreement', mediationId, `${words.title} ${title}`, values, change);
  const save = async () => {
    const read = fields.read();
    const done = read && (await conclude.run(toInput(mediationId, read, today)));
    if (!done) return;
    await draft.discard();
    onDone(done.papers[0]?.paperId);
  };
  const agreed = values.outcome === 'agreement';
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={agreed ? words.saveAgreement : words.save}
      busy={conclude.busy}
      error={conclude.error}
      width={56}
      extra={<DraftNote draft={draft} onFresh={() => change(initial())} />}
    >
      <div className="form-grid form-two">
        <ChooseField
          autoFocus
          label={words.outcome}
          required
          value={values.outcome}
          words={words.outcomes}
          onChange={(outcome) => change({ outcome })}
          error={error('outcome')}
        />
        <DateField
          label={words.concludedOn}
          required
          value={values.concludedOn}
          onChange={(concludedOn) => change({ concludedOn })}
          error={error('concludedOn')}
        />
        {agreed ? (
          <AgreementFields values={values} change={change} error={error} />
        ) : (
          <EndingFields values={values} change={change} error={error} />
        )}
      </div>
    </Dialog>
  );
}

interface PartProps {
  values: Values;
  change(part: Partial<Values>): void;
  error(name: string): string | undefined;
}

function AgreementFields({ values, change, error }: PartProps) {
  return (
    <>
      <TextField
        label={words.terms}
        required
        span={2}
        rows={7}
        maxRows={14}
        maxLength={20_000}
        value={values.terms}
        onChange={(terms) => change({ terms })}
        error={error('terms')}
        hint={words.termsHint}
      />
      <TextField
        label={words.performance}
        maxLength={4000}
        value={values.performance}
        onChange={(performance) => change({ performance })}
        error={error('performance')}
        hint={words.performanceHint}
      />
      <DateField
        label={words.performBy}
        value={values.performBy}
        onChange={(performBy) => change({ performBy })}
        error={error('performBy')}
      />
      <p className="panel-note field-span-2">{words.agreementHint}</p>
    </>
  );
}

function EndingFields({ values, change, error }: PartProps) {
  const failed = values.outcome === 'failed';
  return (
    <>
      {!failed && (
        <PickField
          label={words.endReason}
          required
          span={2}
          value={values.endReason}
          words={words.endReasons}
          onChange={(endReason) => change({ endReason })}
          error={error('endReason')}
        />
      )}
      <TextField
        label={failed ? words.noteFailed : words.note}
        required
        span={2}
        rows={4}
        maxRows={10}
        maxLength={4000}
        value={values.note}
        onChange={(note) => change({ note })}
        error={error('note')}
        {...(failed && { hint: words.failedHint })}
      />
    </>
  );
}

function errorsOf(values: Values, today: string): Record<string, string> {
  const errors: Record<string, string> = {};
  if (values.outcome === 'agreement') {
    if (!values.terms.trim()) errors.terms = fieldText.required(words.terms);
    if (values.performBy && !readDate(values.performBy, today)) errors.performBy = fieldText.unreadableDate;
    return errors;
  }
  if (values.outcome === 'ended' && !values.endReason) errors.endReason = fieldText.choose(words.endReason);
  if (!values.note.trim()) errors.note = fieldText.required(words.note);
  return errors;
}

function toInput(mediationId: string, values: Values, today: string): Input {
  const { outcome, concludedOn, note } = values;
  if (outcome !== 'agreement')
    return {
      mediationId,
      outcome,
      concludedOn,
      note,
      ...(values.endReason && { endReason: values.endReason }),
    };
  const performBy = values.performBy ? readDate(values.performBy, today) : null;
  return {
    mediationId,
    outcome,
    concludedOn,
    note,
    terms: values.terms,
    performance: values.performance,
    ...(performBy && { performBy }),
  };
}
