import type { MediationRow } from '../../../contract/mediation.ts';
import { mediationText } from '../../text/mediation.ts';
import '../../ui/tags.css';

const KINDS: Record<MediationRow['state'], string> = {
  mediating: 'plain',
  agreement: 'green',
  failed: 'orange',
  ended: 'done',
};

/** How far a mediation has come. */
export function MediationStateTag({ state }: { state: MediationRow['state'] }) {
  return <span className={`tag tag-${KINDS[state]}`}>{mediationText.states[state]}</span>;
}
