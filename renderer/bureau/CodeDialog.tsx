import { Button } from 'antd';
import { useState } from 'react';
import type { BureauContract } from '../../contract/bureauConsole.ts';
import type { OutputOf } from '../../contract/define.ts';
import { bureauText } from '../text/bureau.ts';
import { fieldText } from '../text/field.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { normaliseWidth } from '../ui/dateText.ts';
import { TextField } from '../ui/Field.tsx';
import { dateTime } from '../ui/times.ts';
import { useFields } from '../ui/useFields.ts';
import { bureau } from './consoleClient.ts';
import { UnitPick } from './UnitPick.tsx';
import { useSend } from './useSend.ts';

const words = bureauText.codes;
type Made = OutputOf<BureauContract['desks']['createCode']>;

/** Makes a one-time code for a unit and shows it, once, with the address to type beside it. */
export function CodeDialog({ onClose }: { onClose(): void }) {
  const [made, setMade] = useState<Made>();
  const create = useSend((commandId, input: { unit: string; days: number }) =>
    bureau.desks.createCode({ commandId, ...input }),
  );
  const fields = useFields(
    { unit: '', days: '7' },
    {
      labels: words,
      check: ({ unit, days }): Record<string, string> => ({
        ...(!unit && { unit: fieldText.choose(words.unit) }),
        ...(!isDays(days) && { days: words.notDays }),
      }),
    },
    create.errors,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (!read) return;
    const done = await create.run({ unit: read.unit, days: Number(normaliseWidth(read.days)) });
    if (done) setMade(done);
  };
  if (made) return <MadeDialog made={made} onClose={onClose} />;
  return (
    <Dialog
      title={words.create}
      onClose={onClose}
      onSave={save}
      saveLabel={words.save}
      busy={create.busy}
      error={create.error}
    >
      <div className="form-grid">
        <UnitPick
          label={words.unit}
          required
          value={values.unit}
          onChange={(unit) => change({ unit })}
          error={error('unit')}
        />
        <TextField
          label={words.days}
          required
          value={values.days}
          onChange={(days) => change({ days })}
          error={error('days')}
          hint={words.daysHint}
        />
      </div>
    </Dialog>
  );
}

function isDays(text: string): boolean {
  const days = Number(normaliseWidth(text));
  return Number.isInteger(days) && days >= 1 && days <= 30;
}

function MadeDialog({ made, onClose }: { made: Made; onClose(): void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(made.code);
    setCopied(true);
  };
  return (
    <Dialog title={words.doneTitle} onClose={onClose}>
      <p className="panel-note">{words.doneHint}</p>
      <dl className="made">
        <dt>{words.address}</dt>
        <dd>{window.location.origin}</dd>
        <dt>{words.code}</dt>
        <dd>
          <output className="made-code" aria-label={words.code}>
            {made.code}
          </output>
          {navigator.clipboard && (
            <Button size="small" onClick={() => void copy()}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </dd>
      </dl>
      <p className="panel-note figures">{words.forUnit(made.unit.name, dateTime(made.expiresAt))}</p>
    </Dialog>
  );
}
