import { ExperimentOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { Role } from '../../../domain/person.ts';
import { useSession } from '../../stores/session.ts';
import { signInText } from '../../text/session.ts';
import { roleWords } from '../../text/words.ts';

const ROLES: readonly Role[] = ['clerk', 'mediator', 'leader'];

/** Opens the training desk as one of the roles; no password, made-up people. */
export function TrainingEntry() {
  const enter = useSession((s) => s.enterTraining);
  const items = ROLES.map((role) => ({ key: role, label: roleWords[role], onClick: () => void enter(role) }));
  return (
    <Dropdown
      menu={{ items: [{ key: 'as', type: 'group', label: signInText.trainingAs, children: items }] }}
      trigger={['click']}
      autoFocus
    >
      <button type="button" className="sign-training">
        <ExperimentOutlined aria-hidden="true" />
        <span>
          <strong>{signInText.training}</strong>
          <small>{signInText.trainingHint}</small>
        </span>
      </button>
    </Dropdown>
  );
}
