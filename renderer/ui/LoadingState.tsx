import { stateText } from '../text/field.ts';
import './states.css';

/** Grey lines where text will stand; they appear only after a moment, so quick answers do not flash. */
export function LoadingState({ label = stateText.loading }: { label?: string }) {
  return (
    <div className="state state-loading" role="status" aria-live="polite">
      <div className="state-bars" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      <p className="state-hint">{label}</p>
    </div>
  );
}
