import { Button } from 'antd';
import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import type { Claim } from '../../../../domain/events/handling.ts';
import { desk } from '../../../app/bridge.ts';
import { newId } from '../../../stores/commanding.ts';
import { useSession, useToday } from '../../../stores/session.ts';
import { fieldText } from '../../../text/field.ts';
import { stepText, stepWords } from '../../../text/steps.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { DraftNote } from '../../../ui/DraftNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { useFields } from '../../../ui/useFields.ts';
import { useFormDraft } from '../../../ui/useFormDraft.ts';
import { useQuery } from '../../../ui/useQuery.ts';
import { ClaimEditor, type ClaimForm } from './ClaimEditor.tsx';
import type { PanelProps } from './panelProps.ts';

const words = stepText.opinion;
type Input = Omit<InputOf<DeskContract['handling']['issueOpinion']>, 'commandId'>;
interface Values {
  issuedOn: string;
  signer: string;
  superiorOrgan: string;
  factsFound: string;
  claims: ClaimForm[];
}

/** 处理意见书: facts found, and for every claim an outcome and its legal basis (Art.32). */
export function OpinionPanel({ view, onClose, onDone }: PanelProps) {
  const { caseId, number } = view.row;
  const issue = useCommand((commandId, input: Input) => desk.handling.issueOpinion({ commandId, ...input }));
  const initial = useInitial(view);
  const fields = useFields<Values>(
    initial,
    {
      labels: words,
      required: ['issuedOn', 'signer', 'superiorOrgan', 'factsFound'],
      dates: ['issuedOn'],
      check: claimErrors,
    },
    issue.errors,
  );
  const { values, change, error } = fields;
  const superior = useQuery(() => desk.unit.get({}), []).value?.superiorOrgan ?? '';
  const shown = { ...values, superiorOrgan: values.superiorOrgan || superior };
  const draft = useFormDraft('opinion', caseId, `${stepWords.issueOpinion} ${number}`, values, change);
  const save = async () => {
    const read = fields.read({ superiorOrgan: shown.superiorOrgan });
    const done = read && (await issue.run({ caseId, ...read, claims: read.claims.map(toClaim) }));
    if (!done) return;
    await draft.discard();
    onDone(done.papers);
  };
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={issue.busy}
      error={issue.error}
      width={66}
      keys={{ 'alt+n': () => change({ claims: [...values.claims, emptyClaim()] }) }}
      extra={<DraftNote draft={draft} onFresh={() => change(initial())} />}
    >
      <div className="panel-scroll">
        <p className="panel-note">{words.note}</p>
        <div className="form-grid form-three">
          <DateField
            label={words.issuedOn}
            required
            value={values.issuedOn}
            onChange={(issuedOn) => change({ issuedOn })}
            error={error('issuedOn')}
          />
          <TextField
            label={words.signer}
            required
            maxLength={50}
            value={values.signer}
            onChange={(signer) => change({ signer })}
            error={error('signer')}
          />
          <TextField
            label={words.superiorOrgan}
            required
            maxLength={100}
            value={shown.superiorOrgan}
            onChange={(superiorOrgan) => change({ superiorOrgan })}
            error={error('superiorOrgan')}
            hint={words.superiorOrganHint}
          />
          <TextField
            label={words.factsFound}
            required
            span={3}
            rows={5}
            maxRows={14}
            maxLength={20_000}
            value={values.factsFound}
            onChange={(factsFound) => change({ factsFound })}
            error={error('factsFound')}
            hint={words.factsFoundHint}
          />
        </div>
        <h3 className="panel-heading">{words.claims}</h3>
        <ClaimEditor claims={values.claims} error={error} onChange={(claims) => change({ claims })} />
        <Button onClick={() => change({ claims: [...values.claims, emptyClaim()] })}>{words.add}</Button>
      </div>
    </Dialog>
  );
}

/** Checked before: every claim has its outcome. */
const toClaim = ({ key: _key, outcome, ...rest }: ClaimForm): Claim => ({
  ...rest,
  outcome: outcome as Claim['outcome'],
});

const emptyClaim = (request = ''): ClaimForm => ({
  key: newId(),
  request,
  outcome: '',
  opinion: '',
  basis: '',
});

function useInitial(view: PanelProps['view']): () => Values {
  const today = useToday();
  const user = useSession((s) => s.session?.user);
  return () => ({
    issuedOn: today,
    signer: user?.roles.includes('leader') ? user.name : '',
    superiorOrgan: '',
    factsFound: '',
    claims: [emptyClaim(view.registration.request.slice(0, 1000))],
  });
}

/** Each claim needs its request, outcome, opinion and basis (Art.32). */
function claimErrors({ claims }: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [index, claim] of claims.entries()) {
    for (const name of ['request', 'opinion', 'basis'] as const)
      if (!claim[name].trim()) errors[`claims.${index}.${name}`] = fieldText.required(words[name]);
    if (!claim.outcome) errors[`claims.${index}.outcome`] = fieldText.choose(words.outcome);
  }
  return errors;
}
