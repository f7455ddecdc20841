import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { stateText } from '../text/field.ts';
import './states.css';

interface Props {
  title: string;
  hint: string;
  onRetry?: (() => void) | undefined;
}

/** Something could not be shown: what it is, that nothing is lost, and what to do. */
export function ErrorState({ title, hint, onRetry }: Props) {
  return (
    <div className="state" role="alert">
      <div className="state-icon state-icon-warn">
        <WarningOutlined />
      </div>
      <p className="state-title">{title}</p>
      <p className="state-hint">{hint}</p>
      {onRetry && (
        <div className="state-action">
          <Button onClick={onRetry}>{stateText.again}</Button>
        </div>
      )}
    </div>
  );
}
