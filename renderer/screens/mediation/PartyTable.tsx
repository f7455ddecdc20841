import type { MediationView } from '../../../contract/mediation.ts';
import { desk } from '../../app/bridge.ts';
import { caseText } from '../../text/case.ts';
import { mediationText } from '../../text/mediation.ts';
import { ShowNumbers, useFullNumbers } from '../../ui/FullNumbers.tsx';

const words = mediationText.page;
const { empty } = caseText.people;

/** The parties with their consent; numbers masked, 显示 fetches the full ones of one party and is logged. */
export function PartyTable({ view }: { view: MediationView }) {
  const { mediationId } = view.row;
  const { shown, error, show } = useFullNumbers((index) => desk.mediation.unmask({ mediationId, index }));
  const { manners } = mediationText.opening;
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            {(['name', 'phone', 'idNumber', 'address', 'consent'] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {view.parties.map((party, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parties have no other name than their place
            <tr key={index}>
              <th scope="row">{party.name}</th>
              <td className="figures">{shown[index]?.phone || party.phone || empty}</td>
              <td className="figures">{shown[index]?.idNumber || party.idNumber || empty}</td>
              <td>{party.address || empty}</td>
              <td className="figures">{words.consent(manners[party.consentManner], party.consentOn)}</td>
              <td className="plain-actions">
                {!shown[index] && (party.phone || party.idNumber) && (
                  <ShowNumbers name={party.name} onShow={() => void show(index)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
