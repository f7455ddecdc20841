import { create } from 'zustand';
import type { ConsoleState } from '../../contract/bureauViews.ts';
import type { SessionState } from '../../contract/session.ts';
import { useSession } from '../stores/session.ts';
import { bureau } from './consoleClient.ts';

interface ConsoleStore {
  state: ConsoleState | null;
  /** The server does not answer. */
  gone: boolean;
  refresh(): Promise<void>;
  signOut(): Promise<void>;
  /** Takes a state that another call answered. */
  take(state: ConsoleState): void;
}

/** Which officer sits at this page; every page of the console starts from it. */
export const useConsole = create<ConsoleStore>((set) => {
  const take = (state: ConsoleState) => {
    useSession.getState().take(asSession(state));
    set({ state, gone: false });
  };
  return {
    state: null,
    gone: false,
    take,
    async refresh() {
      try {
        const answer = await bureau.session.state({});
        if (answer.ok) take(answer.value);
      } catch {
        set({ gone: true });
      }
    },
    async signOut() {
      try {
        const answer = await bureau.session.signOut({});
        if (answer.ok) take(answer.value);
      } catch {
        set({ gone: true });
      }
    },
  };
});

/** The part of a desk's session that the shared fields read: which day it is. */
const asSession = ({ today, version, officer }: ConsoleState): SessionState => ({
  phase: officer ? 'signed-in' : 'signed-out',
  training: false,
  names: [],
  textSize: 'large',
  today,
  version,
});
