import type { Petitioner } from '../../domain/person.ts';
import { caseText } from '../text/case.ts';
import { ShowNumbers, type Unmask, useFullNumbers } from './FullNumbers.tsx';
import './tags.css';

const words = caseText.people;

interface Props {
  petitioners: readonly Petitioner[];
  unmask: Unmask;
}

/** The petitioners, numbers masked; 显示 fetches the full ones of one person and is logged. */
export function PetitionerTable({ petitioners, unmask }: Props) {
  const { shown, error, show } = useFullNumbers(unmask);
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            {(['name', 'sex', 'birthDate', 'phone', 'idNumber', 'address'] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {petitioners.map((p, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the contract names petitioners by their place
            <tr key={index}>
              <th scope="row">
                {p.name}
                {p.lead && <span className="tag tag-plain row-mark">{words.lead}</span>}
                {p.representative && <span className="tag tag-done row-mark">{words.representative}</span>}
              </th>
              <td>{p.sex ? words.sexes[p.sex] : words.empty}</td>
              <td className="figures">{p.birthDate ?? words.empty}</td>
              <td className="figures">{shown[index]?.phone || p.phone || words.empty}</td>
              <td className="figures">{shown[index]?.idNumber || p.idNumber || words.empty}</td>
              <td>{p.address ?? words.empty}</td>
              <td className="plain-actions">
                {!shown[index] && (p.phone || p.idNumber) && (
                  <ShowNumbers name={p.name} onShow={() => void show(index)} />
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
