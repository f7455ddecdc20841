import { useEffect } from 'react';
import type { Result } from '../../domain/result.ts';
import { type Query, useQuery } from '../ui/useQuery.ts';

/** How often (ms) a page that is looked at asks again; nothing tells the console of changes. */
const AGAIN = 30_000;

/** Asks the bureau, again when `deps` differ, when the window is looked at again, and every half minute. */
export function useAnswer<T>(
  call: () => Promise<Result<T, string>>,
  deps: readonly unknown[] = [],
): Query<T> {
  const query = useQuery(call, [], deps);
  useAgain(query.reload);
  return query;
}

/** Runs `reload` every half minute while the window is seen, and when it is seen again. */
export function useAgain(reload: () => void): void {
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') reload();
    };
    const timer = setInterval(seen, AGAIN);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [reload]);
}
