import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { setupText } from '../../text/setup.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { focusFirstError, TextField } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';

/** The recovery code, shown once: print it, type it back from the paper. */
export function RecoveryPage({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const words = setupText.recovery;
  const take = useSession((s) => s.take);
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const [printing, setPrinting] = useState<'no' | 'busy' | 'done' | 'failed'>('no');
  const body = useRef<HTMLDivElement>(null);
  const confirm = useCommand((commandId, recoveryCode: string) =>
    desk.setup.confirmRecovery({ commandId, recoveryCode }),
  );

  const print = async () => {
    if (!code || printing === 'busy') return;
    setPrinting('busy');
    setPrinting((await printSheet(code)) ? 'done' : 'failed');
  };
  const save = async () => {
    setMissing(typed.trim() === '');
    if (typed.trim() === '') return focusFirstError(body.current);
    const session = await confirm.run(typed);
    if (session) take(session);
    else focusFirstError(body.current);
  };
  useKeys({ f9: () => void save(), f7: () => void print(), 'ctrl+p': () => void print() });

  return (
    <div className="setup-body" ref={body} onKeyDownCapture={enterNext}>
      <h2>{words.title}</h2>
      {code ? (
        <>
          <p className="setup-why">{words.why}</p>
          <output className="setup-code figures" aria-label={words.code}>
            {code}
          </output>
          <ul className="setup-advice">
            {words.advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <div className="setup-print">
            <Button icon={<PrinterOutlined />} loading={printing === 'busy'} onClick={() => void print()}>
              {words.print}
            </Button>
            {printing === 'done' && (
              <span className="setup-printed" role="status">
                {words.printed}
              </span>
            )}
            {printing === 'failed' && (
              <span className="field-error" role="alert">
                {words.printFailed}
              </span>
            )}
          </div>
        </>
      ) : (
        <>
          <p className="setup-why">{words.interrupted}</p>
          <RenewCode onCode={onCode} />
        </>
      )}
      <div className="form-grid setup-typed">
        <TextField
          label={words.typed}
          required
          hint={words.typedHint}
          maxLength={64}
          autoFocus
          value={typed}
          error={missing ? words.missing : (confirm.error ?? confirm.errors.recoveryCode)}
          onChange={(value) => {
            setTyped(value);
            setMissing(false);
          }}
        />
      </div>
      <div className="setup-foot">
        <Button type="primary" data-save="" loading={confirm.busy} onClick={() => void save()}>
          {setupText.finish}
        </Button>
      </div>
    </div>
  );
}

/** After a cut between set-up and printing nobody has the code: the chosen password makes a fresh one. */
function RenewCode({ onCode }: { onCode: (code: string) => void }) {
  const words = setupText.recovery;
  const [password, setPassword] = useState('');
  const renew = useCommand((commandId, typed: string) =>
    desk.setup.renewCode({ commandId, password: typed }),
  );
  const make = async () => {
    const done = await renew.run(password);
    if (done) onCode(done.recoveryCode);
  };
  return (
    <>
      <p className="setup-why">{words.interruptedLost}</p>
      <div className="form-grid setup-typed">
        <TextField
          label={words.password}
          password
          autoComplete="current-password"
          maxLength={128}
          value={password}
          error={renew.error ?? renew.errors.password}
          onChange={setPassword}
        />
        <Button loading={renew.busy} onClick={() => void make()}>
          {words.renew}
        </Button>
      </div>
    </>
  );
}

/** Prints the desk's own sheet of the code; false when that is not possible here. */
async function printSheet(recoveryCode: string): Promise<boolean> {
  try {
    const answer = await desk.setup.recoverySheet({ recoveryCode });
    if (!answer.ok) return false;
    const [{ openPdf }, { printPdf }, { fromBase64 }] = await Promise.all([
      import('../../ui/pdf.ts'),
      import('../../ui/printPdf.ts'),
      import('../../ui/base64.ts'),
    ]);
    const file = await openPdf(fromBase64(answer.value.pdf));
    await printPdf(file);
    file.close();
    return true;
  } catch {
    return false;
  }
}
