import type { InputOf } from '../../../../contract/define.ts';
import type { DeskContract } from '../../../../contract/deskContract.ts';
import { type Guidance, PROCEDURES, type Procedure } from '../../../../domain/codes/procedure.ts';
import { type RouteAnswer, RouteQuestion } from '../../../../domain/events/legalRoute.ts';
import { findRoute, proceduresOf } from '../../../../domain/legalRoute.ts';
import { desk } from '../../../app/bridge.ts';
import { useToday } from '../../../stores/session.ts';
import { routeText as words } from '../../../text/legalRoute.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { type Fact, Facts } from '../../../ui/Facts.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField, PickField } from '../../../ui/PickField.tsx';
import { useCommand } from '../../../ui/useCommand.ts';
import { type Fields, useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';
import { RouteQuestions } from './RouteQuestions.tsx';

type Input = Omit<InputOf<DeskContract['handling']['decideRoute']>, 'commandId'>;

const BLANK = {
  decidedOn: '',
  procedure: '' as Procedure | '',
  organ: '',
  materials: '',
  reason: '',
  own: 'no' as keyof typeof words.answers,
  ownBasis: '',
  ownDue: '',
};
export type RouteForm = typeof BLANK & { answers: RouteAnswer[] };

/** 依法分类: the questions of Art.31 one by one, the guidance card of what they lead to, the explanation for the petitioner. */
export function RoutePanel({ view, onClose, onDone }: PanelProps) {
  const today = useToday();
  const decide = useCommand((commandId, input: Input) => desk.handling.decideRoute({ commandId, ...input }));
  const again = view.route !== undefined || view.acceptance !== undefined;
  const fields = useFields<RouteForm>(
    () => ({ ...BLANK, decidedOn: today, answers: [] }),
    {
      labels: { decidedOn: words.decidedOn, reason: words.reason },
      required: ['decidedOn', ...(again ? (['reason'] as const) : [])],
      dates: ['decidedOn', 'ownDue'],
    },
    decide.errors,
  );
  const { values, change, error } = fields;
  const route = findRoute(values.answers)?.route ?? null;
  const save = async () => {
    const read = route && fields.read();
    if (!read) return;
    const { own, ownBasis, ownDue, procedure, ...rest } = read;
    const outside = route !== 6;
    const done = await decide.run({
      ...{ caseId: view.row.caseId, ...rest, procedure: outside ? procedure || null : null },
      organ: outside ? rest.organ : '',
      ...(route === 5 && own === 'yes' && { ownLaw: { basis: ownBasis, due: ownDue } }),
    });
    if (done) onDone(done.papers);
  };
  const setAnswers = (answers: RouteAnswer[]) => change({ answers, procedure: '' });
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      onSave={save}
      saveLabel={route === null || route === 6 ? words.save : words.saveNotice}
      busy={decide.busy}
      error={decide.error}
      width={46}
    >
      <p className="panel-note">{words.note}</p>
      <div className="form-grid">
        <RouteQuestions
          questions={RouteQuestion.options}
          answers={values.answers}
          onChange={setAnswers}
          error={error('answers')}
        />
        {route !== null && <Finding view={view} route={route} fields={fields} />}
        <DateField
          label={words.decidedOn}
          required
          value={values.decidedOn}
          onChange={(decidedOn) => change({ decidedOn })}
          error={error('decidedOn')}
        />
        {again && (
          <TextField
            label={words.reason}
            required
            rows={2}
            maxLength={1000}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            error={error('reason')}
          />
        )}
      </div>
    </Dialog>
  );
}

/** Where the answers lead, and what routes 1 to 5 still need for the explanation. */
function Finding({
  view,
  route,
  fields: { values, change, error },
}: Pick<PanelProps, 'view'> & { route: number; fields: Fields<RouteForm> }) {
  const guidance = values.procedure ? PROCEDURES[values.procedure] : undefined;
  const names = Object.fromEntries(proceduresOf(route).map((p) => [p, PROCEDURES[p].name]));
  return (
    <>
      <Facts facts={findingFacts(route, view.registration.channel, guidance)} />
      {route !== 6 && (
        <>
          <PickField<Procedure>
            label={words.procedure}
            required
            value={values.procedure}
            words={names}
            onChange={(procedure) => change({ procedure })}
            error={error('procedure')}
          />
          <TextField
            label={words.organ}
            required
            maxLength={100}
            value={values.organ}
            onChange={(organ) => change({ organ })}
            error={error('organ')}
            hint={words.organHint}
          />
          <TextField
            label={words.materials}
            maxLength={500}
            value={values.materials}
            onChange={(materials) => change({ materials })}
            error={error('materials')}
          />
        </>
      )}
      {route === 5 && <OwnLaw fields={{ values, change, error }} />}
    </>
  );
}

/** Route 5: a law that names its own period takes the place of the two months. */
function OwnLaw({
  fields: { values, change, error },
}: {
  fields: Pick<Fields<RouteForm>, 'values' | 'change' | 'error'>;
}) {
  return (
    <>
      <ChooseField
        label={words.ownLaw}
        value={values.own}
        words={words.answers}
        onChange={(own) => change({ own })}
        hint={values.own === 'no' ? words.warning : undefined}
      />
      {values.own === 'yes' && (
        <>
          <TextField
            label={words.ownLawBasis}
            required
            maxLength={200}
            value={values.ownBasis}
            onChange={(ownBasis) => change({ ownBasis })}
            error={error('ownBasis') ?? error('ownLaw.basis')}
          />
          <DateField
            label={words.ownLawDue}
            required
            value={values.ownDue}
            onChange={(ownDue) => change({ ownDue })}
            error={error('ownDue') ?? error('ownLaw.due')}
          />
        </>
      )}
    </>
  );
}

function findingFacts(route: number, channel: string, guidance: Guidance | undefined): Fact[] {
  const visit = ['VISIT', 'LEADER_RECEPTION', 'DOWN_VISIT'].includes(channel);
  const { citizen, authority } = guidance ?? {};
  return [
    { term: words.finding, value: words.routes[route - 1], wide: true },
    ...(route === 1
      ? [
          {
            term: words.separation.term,
            value: visit ? words.separation.visit : words.separation.other,
            wide: true,
          },
        ]
      : []),
    ...(route === 6 ? [] : [{ term: words.period, value: words.noSixty, wide: true }]),
    ...(citizen
      ? [{ term: words.citizen, value: words.limit(citizen.limit, citizen.article), wide: true }]
      : []),
    ...(authority
      ? [{ term: words.authority, value: words.limit(authority.limit, authority.article), wide: true }]
      : []),
  ];
}
