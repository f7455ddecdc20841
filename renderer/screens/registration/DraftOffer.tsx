import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { desk } from '../../app/bridge.ts';
import { DRAFT_FORM } from '../../stores/registration.ts';
import { registrationText } from '../../text/registration.ts';
import { dateTime } from '../../ui/times.ts';
import { useQuery } from '../../ui/useQuery.ts';
import { registration, useRegistration } from './registrationStore.ts';

const words = registrationText.draft;

/** Forms that were never finished (power cut, crash, a look elsewhere), to go on with or to drop. */
export function DraftOffer() {
  const { draftId, saved } = useRegistration((s) => s);
  const query = useQuery(() => desk.drafts.list({ form: DRAFT_FORM }), ['drafts']);
  const [broken, setBroken] = useState(false);
  const drafts = (query.value ?? []).filter((draft) => draft.draftId !== draftId);
  if (drafts.length === 0 || saved) return null;
  return (
    <section className="draft-offer" aria-label={words.restore}>
      <EditOutlined aria-hidden="true" />
      <strong>{words.found(drafts.length)}</strong>
      <ul>
        {drafts.slice(0, 3).map((draft) => (
          <li key={draft.draftId}>
            <span className="draft-title">{draft.title}</span>
            <small className="figures">{words.at(dateTime(draft.savedAt))}</small>
            <Button size="small" type="primary" ghost onClick={() => setBroken(!registration.restore(draft))}>
              {words.restore}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => void desk.drafts.discard({ draftId: draft.draftId }).then(query.reload)}
            >
              {words.discard}
            </Button>
          </li>
        ))}
      </ul>
      {broken && (
        <span className="field-error" role="alert">
          {words.broken}
        </span>
      )}
    </section>
  );
}
