import type { MediationView } from '../../../contract/mediation.ts';
import { agreementText as words } from '../../text/agreement.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { Section } from '../../ui/Page.tsx';

type After = NonNullable<MediationView['after']>;

/** What followed an agreement, a line each, and what is to come. */
export function AfterAgreement({ after }: { after: After }) {
  const { confirmationDue, nextRevisit, applied } = after;
  return (
    <Section title={words.section}>
      {confirmationDue && !applied && <p className="panel-note">{words.confirmationDue(confirmationDue)}</p>}
      {nextRevisit && <p className="panel-note">{words.nextRevisit(nextRevisit)}</p>}
      <Facts facts={[...court(after), ...kept(after)]} />
    </Section>
  );
}

const court = ({ applied, decided }: After): Fact[] => [
  ...(applied
    ? [{ term: words.kinds.application, value: `${applied.appliedOn} ${applied.court}`, wide: true }]
    : []),
  ...(decided
    ? [
        {
          term: words.kinds.ruling,
          value: `${decided.decidedOn} ${words.confirmeds[decided.confirmed ? 'yes' : 'no']} ${decided.documentNumber}`,
          wide: true,
        },
      ]
    : []),
];

const kept = ({ performances, revisits }: After): Fact[] => [
  ...performances.map(({ performedOn, what, complete }) => ({
    term: words.kinds.performance,
    value: `${performedOn} ${what}（${words.completes[complete ? 'yes' : 'no']}）`,
    wide: true,
  })),
  ...revisits.map(({ revisitedOn, found, note }) => ({
    term: words.kinds.revisit,
    value: `${revisitedOn} ${words.founds[found]}：${note}`,
    wide: true,
  })),
];
