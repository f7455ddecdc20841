import type { Registration } from '../../domain/events/registration.ts';
import { caseText } from '../text/case.ts';
import { channelWords, purposeWords } from '../text/words.ts';
import { categoryName } from './categoryName.ts';
import { type Fact, Facts } from './Facts.tsx';
import type { Unmask } from './FullNumbers.tsx';
import { type Handled, HandlingFacts } from './HandlingFacts.tsx';
import { LongText } from './LongText.tsx';
import { PetitionerTable } from './PetitionerTable.tsx';
import { dateTime } from './times.ts';
import './panes.css';
import './tags.css';
import './caseParts.css';

const words = caseText.basics;
/** 集体访 begins with five persons (DOMAIN 5.3). */
const GROUP = 5;

interface Props {
  registration: Registration;
  registeredBy: string;
  registeredAt: string;
  unitName: string;
  handled: Handled;
  unmask: Unmask;
  onMediation?(mediationId: string): void;
}

/** What was registered: the matter, the people (masked), and in short what was done about it. */
export function CaseBasics(props: Props) {
  const { registration: r, handled, unmask, onMediation } = props;
  return (
    <div className="basics">
      <section aria-label={words.matter}>
        <Facts facts={matter(props)} />
        <LongText level={2} title={words.facts} text={r.facts.trim() ? r.facts : words.none} />
        <LongText level={2} title={words.request} text={r.request.trim() ? r.request : words.none} />
      </section>
      <section aria-label={words.people}>
        <h2 className="basics-title">
          {words.people}
          <small className="basics-aside">
            {words.persons(r.personsPresent)}
            {r.personsPresent >= GROUP && ` · ${words.group}`}
            {r.anonymous && ` · ${words.anonymous}`}
            {r.addressUnclear && ` · ${words.addressUnclear}`}
          </small>
        </h2>
        <PetitionerTable petitioners={r.petitioners} unmask={unmask} />
      </section>
      <HandlingFacts view={handled} {...(onMediation && { onMediation })} />
    </div>
  );
}

function matter({ registration: r, registeredBy, registeredAt, unitName }: Props): Fact[] {
  return [
    { term: words.title, value: r.title, wide: true },
    { term: words.channel, value: channelWords[r.channel] },
    { term: words.receivedOn, value: r.receivedOn, figures: true },
    { term: words.purpose, value: purposeWords[r.purpose]?.label ?? r.purpose },
    { term: words.category, value: categoryName(r.category) },
    { term: words.place, value: r.place.name },
    { term: words.accusedUnit, value: r.accusedUnit },
    { term: words.externalNumber, value: r.externalNumber, figures: true },
    { term: words.registeredBy, value: words.by(registeredBy, dateTime(registeredAt), unitName), wide: true },
  ];
}
