import { Select } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import { desk } from '../../app/bridge.ts';
import type { Saved } from '../../stores/registration.ts';
import { useSession, useToday } from '../../stores/session.ts';
import { registrationText } from '../../text/registration.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { readDate } from '../../ui/dateText.ts';
import { Field, TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';

const words = registrationText.accept;
const ROUTES = words.routes.map((label, index) => ({ value: index + 1, label }));
/** Art.31(6): the route of claims and appeals, with the 60 days. */
const ROUTE_PETITION = 6;
const ROUTE_DUTY = 5;
type Input = Omit<InputOf<DeskContract['handling']['accept']>, 'commandId'>;

/** 受理, right after registering. */
export function AcceptDialog({
  saved,
  onClose,
  onDone,
}: {
  saved: Saved;
  onClose(): void;
  onDone(paperId: string | undefined): void;
}) {
  const today = useToday();
  const organ = useSession((s) => s.session?.unit?.organName ?? '');
  const claims = saved.form.purpose === 'CLAIM' || saved.form.purpose === 'APPEAL';
  const [acceptedOn, setAcceptedOn] = useState<string>(today);
  const [legalRoute, setLegalRoute] = useState(claims ? ROUTE_PETITION : ROUTE_DUTY);
  const [department, setDepartment] = useState(organ);
  const accept = useCommand((commandId, input: Input) => desk.handling.accept({ commandId, ...input }));
  const save = async () => {
    const done = await accept.run({
      caseId: saved.caseId,
      acceptedOn: readDate(acceptedOn, today) ?? acceptedOn,
      legalRoute,
      department,
    });
    if (done) onDone(done.papers[0]?.paperId);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={accept.busy}
      error={accept.error}
      focusSave
    >
      <div className="form-grid">
        <DateField
          label={words.acceptedOn}
          required
          value={acceptedOn}
          error={accept.errors.acceptedOn}
          onChange={setAcceptedOn}
        />
        <Field label={words.legalRoute} required error={accept.errors.legalRoute}>
          {({ status, ...control }) => (
            <Select
              {...control}
              {...(status && { status })}
              value={legalRoute}
              options={ROUTES}
              onChange={setLegalRoute}
            />
          )}
        </Field>
        <TextField
          label={words.department}
          required
          maxLength={100}
          value={department}
          error={accept.errors.department}
          onChange={setDepartment}
        />
      </div>
    </Dialog>
  );
}
