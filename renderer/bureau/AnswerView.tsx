import type { ReactNode } from 'react';
import { bureauText, consoleSentence } from '../text/bureau.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { LoadingState } from '../ui/LoadingState.tsx';
import type { Query } from '../ui/useQuery.ts';

/** Draws a question to the bureau in whichever state it is; a value once shown stays while the server is away. */
export function AnswerView<T>({ query, children }: { query: Query<T>; children: (value: T) => ReactNode }) {
  if (query.value !== undefined)
    return (
      <>
        {query.status === 'offline' && (
          <div className="form-error" role="alert">
            <strong>{bureauText.goneTitle}</strong>
            {bureauText.goneBody}
          </div>
        )}
        {children(query.value)}
      </>
    );
  if (query.status === 'refused' && query.refusal)
    return (
      <ErrorState
        title={bureauText.refusedTitle}
        hint={consoleSentence(query.refusal)}
        onRetry={query.reload}
      />
    );
  if (query.status === 'offline')
    return <ErrorState title={bureauText.goneTitle} hint={bureauText.goneBody} onRetry={query.reload} />;
  return <LoadingState />;
}
