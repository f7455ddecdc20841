import { Button } from 'antd';
import { useRef, useState } from 'react';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { fieldText } from '../../text/field.ts';
import { recoveryText } from '../../text/session.ts';
import { dialogText } from '../../text/shell.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { FormError, focusFirstError, TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { NameField } from './NameField.tsx';

interface Input {
  recoveryCode: string;
  name: string;
  newPassword: string;
}

/** The paper code gives the named person a new password. */
export function RecoverForm({ names, onClose }: { names: readonly string[]; onClose(): void }) {
  const take = useSession((s) => s.take);
  const [form, setForm] = useState<Input & { repeat: string }>({
    recoveryCode: '',
    name: '',
    newPassword: '',
    repeat: '',
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const body = useRef<HTMLDivElement>(null);
  const recover = useCommand(
    (commandId, input: Input) => desk.setup.recover({ commandId, ...input }),
    undefined,
  );

  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setErrors({});
  };
  const save = async () => {
    const wrong = check(form);
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) {
      const { repeat: _, ...input } = form;
      const session = await recover.run(input);
      if (session) return take(session);
    }
    focusFirstError(body.current);
  };
  useKeys({ f9: () => void save(), escape: onClose });
  const codeError = recover.refusal?.code === 'wrong-code' ? recover.error : recover.errors.recoveryCode;
  const passwordError =
    recover.refusal?.code === 'weak-password' ? recover.error : recover.errors.newPassword;
  const other = recover.error === codeError || recover.error === passwordError ? undefined : recover.error;
  return (
    <div ref={body} onKeyDownCapture={enterNext} className="sign-form">
      <h1>{recoveryText.title}</h1>
      <p className="field-hint">{recoveryText.explain}</p>
      <TextField
        label={recoveryText.code}
        required
        autoFocus
        maxLength={64}
        hint={recoveryText.codeHint}
        value={form.recoveryCode}
        error={errors.recoveryCode ?? codeError}
        onChange={(recoveryCode) => change({ recoveryCode })}
      />
      <NameField
        names={names}
        value={form.name}
        error={errors.name ?? recover.errors.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={recoveryText.newPassword}
        required
        password
        autoComplete="new-password"
        value={form.newPassword}
        error={errors.newPassword ?? passwordError}
        onChange={(newPassword) => change({ newPassword })}
      />
      <TextField
        label={recoveryText.repeat}
        required
        password
        autoComplete="new-password"
        value={form.repeat}
        error={errors.repeat}
        onChange={(repeat) => change({ repeat })}
      />
      <FormError>{other}</FormError>
      <div className="sign-buttons">
        <Button onClick={onClose}>{dialogText.cancel}</Button>
        <Button type="primary" data-save="" loading={recover.busy} onClick={() => void save()}>
          {recoveryText.save}(F9)
        </Button>
      </div>
    </div>
  );
}

function check(form: Input & { repeat: string }): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!form.recoveryCode.trim()) errors.recoveryCode = fieldText.required(recoveryText.code);
  if (!form.name) errors.name = fieldText.choose(recoveryText.name);
  if (!form.newPassword) errors.newPassword = fieldText.required(recoveryText.newPassword);
  if (form.newPassword !== form.repeat) errors.repeat = recoveryText.differs;
  return errors;
}
