import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Topic } from '../../contract/deskContract.ts';
import type { Result } from '../../domain/result.ts';
import { onTopics } from '../app/bridge.ts';
import { type Asked, createAsking } from '../stores/asking.ts';

export interface Query<T> extends Asked<T> {
  /** Asks again (F5). */
  reload(): void;
}

/**
 * Asks the desk and asks again when one of the topics changed or `deps` differ.
 * While asking again the old value stays, so nothing flickers under the reader.
 */
export function useQuery<T, C extends string>(
  call: () => Promise<Result<T, C>>,
  topics: readonly Topic[],
  deps: readonly unknown[] = [],
): Query<T> {
  const [asking] = useState(() => createAsking<T>());
  const latest = useRef(call);
  latest.current = call;
  const reload = useRef(() => void asking.ask(() => latest.current())).current;
  const topicKey = topics.join();
  useEffect(reload, [reload, ...deps]);
  useEffect(() => onTopics(topicKey.split(',') as Topic[], reload), [topicKey, reload]);
  return { ...useStore(asking.store), reload };
}
