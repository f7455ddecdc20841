import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SessionState } from '../../../contract/session.ts';
import { useKeys } from '../../app/keys.ts';
import { useSession } from '../../stores/session.ts';
import { signInText, troubleText, troubleWords } from '../../text/session.ts';
import './signIn.css';

/** The desk did not open: why, what to do, and never a button that deletes anything. */
export function TroubleScreen({ session }: { session: SessionState }) {
  const refresh = useSession((s) => s.refresh);
  useKeys({ f5: () => void refresh() });
  const words = session.trouble && troubleText[session.trouble];
  return (
    <main className="trouble">
      <div className="trouble-card" role="alert">
        <p className="trouble-heading">
          <WarningOutlined aria-hidden="true" /> {troubleWords.heading}
        </p>
        <h1>{words?.title ?? troubleWords.heading}</h1>
        <p>{words?.body}</p>
        <ol>
          {(words?.steps ?? [troubleWords.unknown]).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div className="trouble-foot">
          <span className="field-hint">{signInText.version(session.version)}</span>
          <Button type="primary" onClick={() => void refresh()}>
            {troubleWords.retry}
          </Button>
        </div>
      </div>
    </main>
  );
}
