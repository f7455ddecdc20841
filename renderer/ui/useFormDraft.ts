import { useEffect, useRef, useState } from 'react';
import { desk } from '../app/bridge.ts';
import { newId } from '../stores/commanding.ts';
import { createDraftKeeper, type DraftKeeper } from '../stores/draftKeeper.ts';

interface DraftInput {
  draftId: string;
  form: string;
  title: string;
  body: string;
}

export interface FormDraft {
  /** When the draft that was taken up again had been saved. */
  restoredAt: string | null;
  /** When this form was last put on disk. */
  savedAt: string | null;
  /** The form was sent (or is not wanted): its draft goes. */
  discard(): Promise<void>;
  /** False until the desk has said whether there is a draft. */
  ready: boolean;
}

/**
 * Puts a long form on disk within two seconds of a change and takes up again what was left of it.
 * `subject` (the case or mediation) tells the drafts of one form apart; `restore` gets the stored values once.
 */
export function useFormDraft<F>(
  form: string,
  subject: string,
  title: string,
  values: F,
  restore: (values: F) => void,
): FormDraft {
  const [state, setState] = useState({
    ready: false,
    restoredAt: null as string | null,
    savedAt: null as string | null,
  });
  const draftId = useRef(newId());
  const known = useRef('');
  const pristine = useRef(true);
  const put = useRef(restore);
  put.current = restore;
  const keeper = useRef<DraftKeeper<DraftInput>>(undefined);
  keeper.current ??= createDraftKeeper<DraftInput>(async (draft) => {
    const answer = await desk.drafts.save(draft);
    if (answer.ok) setState((before) => ({ ...before, savedAt: answer.value.savedAt }));
  });

  useEffect(() => {
    let gone = false;
    void find<F>(form, subject).then((found) => {
      if (gone) return;
      if (found) {
        draftId.current = found.draftId;
        known.current = JSON.stringify(found.values);
        pristine.current = false;
        put.current(found.values);
      }
      setState({ ready: true, restoredAt: found?.savedAt ?? null, savedAt: null });
    });
    return () => {
      gone = true;
    };
  }, [form, subject]);

  const text = JSON.stringify(values);
  useEffect(() => {
    if (!state.ready || text === known.current) return;
    // What the form opens with (or was emptied to) is not worth a draft.
    const untouched = pristine.current;
    known.current = text;
    pristine.current = false;
    if (untouched) return;
    const body = JSON.stringify({ subject, values: JSON.parse(text) });
    keeper.current?.note({ draftId: draftId.current, form, title: title.slice(0, 200), body });
  }, [text, state.ready, form, subject, title]);

  useEffect(() => {
    const leave = () => void keeper.current?.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return {
    ...state,
    async discard() {
      pristine.current = true;
      await keeper.current?.settle();
      await desk.drafts.discard({ draftId: draftId.current });
      draftId.current = newId();
      setState((before) => ({ ...before, restoredAt: null, savedAt: null }));
    },
  };
}

/** Which case, assignment or mediation a stored draft is about; null when it cannot be read. */
export const subjectOf = (body: string): string | null => readBody(body)?.subject ?? null;

/** The newest own draft of this form and subject; one that cannot be read counts as none. */
async function find<F>(form: string, subject: string) {
  try {
    const answer = await desk.drafts.list({ form });
    if (!answer.ok) return undefined;
    for (const draft of answer.value) {
      const body = readBody<F>(draft.body);
      if (body?.subject === subject)
        return { draftId: draft.draftId, savedAt: draft.savedAt, values: body.values };
    }
  } catch {
    // The desk does not answer: the form still works, only without its draft.
  }
  return undefined;
}

function readBody<F>(text: string): { subject: string; values: F } | null {
  try {
    const body = JSON.parse(text) as { subject?: unknown; values?: unknown };
    return typeof body.subject === 'string' && body.values ? (body as { subject: string; values: F }) : null;
  } catch {
    return null;
  }
}
