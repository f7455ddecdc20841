import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { InputOf } from '../../contract/define.ts';
import { useToday } from '../stores/session.ts';
import { bureauText } from '../text/bureau.ts';
import { fieldText } from '../text/field.ts';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { readDate } from '../ui/dateText.ts';
import { TextField } from '../ui/Field.tsx';
import { ChooseField } from '../ui/PickField.tsx';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { UnitPick } from './UnitPick.tsx';
import { useSend } from './useSend.ts';

const words = bureauText.assign;
type Input = Omit<InputOf<BureauContract['cases']['assign']>, 'commandId'>;
type Manner = Input['manner'];

interface Props {
  caseId: string;
  onClose(): void;
  onDone(): void;
}

/** 转送 without, 交办 with a report date (Art.22), to a town or another unit. */
export function AssignDialog({ caseId, onClose, onDone }: Props) {
  const today = useToday();
  const assign = useSend((commandId, input: Input) => bureau.cases.assign({ commandId, ...input }));
  const fields = useFields(
    {
      manner: 'assign' as Manner,
      toUnit: '',
      reportDue: '',
      requirement: words.templates.assign as string,
      documentNumber: '',
    },
    {
      labels: words,
      check: ({ manner, toUnit, reportDue }): Record<string, string> => ({
        ...(!toUnit && { toUnit: fieldText.choose(words.toUnit) }),
        ...(manner === 'assign' &&
          !readDate(reportDue, today) && {
            reportDue: reportDue ? fieldText.unreadableDate : fieldText.required(words.reportDue),
          }),
      }),
    },
    assign.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { documentNumber, ...rest } = read;
    const reportDue = read.manner === 'assign' ? readDate(read.reportDue, today) : null;
    const done = await assign.run({
      caseId,
      ...rest,
      reportDue,
      ...(documentNumber.trim() && { documentNumber: documentNumber.trim() }),
    });
    if (done) onDone();
  };
  const turn = (manner: Manner) => {
    const untouched = Object.values<string>(words.templates).includes(values.requirement);
    change({ manner, ...(untouched && { requirement: words.templates[manner] }) });
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={assign.busy}
      error={assign.error}
      width={46}
    >
      <div className="form-grid">
        <UnitPick
          label={words.toUnit}
          required
          value={values.toUnit}
          onChange={(toUnit) => change({ toUnit })}
          error={error('toUnit')}
          hint={words.toUnitHint}
        />
        <ChooseField
          label={words.manner}
          required
          value={values.manner}
          words={words.manners}
          onChange={turn}
          error={error('manner')}
        />
        {values.manner === 'assign' && (
          <DateField
            label={words.reportDue}
            required
            value={values.reportDue}
            onChange={(reportDue) => change({ reportDue })}
            error={error('reportDue')}
            hint={words.reportDueHint}
          />
        )}
        <TextField
          label={words.requirement}
          rows={4}
          maxRows={10}
          maxLength={2000}
          value={values.requirement}
          onChange={(requirement) => change({ requirement })}
          error={error('requirement')}
          hint={words.requirementHint}
        />
        <TextField
          label={words.documentNumber}
          maxLength={60}
          value={values.documentNumber}
          onChange={(documentNumber) => change({ documentNumber })}
          error={error('documentNumber')}
          hint={words.documentNumberHint}
        />
      </div>
    </Dialog>
  );
}
