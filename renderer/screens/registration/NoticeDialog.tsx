import { useState } from 'react';
import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import { desk } from '../../app/bridge.ts';
import type { Saved } from '../../stores/registration.ts';
import { useToday } from '../../stores/session.ts';
import { registrationText } from '../../text/registration.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { readDate } from '../../ui/dateText.ts';
import { TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';

const words = registrationText.notice;
type Input = Omit<InputOf<DeskContract['handling']['giveNotice']>, 'commandId'>;

/** 当场书面告知, filled in: Enter or F9 makes the paper. */
export function NoticeDialog({
  saved,
  onClose,
  onDone,
}: {
  saved: Saved;
  onClose(): void;
  onDone(paperId: string | undefined): void;
}) {
  const today = useToday();
  const [givenOn, setGivenOn] = useState<string>(today);
  const [route, setRoute] = useState(() => proposedRoute(saved.form.purpose));
  const give = useCommand((commandId, input: Input) => desk.handling.giveNotice({ commandId, ...input }));
  const save = async () => {
    const done = await give.run({
      caseId: saved.caseId,
      manner: 'on-the-spot',
      givenOn: readDate(givenOn, today) ?? givenOn,
      method: 'IN_PERSON',
      route,
    });
    if (done) onDone(done.papers[0]?.paperId);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={give.busy}
      error={give.error}
      focusSave
    >
      <div className="form-grid">
        <DateField
          label={words.givenOn}
          required
          value={givenOn}
          error={give.errors.givenOn}
          onChange={setGivenOn}
        />
        <TextField
          label={words.route}
          required
          rows={4}
          maxLength={1000}
          hint={words.routeHint}
          value={route}
          error={give.errors.route}
          onChange={setRoute}
        />
      </div>
    </Dialog>
  );
}

function proposedRoute(purpose: Saved['form']['purpose']): string {
  const { routes } = words;
  if (purpose === 'ACCUSE') return routes.accuse;
  if (purpose === 'SUGGEST' || purpose === 'THANKS') return routes.suggest;
  return purpose === 'ENQUIRY' ? routes.enquiry : routes.own;
}
