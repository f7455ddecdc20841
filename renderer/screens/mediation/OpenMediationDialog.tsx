import { Button } from 'antd';
import type { CaseView } from '../../../contract/cases.ts';
import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import type { DisputeType } from '../../../domain/codes/disputeType.ts';
import { desk } from '../../app/bridge.ts';
import { newId } from '../../stores/commanding.ts';
import { useSession, useToday } from '../../stores/session.ts';
import { disputeWords } from '../../text/dispute.ts';
import { fieldText } from '../../text/field.ts';
import { mediationText } from '../../text/mediation.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DraftNote } from '../../ui/DraftNote.tsx';
import { readDate } from '../../ui/dateText.ts';
import { TextField } from '../../ui/Field.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';
import { useFormDraft } from '../../ui/useFormDraft.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { emptyParty, PartyEditor, type PartyForm } from './PartyEditor.tsx';
import './mediation.css';

const words = mediationText.opening;
type Input = Omit<InputOf<DeskContract['mediation']['open']>, 'commandId'>;

interface Values {
  title: string;
  disputeType: DisputeType | '';
  committee: string;
  mediators: string;
  openedOn: string;
  facts: string;
  parties: PartyForm[];
}

interface Props {
  /** The petition it comes from, or null when the parties came directly. */
  origin: CaseView | null;
  onClose(): void;
  onDone(mediationId: string): void;
}

/** 受理人民调解: who argues about what, who mediates, and that every party consents. */
export function OpenMediationDialog({ origin, onClose, onDone }: Props) {
  const today = useToday();
  const caseId = origin?.row.caseId ?? null;
  const open = useCommand((commandId, input: Input) => desk.mediation.open({ commandId, ...input }));
  const initial = useInitial(origin);
  const fields = useFields<Values>(
    initial,
    {
      labels: { ...words, title: words.disputeTitle },
      required: ['title', 'committee', 'openedOn'],
      dates: ['openedOn'],
      check: (values) => errorsOf(values, today),
    },
    open.errors,
  );
  const { values, change, error } = fields;
  const committee = useQuery(() => desk.unit.get({}), []).value?.committee ?? '';
  const shown = { ...values, committee: values.committee || committee };
  const draft = useFormDraft(
    'mediation',
    caseId ?? 'direct',
    `${words.title} ${values.title}`,
    values,
    change,
  );
  const save = async () => {
    const read = fields.read({ committee: shown.committee });
    const done = read && (await open.run(toInput(read, caseId, today)));
    if (!done) return;
    await draft.discard();
    onDone(done.mediationId);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={open.busy}
      error={open.error}
      width={66}
      extra={<DraftNote draft={draft} onFresh={() => change(initial())} />}
    >
      <div className="panel-scroll">
        <p className="panel-note">
          {origin && words.fromCase(origin.row.number)}
          {words.note}
        </p>
        <div className="form-grid form-two">
          <TextField
            label={words.disputeTitle}
            required
            span={2}
            maxLength={200}
            value={values.title}
            onChange={(title) => change({ title })}
            error={error('title')}
            hint={words.disputeTitleHint}
          />
          <PickField
            label={words.disputeType}
            required
            value={values.disputeType}
            words={disputeWords}
            onChange={(disputeType) => change({ disputeType })}
            error={error('disputeType')}
          />
          <DateField
            label={words.openedOn}
            required
            value={values.openedOn}
            onChange={(openedOn) => change({ openedOn })}
            error={error('openedOn')}
          />
          <TextField
            label={words.committee}
            required
            maxLength={100}
            value={shown.committee}
            onChange={(committee) => change({ committee })}
            error={error('committee')}
          />
          <TextField
            label={words.mediators}
            required
            maxLength={200}
            value={values.mediators}
            onChange={(mediators) => change({ mediators })}
            error={error('mediators')}
            hint={words.mediatorsHint}
          />
          <TextField
            label={words.facts}
            span={2}
            rows={3}
            maxRows={8}
            maxLength={20_000}
            value={values.facts}
            onChange={(facts) => change({ facts })}
            error={error('facts')}
          />
        </div>
        <h3 className="panel-heading">{words.parties}</h3>
        <PartyEditor parties={values.parties} error={error} onChange={(parties) => change({ parties })} />
        <Button onClick={() => change({ parties: [...values.parties, emptyParty(newId(), today)] })}>
          {words.add}
        </Button>
      </div>
    </Dialog>
  );
}

/** An empty form; what the petition already tells is not typed twice. */
function useInitial(origin: CaseView | null): () => Values {
  const today = useToday();
  const user = useSession((s) => s.session?.user);
  const registration = origin?.registration;
  const lead = registration?.petitioners.find((p) => p.lead);
  return () => ({
    title: registration?.title ?? '',
    disputeType: '',
    committee: '',
    mediators: user?.roles.includes('mediator') ? user.name : '',
    openedOn: today,
    facts: registration?.facts ?? '',
    parties: [
      { ...emptyParty('1', today), name: lead?.name ?? '', address: lead?.address ?? '' },
      emptyParty('2', today),
    ],
  });
}

/** Mediators as typed: 顿号, comma or blank between names. */
const namesOf = (text: string): string[] => text.split(/[、，,;；\s]+/).filter(Boolean);

function errorsOf(values: Values, today: string): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!values.disputeType) errors.disputeType = fieldText.choose(words.disputeType);
  if (namesOf(values.mediators).length === 0) errors.mediators = words.mediatorMissing;
  for (const [index, party] of values.parties.entries()) {
    if (!party.name.trim()) errors[`parties.${index}.name`] = fieldText.required(words.name);
    if (!party.consent) errors[`parties.${index}.consents`] = words.consentMissing;
    if (!readDate(party.consentOn, today)) errors[`parties.${index}.consentOn`] = fieldText.unreadableDate;
  }
  return errors;
}

function toInput(values: Values, caseId: string | null, today: string): Input {
  const { mediators, disputeType, parties, ...rest } = values;
  return {
    ...rest,
    caseId,
    disputeType: disputeType as DisputeType,
    mediators: namesOf(mediators),
    parties: parties.map(({ key: _key, consent, phone, idNumber, address, consentOn, ...party }) => ({
      ...party,
      ...(phone.trim() && { phone: phone.trim() }),
      ...(idNumber.trim() && { idNumber: idNumber.trim() }),
      ...(address.trim() && { address: address.trim() }),
      consentOn: readDate(consentOn, today) ?? consentOn,
      consents: consent === 'yes',
    })),
  };
}
