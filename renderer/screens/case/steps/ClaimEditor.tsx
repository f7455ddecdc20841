import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Claim } from '../../../../domain/events/handling.ts';
import { stepText } from '../../../text/steps.ts';
import { TextField } from '../../../ui/Field.tsx';
import { ChooseField } from '../../../ui/PickField.tsx';

const words = stepText.opinion;

/** One claim as typed. */
export interface ClaimForm extends Omit<Claim, 'outcome'> {
  key: string;
  outcome: Claim['outcome'] | '';
}

interface Props {
  claims: readonly ClaimForm[];
  error(name: string): string | undefined;
  onChange(claims: ClaimForm[]): void;
}

/** The petitioner's requests one by one, each with outcome, opinion and legal basis. */
export function ClaimEditor({ claims, error, onChange }: Props) {
  const change = (index: number, part: Partial<ClaimForm>) =>
    onChange(claims.map((claim, i) => (i === index ? { ...claim, ...part } : claim)));
  return claims.map((claim, index) => {
    const n = index + 1;
    const at = (name: keyof ClaimForm) => error(`claims.${index}.${name}`);
    return (
      <fieldset key={claim.key} className="claim">
        <legend>{words.claim(n)}</legend>
        <div className="form-grid">
          <TextField
            label={words.request}
            required
            rows={1}
            maxRows={4}
            maxLength={1000}
            value={claim.request}
            onChange={(request) => change(index, { request })}
            error={at('request')}
          />
          <ChooseField
            label={words.outcome}
            required
            value={claim.outcome}
            words={words.outcomes}
            onChange={(outcome) => change(index, { outcome })}
            error={at('outcome')}
          />
          <TextField
            label={words.opinion}
            required
            rows={2}
            maxRows={8}
            maxLength={4000}
            value={claim.opinion}
            onChange={(opinion) => change(index, { opinion })}
            error={at('opinion')}
          />
          <TextField
            label={words.basis}
            required
            rows={1}
            maxRows={4}
            maxLength={1000}
            value={claim.basis}
            onChange={(basis) => change(index, { basis })}
            error={at('basis')}
            hint={words.basisHint}
          />
        </div>
        {claims.length > 1 && (
          <Button
            type="text"
            size="small"
            className="claim-remove"
            icon={<DeleteOutlined aria-hidden="true" />}
            onClick={() => onChange(claims.filter((c) => c.key !== claim.key))}
          >
            {words.remove(n)}
          </Button>
        )}
      </fieldset>
    );
  });
}
