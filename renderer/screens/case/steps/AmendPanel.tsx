import { Button } from 'antd';
import { useState } from 'react';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import type { Amendment } from '../../../../domain/events/registration.ts';
import type { Petitioner } from '../../../../domain/person.ts';
import { desk } from '../../../app/bridge.ts';
import { useSession } from '../../../stores/session.ts';
import { refusalSentence } from '../../../text/refusals.ts';
import { registrationText } from '../../../text/registration.ts';
import { stepText } from '../../../text/steps.ts';
import { CategoryField } from '../../../ui/CategoryField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { normaliseWidth } from '../../../ui/dateText.ts';
import { TextField } from '../../../ui/Field.tsx';
import { PlaceField } from '../../../ui/PlaceField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import { PeopleEditor } from './PeopleEditor.tsx';
import type { PanelProps } from './panelProps.ts';

const words = stepText.amend;
type Input = Omit<InputOf<DeskContract['registration']['amend']>, 'commandId'>;

/** 更正登记: what was written down wrongly, with the reason; the first record stays readable. */
export function AmendPanel({ view, onClose, onDone }: PanelProps) {
  const unitCode = useSession((s) => s.session?.unit?.code ?? '');
  const { registration: r } = view;
  // As the window was opened: after a lost answer the page is new, and the same changes must be sent again.
  const [before] = useState({
    title: r.title,
    category: r.category,
    place: r.place,
    facts: r.facts,
    request: r.request,
    personsPresent: String(r.personsPresent),
    externalNumber: r.externalNumber ?? '',
  });
  const people = usePeople(view);
  const amend = useCommand(
    (commandId, input: Input) => desk.registration.amend({ commandId, ...input }),
    (field) => field.replace(/^changes\./, '').replace(/^place\..*/, 'place'),
  );
  const fields = useFields(
    { ...before, petitioners: null as Petitioner[] | null, reason: '' },
    { labels: { ...words.fields, reason: words.reason }, required: ['title', 'reason'], check: wrong },
    amend.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const { reason, petitioners, ...after } = read;
    const changes = {
      ...changed(before, after),
      ...(petitioners && JSON.stringify(petitioners) !== JSON.stringify(people.full) && { petitioners }),
    };
    const done = await amend.run({ caseId: view.row.caseId, changes, reason });
    if (done) onDone([]);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={amend.busy}
      error={amend.error}
      width={60}
    >
      <div className="panel-scroll">
        <div className="form-grid form-two">
          <TextField
            label={words.fields.title}
            required
            span={2}
            maxLength={200}
            value={values.title}
            onChange={(title) => change({ title })}
            error={error('title')}
          />
          <CategoryField
            label={words.fields.category}
            value={values.category}
            onChange={(category) => change({ category })}
            error={error('category')}
          />
          <PlaceField
            label={words.fields.place}
            required
            free
            near={unitCode}
            value={values.place}
            onChange={(place) => change({ place })}
            error={error('place')}
          />
          <TextField
            label={words.fields.personsPresent}
            required
            value={values.personsPresent}
            onChange={(personsPresent) => change({ personsPresent })}
            error={error('personsPresent')}
          />
          <TextField
            label={words.fields.externalNumber}
            maxLength={40}
            value={values.externalNumber}
            onChange={(externalNumber) => change({ externalNumber })}
            error={error('externalNumber')}
          />
          <TextField
            label={words.fields.facts}
            span={2}
            rows={4}
            maxRows={10}
            maxLength={20_000}
            value={values.facts}
            onChange={(facts) => change({ facts })}
            error={error('facts')}
          />
          <TextField
            label={words.fields.request}
            span={2}
            rows={2}
            maxRows={6}
            maxLength={4000}
            value={values.request}
            onChange={(request) => change({ request })}
            error={error('request')}
          />
          <TextField
            label={words.reason}
            required
            span={2}
            maxLength={500}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            error={
              error('reason') ??
              (amend.refusal?.code === 'nothing-changed' ? refusalSentence(amend.refusal) : undefined)
            }
            hint={words.reasonHint}
          />
        </div>
        {values.petitioners ? (
          <PeopleEditor
            petitioners={values.petitioners}
            error={error}
            onChange={(petitioners) => change({ petitioners })}
          />
        ) : (
          <div className="panel-more">
            <Button
              onClick={() => void people.load().then((full) => full && change({ petitioners: full }))}
              loading={people.busy}
            >
              {words.showPeople}
            </Button>
            <span className="field-hint">{people.error ?? words.showPeopleHint}</span>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** The petitioners with their full numbers, fetched (and logged) only when somebody wants to correct them. */
function usePeople(view: PanelProps['view']) {
  const [state, setState] = useState<{ busy: boolean; full?: Petitioner[]; error?: string }>({ busy: false });
  const load = async (): Promise<Petitioner[] | undefined> => {
    setState({ busy: true });
    const full: Petitioner[] = [];
    for (const [index, person] of view.registration.petitioners.entries()) {
      const answer = await desk.cases.unmask({ caseId: view.row.caseId, index });
      if (!answer.ok) {
        setState({ busy: false, error: refusalSentence(answer.refusal) });
        return undefined;
      }
      const { phone, idNumber } = answer.value;
      full.push({ ...person, ...(phone && { phone }), ...(idNumber && { idNumber }) });
    }
    setState({ busy: false, full });
    return full;
  };
  return { ...state, load };
}

type Values = Record<
  'title' | 'category' | 'facts' | 'request' | 'personsPresent' | 'externalNumber',
  string
> & {
  place: { code: string; name: string };
};

/** Only what differs is sent; the desk refuses an amendment without any difference. */
function changed(before: Values, after: Values): Amendment {
  const differs = <K extends keyof Values>(key: K) =>
    JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  return {
    ...(differs('title') && { title: after.title }),
    ...(differs('category') && { category: after.category }),
    ...(differs('place') && { place: after.place }),
    ...(differs('facts') && { facts: after.facts }),
    ...(differs('request') && { request: after.request }),
    ...(differs('personsPresent') && { personsPresent: Number(normaliseWidth(after.personsPresent)) }),
    ...(differs('externalNumber') && { externalNumber: after.externalNumber }),
  };
}

function wrong(values: { personsPresent: string; petitioners: Petitioner[] | null }): Record<string, string> {
  const { personsPresent, petitioners } = values;
  const nameless = (petitioners ?? []).findIndex((p) => !p.name.trim());
  if (nameless >= 0) return { [`petitioners.${nameless}.name`]: registrationText.nameMissing };
  return /^[1-9]\d{0,3}$/.test(normaliseWidth(personsPresent))
    ? {}
    : { personsPresent: registrationText.notANumber };
}
