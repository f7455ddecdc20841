import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Petitioner } from '../../domain/person.ts';
import type { Result } from '../../domain/result.ts';
import { caseText } from '../text/case.ts';
import { refusalSentence } from '../text/refusals.ts';
import './tags.css';

const words = caseText.people;
interface FullNumbers {
  phone: string;
  idNumber: string;
}
type Numbers = Record<number, FullNumbers>;

interface Props {
  petitioners: readonly Petitioner[];
  /** Asks for the full numbers of the petitioner at this place. */
  unmask(index: number): Promise<Result<FullNumbers, string>>;
}

/** The petitioners, numbers masked; 显示 fetches the full ones of one person and is logged. */
export function PetitionerTable({ petitioners, unmask }: Props) {
  const [shown, setShown] = useState<Numbers>({});
  const [error, setError] = useState('');
  const show = async (index: number) => {
    const answer = await unmask(index);
    if (answer.ok) setShown((before) => ({ ...before, [index]: answer.value }));
    else setError(refusalSentence(answer.refusal));
  };
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
                  <Button
                    size="small"
                    type="text"
                    icon={<EyeOutlined aria-hidden="true" />}
                    title={words.logged}
                    aria-label={words.showFor(p.name)}
                    onClick={() => void show(index)}
                  >
                    {words.show}
                  </Button>
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
