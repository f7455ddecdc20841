import { DownOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useState } from 'react';
import type { SessionState, TextSize } from '../../contract/session.ts';
import { useSession } from '../stores/session.ts';
import { shellText } from '../text/shell.ts';
import { roleWords } from '../text/words.ts';
import { Strip } from '../ui/Strip.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';

const SIZES: readonly TextSize[] = ['standard', 'large', 'extra'];

/** Product and unit, the permanent strip, text size, help, and who sits here. */
export function TopBar({ session, onHelp }: { session: SessionState; onHelp(): void }) {
  const { setTextSize, signOut } = useSession();
  const [changing, setChanging] = useState(false);
  const { user, unit } = session;
  const items = [
    { key: 'password', label: shellText.changePassword, onClick: () => setChanging(true) },
    { key: 'out', label: shellText.signOut, onClick: () => void signOut() },
  ];
  return (
    <header className="bar">
      <strong className="bar-product">{shellText.product}</strong>
      <span className="bar-unit">{unit?.organName}</span>
      <Strip />
      <fieldset className="bar-sizes">
        <legend className="hidden">{shellText.textSize}</legend>
        {SIZES.map((size) => (
          <button
            key={size}
            type="button"
            aria-pressed={session.textSize === size}
            data-size={size}
            aria-label={`${shellText.textSize}${shellText.textSizes[size]}`}
            title={shellText.textSizes[size]}
            onClick={() => void setTextSize(size)}
          >
            {shellText.textSample}
          </button>
        ))}
      </fieldset>
      <button type="button" className="bar-button" onClick={onHelp} aria-keyshortcuts="F1">
        <QuestionCircleOutlined aria-hidden="true" /> {shellText.help}
      </button>
      {user && (
        <Dropdown menu={{ items: session.training ? items.slice(1) : items }} trigger={['click']} autoFocus>
          <button type="button" className="bar-button" title={shellText.account}>
            <UserOutlined aria-hidden="true" /> {user.name}
            <span className="bar-role">{user.roles.map((role) => roleWords[role]).join('、')}</span>
            <DownOutlined aria-hidden="true" />
          </button>
        </Dropdown>
      )}
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </header>
  );
}
