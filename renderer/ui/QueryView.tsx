import type { ReactNode } from 'react';
import { stateText } from '../text/field.ts';
import { refusalSentence } from '../text/refusals.ts';
import { ErrorState } from './ErrorState.tsx';
import { LoadingState } from './LoadingState.tsx';
import type { Query } from './useQuery.ts';

/** Draws a question in whichever state it is; a value once shown stays on screen while we ask again. */
export function QueryView<T>({ query, children }: { query: Query<T>; children: (value: T) => ReactNode }) {
  if (query.value !== undefined)
    return (
      <>
        {query.status === 'offline' && (
          <div className="form-error" role="alert">
            {stateText.offlineTitle}。{stateText.offlineBody}
          </div>
        )}
        {children(query.value)}
      </>
    );
  if (query.status === 'refused' && query.refusal)
    return (
      <ErrorState
        title={stateText.refusedTitle}
        hint={refusalSentence(query.refusal)}
        onRetry={query.reload}
      />
    );
  if (query.status === 'offline')
    return <ErrorState title={stateText.offlineTitle} hint={stateText.offlineBody} onRetry={query.reload} />;
  return <LoadingState />;
}
