import { Button } from 'antd';
import { stepText } from '../text/steps.ts';
import { clockTime, dateTime } from './times.ts';
import type { FormDraft } from './useFormDraft.ts';
import './draftNote.css';

const words = stepText.draft;

/** Says that a draft was taken up again (and how to drop it), or when the form was last put on disk. */
export function DraftNote({ draft, onFresh }: { draft: FormDraft; onFresh(): void }) {
  if (draft.savedAt)
    return (
      <span className="draft-note figures" role="status">
        {words.saved(clockTime(draft.savedAt))}
      </span>
    );
  if (!draft.restoredAt) return null;
  const fresh = () => {
    onFresh();
    void draft.discard();
  };
  return (
    <span className="draft-note figures" role="status">
      {words.restored(dateTime(draft.restoredAt))}
      <Button type="link" size="small" onClick={fresh}>
        {words.discard}
      </Button>
    </span>
  );
}
