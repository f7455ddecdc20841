import { Button } from 'antd';
import { useRef } from 'react';
import type { InputOf } from '../../../contract/define.ts';
import type { DeskContract } from '../../../contract/deskContract.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { syncText } from '../../text/sync.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { FormError, focusFirstError, TextField } from '../../ui/Field.tsx';
import { Section } from '../../ui/Page.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { useFields } from '../../ui/useFields.ts';

const words = syncText.enrol;
type Input = Omit<InputOf<DeskContract['sync']['enrol']>, 'commandId'>;
/** Refusals that are about one field though the desk names none. */
const FIELDS: Record<string, string> = {
  'bad-address': 'url',
  'not-reached': 'url',
  'not-a-bureau': 'url',
  'wrong-code': 'code',
  'wrong-unit': 'code',
  'letter-taken': 'code',
};

/** 接入信访局: address, one-time code, and the name the bureau will see. */
export function EnrolForm({ onDone }: { onDone(): void }) {
  const form = useRef<HTMLDivElement>(null);
  const enrol = useCommand((commandId, input: Input) => desk.sync.enrol({ commandId, ...input }));
  const blamed = enrol.refusal && enrol.error ? FIELDS[enrol.refusal.code] : undefined;
  const refused = blamed && enrol.error ? { [blamed]: enrol.error } : enrol.errors;
  const fields = useFields(
    { url: '', code: '', deskName: '' },
    { labels: words, required: ['url', 'code', 'deskName'] },
    refused,
  );
  const { values, change, error } = fields;
  const save = async () => {
    const read = fields.read();
    if (read && (await enrol.run({ ...read, url: read.url.trim() }))) onDone();
    else focusFirstError(form.current);
  };
  useKeys({ f9: () => void save() });
  return (
    <Section title={words.title}>
      <p className="panel-note">{words.hint}</p>
      <div className="form-grid enrol" ref={form} onKeyDownCapture={enterNext}>
        <TextField
          label={words.url}
          required
          maxLength={200}
          value={values.url}
          onChange={(url) => change({ url })}
          error={error('url')}
          hint={words.urlHint}
        />
        <TextField
          label={words.code}
          required
          maxLength={40}
          value={values.code}
          onChange={(code) => change({ code })}
          error={error('code')}
          hint={words.codeHint}
        />
        <TextField
          label={words.deskName}
          required
          maxLength={60}
          value={values.deskName}
          onChange={(deskName) => change({ deskName })}
          error={error('deskName')}
          hint={words.deskNameHint}
        />
        <FormError>{blamed ? undefined : enrol.error}</FormError>
        <Button type="primary" data-save="" loading={enrol.busy} onClick={() => void save()}>
          {words.save}(F9)
        </Button>
      </div>
    </Section>
  );
}
