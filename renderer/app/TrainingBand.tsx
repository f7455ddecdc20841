import { ExperimentOutlined } from '@ant-design/icons';
import { useSession } from '../stores/session.ts';
import { shellText } from '../text/shell.ts';

/** The band over a training desk: full width, impossible to overlook. */
export function TrainingBand() {
  const leave = useSession((s) => s.leaveTraining);
  return (
    <aside className="training-band" aria-label={shellText.training.band}>
      <ExperimentOutlined aria-hidden="true" />
      <strong>{shellText.training.band}</strong>
      <span>{shellText.training.note}</span>
      <button type="button" onClick={() => void leave()}>
        {shellText.training.leave}
      </button>
    </aside>
  );
}
