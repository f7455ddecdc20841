import { Button } from 'antd';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { registrationText } from '../../../text/registration.ts';
import { serviceWords } from '../../../text/service.ts';
import { stepText } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField, PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

const words = stepText.notice;
const routes = registrationText.notice.routes;
type Input = Omit<InputOf<DeskContract['handling']['giveNotice']>, 'commandId'>;
type Values = Omit<Input, 'caseId'>;

/** 书面告知: on the spot or within 15 days, in words the petitioner reads. */
export function NoticePanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const give = useCommand((commandId, input: Input) => desk.handling.giveNotice({ commandId, ...input }));
  const fields = useFields<Values>(
    () => ({
      manner: view.row.receivedOn === today ? 'on-the-spot' : 'later',
      givenOn: today,
      method: 'IN_PERSON',
      route: routes[templateOf(view.registration.purpose)],
    }),
    { labels: words, required: ['givenOn', 'route'], dates: ['givenOn'] },
    give.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    const done = read && (await give.run({ caseId: view.row.caseId, ...read }));
    if (done) onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={give.busy}
      error={give.error}
      width={46}
    >
      <div className="form-grid">
        <ChooseField
          autoFocus
          label={words.manner}
          value={values.manner}
          words={words.manners}
          onChange={(manner) => change({ manner })}
          error={error('manner')}
        />
        <DateField
          label={words.givenOn}
          required
          value={values.givenOn}
          onChange={(givenOn) => change({ givenOn })}
          error={error('givenOn')}
        />
        <PickField
          label={words.method}
          value={values.method}
          words={serviceWords}
          onChange={(method) => change({ method })}
          error={error('method')}
        />
        <TextField
          label={words.route}
          required
          rows={4}
          maxRows={10}
          maxLength={1000}
          value={values.route}
          onChange={(route) => change({ route })}
          error={error('route')}
          hint={words.routeHint}
        />
        <div className="templates">
          <span>{words.fill}</span>
          {(Object.keys(words.templates) as (keyof typeof words.templates)[]).map((name) => (
            <Button key={name} size="small" tabIndex={-1} onClick={() => change({ route: routes[name] })}>
              {words.templates[name]}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function templateOf(purpose: string): keyof typeof routes {
  if (purpose === 'ACCUSE') return 'accuse';
  if (purpose === 'SUGGEST' || purpose === 'THANKS') return 'suggest';
  return purpose === 'ENQUIRY' ? 'enquiry' : 'own';
}
