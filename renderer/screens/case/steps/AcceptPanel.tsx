import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useSession, useToday } from '../../../stores/session.ts';
import { registrationText } from '../../../text/registration.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.accept;
/** Items 1 to 6 of Art.31 by their number. */
const ROUTES = Object.fromEntries(registrationText.accept.routes.map((label, i) => [String(i + 1), label]));
type Input = Omit<InputOf<DeskContract['handling']['accept']>, 'commandId'>;

/** 受理 by this organ; only route 6 starts the 60 days. */
export function AcceptPanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const organ = useSession((s) => s.session?.unit?.organName ?? '');
  const accept = useCommand((commandId, input: Input) => desk.handling.accept({ commandId, ...input }));
  const { purpose } = view.registration;
  const fields = useFields(
    () => ({
      acceptedOn: today as string,
      legalRoute: view.route
        ? String(view.route.route)
        : purpose === 'CLAIM' || purpose === 'APPEAL'
          ? '6'
          : '5',
      department: organ,
    }),
    { labels: words, required: ['acceptedOn', 'department'], dates: ['acceptedOn'] },
    accept.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const done = await accept.run({ caseId: view.row.caseId, ...read, legalRoute: Number(read.legalRoute) });
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={accept.busy}
      error={accept.error}
    >
      <div className="form-grid">
        <DateField
          label={words.acceptedOn}
          required
          value={values.acceptedOn}
          onChange={(acceptedOn) => change({ acceptedOn })}
          error={error('acceptedOn')}
        />
        <PickField
          label={words.legalRoute}
          required
          value={values.legalRoute}
          words={ROUTES}
          onChange={(legalRoute) => change({ legalRoute })}
          error={error('legalRoute')}
          hint={words.legalRouteHint}
        />
        <TextField
          label={words.department}
          required
          maxLength={100}
          value={values.department}
          onChange={(department) => change({ department })}
          error={error('department')}
        />
      </div>
    </Dialog>
  );
}
