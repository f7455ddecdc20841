import type { ReactNode } from 'react';
import './states.css';

interface Props {
  title: string;
  /** What the person can do about it, or why it is fine. */
  hint?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}

/** A place with nothing in it yet, said in one calm sentence. */
export function EmptyState({ title, hint, action, icon }: Props) {
  return (
    <div className="state">
      {icon && <div className="state-icon">{icon}</div>}
      <p className="state-title">{title}</p>
      {hint && <p className="state-hint">{hint}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}
