import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { SessionState } from '../../../contract/session.ts';
import { desk } from '../../app/bridge.ts';
import { useKeys } from '../../app/keys.ts';
import { EMPTY_SETUP, type SetupForm, type SetupInput, setupErrors } from '../../stores/setup.ts';
import { setupText } from '../../text/setup.ts';
import { enterNext } from '../../ui/enterNext.ts';
import { FormError, focusFirstError } from '../../ui/Field.tsx';
import { useCommand } from '../../ui/useCommand.ts';
import { AdminPage } from './AdminPage.tsx';
import { RecoveryPage } from './RecoveryPage.tsx';
import { TownPage } from './TownPage.tsx';
import { UnitPage } from './UnitPage.tsx';
import './setup.css';

const RECOVERY = 3;
/** On which page the field of a refusal stands. */
const PAGE_OF: Record<string, number> = { townCode: 0, administratorName: 2, password: 2 };

/** The first run: town, unit, administrator, recovery code. */
export function SetupScreen({ session }: { session: SessionState }) {
  const [page, setPage] = useState(session.phase === 'confirm-recovery' ? RECOVERY : 0);
  const [form, setForm] = useState<SetupForm>(EMPTY_SETUP);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [code, setCode] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const create = useCommand((commandId, input: SetupInput) => desk.setup.create({ commandId, ...input }));

  const change = (part: Partial<SetupForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))));
  };
  const next = async () => {
    const wrong = setupErrors(form, page);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return focusFirstError(body.current);
    if (page < 2) return setPage(page + 1);
    const { repeat: _, townName: __, ...input } = form;
    const done = await create.run(input);
    if (!done) return;
    setCode(done.recoveryCode);
    setPage(RECOVERY);
  };
  const back = () => page > 0 && page < RECOVERY && !create.busy && setPage(page - 1);
  useKeys({ f9: () => void next(), escape: () => void back() }, { active: page < RECOVERY });

  const shown = { ...create.errors, ...errors };
  const refusedPage = create.refusal?.field ? PAGE_OF[create.refusal.field] : undefined;
  return (
    <div className="setup">
      <aside className="setup-side">
        <p className="setup-product">{setupText.product}</p>
        <h1>{setupText.title}</h1>
        <p className="setup-intro">{setupText.intro}</p>
        <ol>
          {setupText.steps.map((step, index) => (
            <li
              key={step}
              aria-current={index === page ? 'step' : undefined}
              data-done={index < page ? '' : undefined}
            >
              {step}
            </li>
          ))}
        </ol>
      </aside>
      <main className="setup-main">
        {page === RECOVERY ? (
          <RecoveryPage code={code} onCode={setCode} />
        ) : (
          <div className="setup-body" ref={body} key={page} onKeyDownCapture={enterNext}>
            {page === 0 && <TownPage form={form} errors={shown} onChange={change} />}
            {page === 1 && <UnitPage form={form} errors={shown} onChange={change} />}
            {page === 2 && <AdminPage form={form} errors={shown} onChange={change} />}
            <FormError>
              {create.error ??
                (refusedPage !== undefined && refusedPage !== page
                  ? Object.values(create.errors)[0]
                  : undefined)}
            </FormError>
            <div className="setup-foot">
              {page > 0 && (
                <Button onClick={() => void back()} disabled={create.busy}>
                  {setupText.back}
                </Button>
              )}
              <Button type="primary" data-save="" loading={create.busy} onClick={() => void next()}>
                {create.busy ? setupText.creating : setupText.next}
              </Button>
            </div>
          </div>
        )}
      </main>
    </div>
  );
}
